import { BENCH } from '../../platform/build.ts';

/** Runs `work`; in bench builds its time is kept as a performance measure named `glossator:…`. */
export function measured<T>(name: string, work: () => T): T {
  if (!BENCH) return work();
  const start = performance.now();
  try {
    return work();
  } finally {
    performance.measure(`glossator:${name}`, { start, end: performance.now() });
  }
}

/** Leaves a point in time for the bench. */
export function noted(name: string): void {
  if (BENCH) performance.mark(`glossator:${name}`);
}
