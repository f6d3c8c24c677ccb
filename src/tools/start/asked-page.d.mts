/** Types of asked-page.mjs, which is plain JavaScript because it runs before anything is installed. */

/** What `npm start` is to open; `page` is null for the sample article. */
export type AskedPage =
  | {
      readonly problem?: undefined;
      readonly kind: 'chromium' | 'firefox';
      readonly page: { readonly url: string } | { readonly file: string } | null;
    }
  | { readonly problem: string };

/** Reads the command line; a `problem` names what is wrong and the remedy. Paths are taken from `folder`. */
export function askedPage(args: readonly string[], folder?: string): AskedPage;
