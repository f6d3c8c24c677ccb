/** Style sheets are bundled as text: a closed shadow root adopts them, and no page's CSP is asked. */
declare module '*.css' {
  const text: string;
  export default text;
}
