/** Selectors of annotations, ours and others': those that we know are taken, of the rest it is told where they stand. */
import type { PathSelector, Selector, TextPositionSelector } from '../note.ts';
import { LONGEST_BODY, LONGEST_LINE, type Remark } from './note-parts.ts';

type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** One or many: JSON-LD writes a list of one without brackets. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function readSelectors(value: unknown, path: string, remarks: Remark[]): readonly Selector[] {
  return listOf(value).flatMap((entry, i) => {
    const selector = readSelector(fieldsOf(entry));
    if (!selector) remarks.push({ path: `${path}[${i}]`, reason: 'selector-unknown' });
    return selector ?? [];
  });
}

function readSelector(fields: Fields): Selector | null {
  switch (fields['type']) {
    case 'TextQuoteSelector': {
      const { exact, prefix, suffix } = fields;
      if (!isText(exact, LONGEST_BODY)) return null;
      return { type: 'TextQuoteSelector', exact, prefix: textOf(prefix), suffix: textOf(suffix) };
    }
    case 'TextPositionSelector':
      return position(fields['start'], fields['end']);
    case 'RangeSelector': {
      const startSelector = pathOf(fields['startSelector'], fields['startContainer'], fields['startOffset']);
      const endSelector = pathOf(fields['endSelector'], fields['endContainer'], fields['endOffset']);
      return startSelector && endSelector ? { type: 'RangeSelector', startSelector, endSelector } : null;
    }
    default:
      return null;
  }
}

/** One end of a range; Hypothesis writes it flat, as a container and an offset in its text. */
function pathOf(selector: unknown, container: unknown, offset: unknown): PathSelector | null {
  const { type, value, refinedBy } = fieldsOf(selector);
  const isFlat = selector === undefined;
  if (!isFlat && type !== 'XPathSelector') return null;
  const path = isFlat ? container : value;
  const { start, end } = isFlat ? { start: offset, end: offset } : fieldsOf(refinedBy);
  const refined = position(start, end);
  return isText(path) && refined ? { type: 'XPathSelector', value: path, refinedBy: refined } : null;
}

function position(start: unknown, end: unknown): TextPositionSelector | null {
  if (!isOffset(start) || !isOffset(end) || end < start) return null;
  return { type: 'TextPositionSelector', start, end };
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isText(value: unknown, longest = LONGEST_LINE): value is string {
  return typeof value === 'string' && value.length <= longest;
}

const textOf = (value: unknown) => (isText(value) ? value : '');
