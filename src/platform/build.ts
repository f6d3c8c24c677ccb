declare const __BENCH__: boolean;

/** True only in builds for the bench: performance entries can be seen by the page, so readers' builds make none. */
export const BENCH: boolean = __BENCH__;
