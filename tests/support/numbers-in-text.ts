/**
 * The numbers and dates that an English sentence names, each in one form however it is written: "17 May 1865" and "1865-05-17"
 * both give `1865`, `May` and `17`; "four" and "4th" both give `4`; "13,800" gives `13800`; "2.5 billion" gives `2.5` and `billion`.
 */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const TENS = ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',');
const VALUES = new Map<string, number>([
  ...UNITS.map((word, i) => [word, i] as const),
  ...ORDINALS.map((word, i) => [word, i] as const),
  ...TENS.flatMap((word, i) =>
    word
      ? ([
          [word, i * 10],
          [`${word.slice(0, -1)}ieth`, i * 10],
        ] as const)
      : [],
  ),
  ['dozen', 12],
  ['half', 0.5],
  ['twice', 2],
  ['both', 2],
]);
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ISO_DATE = /\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?\b/g;
/** "1996–97" */
const YEAR_RANGE = /\b(\d{4})[-–](\d{2})\b(?![-–]\d)/g;
const SCALES = /\b(hundred|thousand|million|billion|trillion)s?\b|(?<=\d)\s?(bn|m|tn|k)\b/gi;
const SHORT_SCALES: Readonly<Record<string, string>> = {
  bn: 'billion',
  m: 'million',
  tn: 'trillion',
  k: 'thousand',
};

/** Words that name a number but are also something else: no statement is held to them. */
const WEAK = new Set(['one', 'first', 'second', 'half', 'both', 'twice', 'zero']);

/** Every number, scale and month. `weak`: words like "one" and "second" too, for the side that is compared with. */
export function numbersIn(text: string, { weak = false } = {}): Set<string> {
  const found = new Set<string>();
  const take = (pattern: RegExp, from: string, add: (...groups: string[]) => void) =>
    from.replace(pattern, (_, ...groups: string[]) => {
      add(...groups);
      return ' ';
    });
  const withoutDates = take(ISO_DATE, text, (year = '', month, day) => {
    found.add(`${Number(year)}`).add(MONTHS[Number(month) - 1] ?? '');
    if (day) found.add(`${Number(day)}`);
  });
  const plain = take(YEAR_RANGE, withoutDates, (year = '', end = '') => {
    found.add(year).add(`${year.slice(0, 2)}${end}`);
  });
  for (const [digits] of plain.matchAll(/\d+(?:[,\u202f\u00a0]\d{3})*(?:\.\d+)?/g)) {
    found.add(`${Number(digits.replace(/[,\u202f\u00a0]/g, ''))}`);
  }
  for (const [, word, short] of plain.matchAll(SCALES)) {
    found.add(word ? word.toLowerCase() : (SHORT_SCALES[short?.toLowerCase() ?? ''] ?? ''));
  }
  if (weak && /\bend of \d{4}\b/.test(plain)) found.add('December');
  for (const month of MONTHS) {
    // "may" and "march" are also verbs.
    if (new RegExp(`\\b${month}\\b`).test(plain)) found.add(month);
  }
  for (const [word] of plain.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/g)) {
    if (WEAK.has(word) && !weak) continue;
    const value = numberOf(word);
    if (value !== null) found.add(`${value}`);
  }
  return found;
}

/** "twenty-one" as 21; null where it is no number. */
function numberOf(word: string): number | null {
  const whole = VALUES.get(word);
  if (whole !== undefined) return whole;
  const [tens = '', units = ''] = word.split('-');
  const [a, b] = [TENS.indexOf(tens) * 10, VALUES.get(units)];
  return a >= 20 && b !== undefined && b > 0 && b < 10 ? a + b : null;
}
