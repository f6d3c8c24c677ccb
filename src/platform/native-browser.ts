/**
 * What stands in for webextension-polyfill in content bundles and pages (aliased by build.mjs): `chrome.*` answers with promises in
 * Manifest V3, so the polyfill's 10 kB buy nothing there.
 */
const scope = globalThis as { browser?: unknown; chrome?: unknown };

export default scope.browser ?? scope.chrome;
