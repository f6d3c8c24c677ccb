/**
 * One set of tokens: what tokens.css and page-tokens.css name is written nowhere else in the styles of card and pages. A colour,
 * a size of type, a radius, a shadow or a duration that is no token is a stray; so is a space that a token has.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const folder = new URL('../../src/ui/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const isTokens = (name: string) => name.endsWith('tokens.css');
const tokens = sheets.filter(isTokens).map(read).join('\n');

interface Declaration {
  readonly sheet: string;
  readonly property: string;
  readonly value: string;
}

const declarations: readonly Declaration[] = sheets
  .filter((name) => !isTokens(name))
  .flatMap((sheet) =>
    [...read(sheet).matchAll(/([\w-]+):\s*([^;{}]+);/g)].map(([, property = '', value = '']) => ({
      sheet,
      property,
      value: value.replace(/\s+/g, ' '),
    })),
  );

/** Rules by what they hold for: which properties, and what no value of theirs may have. */
const RULES: readonly (readonly [what: string, property: RegExp, stray: RegExp])[] = [
  [
    'colours',
    /./,
    /#[\da-f]{3,8}\b|\b(oklch|oklab|rgba?|hsla?|light-dark|lab|lch)\(|\b(black|white|red|blue|green|yellow|orange|purple|gray|grey|silver)\b(?!\))/i,
  ],
  ['sizes of type', /^font(-size)?$/, /[\d.]+(px|rem|pt)/],
  ['faces of type', /^font(-family)?$/, /"/],
  ['radii', /radius/, /[\d.]+(px|em|rem)/],
  ['shadows', /shadow/, /\d/],
  ['durations', /^(transition|animation)/, /[\d.]+m?s\b/],
  ['spaces that a token has', /^(padding|margin|gap|row-gap|column-gap)/, /(?<![-\d.])(4|8|16)px/],
];

test('there are styles to look at', () => {
  assert.ok(sheets.length >= 5 && declarations.length > 300, `${sheets}: ${declarations.length}`);
});

for (const [what, property, stray] of RULES)
  test(`${what} are tokens`, () => {
    const found = declarations.filter((one) => property.test(one.property) && stray.test(one.value));
    assert.deepEqual(
      found.map((one) => `${one.sheet}: ${one.property}: ${one.value}`),
      [],
    );
  });

test('every token that is used is there, and every one that is there is used', () => {
  const named = new Set([...tokens.matchAll(/^\s*--([\w-]+):/gm)].map(([, name]) => name));
  const all = [tokens, ...declarations.map(({ value }) => value)].join('\n');
  const used = new Set([...all.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name));
  // Whoever places the card tells these; a note's own colour is chosen by its class.
  const told = new Set(['g-wide', 'g-room', 'hue']);
  assert.deepEqual(
    [...used].filter((name) => !named.has(name) && !told.has(name ?? '')),
    [],
    'unknown',
  );
  assert.deepEqual(
    [...named].filter((name) => !used.has(name)),
    [],
    'unused',
  );
});
