/** Types of setup.mjs, which is plain JavaScript because it runs before anything is installed. */

/** Throws with the remedy if this Node is too old. */
export function ensureNode(): void;
/** Runs `npm ci` if the packages are missing or older than the lock file. */
export function ensurePackages(): void;
/** The path of a usable browser; installs one, after saying so, where there is none. */
export function ensureBrowser(kind: 'chromium' | 'firefox'): string;
