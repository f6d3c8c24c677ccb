/**
 * The one door to the browser: webextension-polyfill for the background and our own pages. Content scripts must be small,
 * so their bundles alias the polyfill to `native-browser.ts`.
 */
import browser from 'webextension-polyfill';

export { browser };
export type Browser = typeof browser;
