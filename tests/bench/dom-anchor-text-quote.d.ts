declare module 'dom-anchor-text-quote' {
  interface Quote {
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
  }
  export function fromRange(root: Element, range: Range): Quote;
  export function toRange(root: Element, quote: Quote, options?: { readonly hint?: number }): Range | null;
}
