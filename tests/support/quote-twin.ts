/**
 * The naive twin of the search for quotes: every stretch of the text is compared with all that was saved, by the plain table of
 * edit distances, and the best is taken. Slow, and easy to trust.
 */
import type { TextQuoteSelector } from '../../src/core/model.ts';
import type { Passage, QuoteText } from '../../src/core/quote/quote-text.ts';
import { fold } from '../../src/core/text/fold.ts';

/** Less of all that was saved is no find. */
const LEAST = 0.6;

/** The best place for a quote with its surroundings; null where nothing is alike enough. */
export function bestPlace(text: QuoteText, { exact, prefix, suffix }: TextQuoteSelector): Passage | null {
  const [before, words, after] = [prefix, exact, suffix].map((part) =>
    fold(part).text.replace(/\s+/g, ' ').trim(),
  ) as [string, string, string];
  const whole = [before, words, after].filter((part) => part !== '').join(' ');
  const { errors, ends } = distances(text.folded, whole, before === '' ? 0 : before.length + 1, words.length);
  if (errors > whole.length * (1 - LEAST)) return null;
  const [from, to] = [ends[0], ends[1]];
  const [start, end] = [
    from + lead(text.folded.slice(from, to)),
    from + text.folded.slice(from, to).trimEnd().length,
  ];
  return start < end ? text.passageAt(start, end) : null;
}

const lead = (piece: string) => piece.length - piece.trimStart().length;

/** Sellers' table (1980), a column a character of the text, with where the words began and ended on the way to each cell. */
function distances(text: string, pattern: string, skip: number, length: number) {
  let column = Array.from({ length: pattern.length + 1 }, (_, i) => ({ errors: i, start: 0, end: 0 }));
  let best = { errors: pattern.length, ends: [0, 0] as [number, number] };
  for (let at = 0; at < text.length; at++) {
    const next = [{ errors: 0, start: at + 1, end: at + 1 }];
    for (let i = 1; i <= pattern.length; i++) {
      const [across, down, left] = [column[i - 1], next[i - 1], column[i]];
      if (!across || !down || !left) throw new RangeError('the table has a hole');
      const same = text[at] === pattern[i - 1] ? 0 : 1;
      const ways = [
        { from: across, errors: across.errors + same },
        { from: left, errors: left.errors + 1 },
        { from: down, errors: down.errors + 1 },
      ];
      const way = ways.reduce((least, one) => (one.errors < least.errors ? one : least));
      const { start, end } = way.from;
      next.push({
        errors: way.errors,
        start: i <= skip ? at + 1 : start,
        end: i <= skip + length ? at + 1 : end,
      });
    }
    const last = next[pattern.length];
    if (last && last.errors < best.errors) best = { errors: last.errors, ends: [last.start, last.end] };
    column = next;
  }
  return best;
}
