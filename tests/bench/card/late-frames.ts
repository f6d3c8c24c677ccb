/** Frames that come late while cards open, and what of that is ours. */
import { quantile, type Stretch } from '../pages/figures.ts';
import type { Opening } from './openings.ts';
import type { Frame } from './record-openings.ts';

/** Frames come 60 times a second without a window; one that comes half a frame after its time has missed it. */
const LATE_MS = (1000 / 60) * 1.5;

export interface Lateness {
  readonly frames: number;
  readonly late: number;
}

export interface OwnLateness extends Lateness {
  /** Late frames that would have come in time without us. */
  readonly ours: number;
  /** Our longest work between two frames, in ms, of each opening. */
  readonly work: readonly number[];
}

export function lateness(frames: readonly Frame[]): Lateness {
  const gaps = frames.slice(1).map(({ start }, i) => start - (frames[i]?.start ?? start));
  // Between two places that were passed over nothing was recorded.
  const near = gaps.filter((gap) => gap < 1000);
  return { frames: near.length, late: near.filter((gap) => gap > LATE_MS).length };
}

/** Layout and paint of a frame in which nothing happens, in ms. */
export function usualPaint(frames: readonly Frame[]): number {
  return quantile(
    frames.map(({ start, end }) => end - start),
    0.5,
  );
}

/** Of openings: our scripts' spans, and what a frame took longer to lay out and paint than a bare one. */
export function ownLateness(openings: readonly Opening[], bare: readonly Frame[]): OwnLateness {
  const usual = usualPaint(bare);
  const gaps = openings.map(({ frames, spans }) =>
    frames.slice(1).map(({ start }, i) => {
      const before = frames[i] ?? { start, end: start };
      const scripts = together(spans.filter((span) => span.start >= before.start && span.start < start));
      // The script's own work may lie in the frame as well, where the card's place is looked to.
      const inPaint = together(spans.filter((span) => span.start >= before.start && span.start < before.end));
      const paint = Math.max(0, before.end - before.start - usual - inPaint);
      return { gap: start - before.start, own: scripts + paint };
    }),
  );
  const late = gaps.flat().filter(({ gap }) => gap > LATE_MS);
  return {
    frames: gaps.flat().length,
    late: late.length,
    ours: late.filter(({ gap, own }) => gap - own <= LATE_MS).length,
    work: gaps.map((of) => Math.max(0, ...of.map(({ own }) => own))),
  };
}

/** The time that stretches take together; one may lie in another. */
function together(stretches: readonly Stretch[]): number {
  let [sum, reached] = [0, 0];
  for (const { start, duration } of stretches.toSorted((a, b) => a.start - b.start)) {
    sum += Math.max(0, start + duration - Math.max(start, reached));
    reached = Math.max(reached, start + duration);
  }
  return sum;
}
