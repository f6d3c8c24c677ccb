/**
 * The naive twin of src/core/text/script-ranges.ts: derives the class of every code unit from Unicode's properties as
 * this Node knows them. Slow (about 100 ms), so tests use it and the extension uses the table. When a new Unicode
 * version matters, `node --import tsx tests/support/script-ranges-twin.ts` prints the lines to paste into the table.
 */
import type { SCRIPT_RANGES } from '../../src/core/text/script-ranges.ts';

type ClassName = keyof typeof SCRIPT_RANGES;

/** First match wins. Unsegmented scripts go by Script_Extensions: U+30FC is Common, yet it is kana. */
const RULES: readonly (readonly [ClassName, RegExp])[] = [
  ['mark', /\p{M}/u],
  ['digit', /[\p{Nd}_]/u],
  ['western', /[\u02b0-\u02ff]/u],
  [
    'unsegmented',
    /(?=\p{L})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]|\u3007/u,
  ],
  ['digit', /\p{N}/u],
  ['western', /(?=\p{L})[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]/u],
  ['arabic', /(?=\p{L})\p{sc=Arab}|\u0640/u],
  ['hebrew', /(?=\p{L})\p{sc=Hebr}/u],
  ['hangul', /(?=\p{L})\p{sc=Hang}/u],
  ['other', /\p{L}/u],
];

/** The class of a code unit of the basic plane, or null where it is no word character. */
export function classByUnicode(unit: number): ClassName | null {
  const character = String.fromCharCode(unit);
  return RULES.find(([, rule]) => rule.test(character))?.[0] ?? null;
}

/** True where Unicode has not yet said what a code unit is: ranges run across such gaps. */
export function isUnassigned(unit: number): boolean {
  return /\p{Cn}/u.test(String.fromCharCode(unit));
}

function deriveRanges(): Map<ClassName, string[]> {
  const ranges: { name: ClassName; first: number; last: number }[] = [];
  let isOpen = false; // Nothing but unassigned units since the last range.
  for (let unit = 0; unit <= 0xffff; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const name = classByUnicode(unit);
    const current = ranges.at(-1);
    if (name === null) {
      isOpen &&= isUnassigned(unit);
    } else if (isOpen && current?.name === name) {
      current.last = unit;
    } else {
      ranges.push({ name, first: unit, last: unit });
      isOpen = true;
    }
  }
  const byClass = new Map<ClassName, string[]>();
  for (const { name, first, last } of ranges) {
    const text = first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`;
    byClass.set(name, [...(byClass.get(name) ?? []), text]);
  }
  return byClass;
}

if (process.argv[1]?.endsWith('script-ranges-twin.ts')) {
  for (const [name, ranges] of deriveRanges()) console.log(`  ${name}:\n    '${ranges.join(' ')}',`);
}
