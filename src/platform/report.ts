/** Failures of ours end in silence on the page and one line in the log. */

/** Logs a failure with what was being done. Never throws. */
export function report(doing: string, error: unknown): void {
  console.warn(`Glossator: ${doing}: ${error}`);
}
