/**
 * What the bench reads: our own time on the page's main thread. Only in builds for the bench, since performance entries can be
 * seen by the page. In others these functions are empty, and esbuild leaves their calls out. The constant is
 * used as the build puts it in: behind an import esbuild would keep what it rules out.
 */
declare const __BENCH__: boolean;

const begun = new Map<string, number>();

/** A stretch of work begins; in bench builds its time is kept as a performance measure named `glossator:…`. */
export function began(name: string): void {
  if (__BENCH__) begun.set(name, performance.now());
}

/** It ends. Between the two nothing is awaited, and nothing of the same name begins. */
export function ended(name: string): void {
  if (__BENCH__)
    performance.measure(`glossator:${name}`, { start: begun.get(name) ?? 0, end: performance.now() });
}

/** Leaves a point in time for the bench: now, or another of `performance.now`. */
export function noted(name: string, at?: number): void {
  if (__BENCH__) performance.mark(`glossator:${name}`, { startTime: at ?? performance.now() });
}
