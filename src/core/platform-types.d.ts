/**
 * The few platform types that core uses, named here so that it compiles without the DOM. All of them are in browsers,
 * workers and Node alike.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(input?: Uint8Array): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array;
}

declare class URLSearchParams {
  delete(name: string): void;
  get(name: string): string | null;
  keys(): IterableIterator<string>;
  sort(): void;
}

declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  hash: string;
  host: string;
  search: string;
  hostname: string;
  pathname: string;
  readonly href: string;
  readonly protocol: string;
  readonly searchParams: URLSearchParams;
}
