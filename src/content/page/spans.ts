/**
 * What the bench reads: our own time on the page's main thread. Only in builds for the bench, since performance entries can be
 * seen by the page. The constant is used as the build puts it in: behind an import esbuild would keep what it rules out.
 */
declare const __BENCH__: boolean;

/** Runs `work`; in bench builds its time is kept as a performance measure named `glossator:…`. */
export function measured<T>(name: string, work: () => T): T {
  if (!__BENCH__) return work();
  const start = performance.now();
  try {
    return work();
  } finally {
    performance.measure(`glossator:${name}`, { start, end: performance.now() });
  }
}

/** Leaves a point in time for the bench. */
export function noted(name: string): void {
  if (__BENCH__) performance.mark(`glossator:${name}`);
}
