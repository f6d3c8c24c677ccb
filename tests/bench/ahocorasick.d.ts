/** The package brings no types; this is what the bench uses of it. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** For each place where keywords end: the offset of the last unit, and the keywords. */
    search(text: string): [number, string[]][];
  }
}
