/**
 * Contrast of the design tokens, computed from tokens.css, page-tokens.css and note-tokens.css as they ship: OKLCH to linear sRGB to the ratio of WCAG 2.2.
 * Text needs 4.5 to 1 (1.4.3), marks and the edges of controls 3 to 1 (1.4.11), in light, in dark, and with more contrast asked.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { contrastOf, oklabToLinear, oklchToOklab, type Triple } from '../support/contrast.ts';

const folder = new URL('../../src/ui/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const [shared = '', more = ''] = read('tokens.css').split('@media (prefers-contrast: more)');
const normal = `${shared}${read('page-tokens.css')}${read('note-tokens.css')}`;
const styles = readdirSync(folder)
  .filter((name) => name.endsWith('.css') && !name.endsWith('tokens.css'))
  .map(read);

const TEXT = 4.5;
const SHAPE = 3;
/** Lines that only part what is already apart. */
const ANY = 1.1;

/** What stands on what, and how much contrast it needs. */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ['ink', 'paper', TEXT],
  ['ink', 'raised', TEXT],
  ['soft', 'paper', TEXT],
  ['soft', 'raised', TEXT],
  ['accent', 'paper', TEXT],
  ['accent', 'raised', TEXT],
  ['paper', 'accent', TEXT],
  ['warn', 'paper', TEXT],
  ['warn', 'raised', TEXT],
  ['edge', 'paper', SHAPE],
  ['edge', 'raised', SHAPE],
  ['mark', 'paper', SHAPE],
  ['mark', 'raised', SHAPE],
  ['hair', 'paper', ANY],
  ...['yellow', 'green', 'blue', 'pink', 'grey'].flatMap(
    (hue) =>
      [
        [hue, 'paper', SHAPE],
        [hue, 'raised', SHAPE],
      ] as const,
  ),
];

/** Colours of one scheme by token, as OKLab; what a section does not set, it takes from the one before. */
function coloursOf(section: string, scheme: 'light' | 'dark', before: ReadonlyMap<string, Triple>) {
  const colours = new Map(before);
  const mixed: (readonly [name: string, first: string, share: number, second: string])[] = [];
  for (const [, name = '', value = ''] of section.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const shades = [...value.matchAll(/oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/g)];
    const mix = /^color-mix\(in oklab, var\(--(\w+)\) (\d+)%, var\(--(\w+)\)\)$/.exec(value);
    const same = /^var\(--(\w+)\)$/.exec(value)?.[1];
    if (value.startsWith('light-dark(')) {
      const [lightness = 0, chroma = 0, hue = 0] = (shades[scheme === 'light' ? 0 : 1] ?? [])
        .slice(1)
        .map(Number);
      colours.set(name, oklchToOklab(lightness / 100, chroma, hue));
    } else if (mix) mixed.push([name, mix[1] ?? '', Number(mix[2]) / 100, mix[3] ?? '']);
    else if (same) mixed.push([name, same, 1, same]);
  }
  // What is mixed comes from what is set here, and so last; a name alone may stand for another mixture.
  for (const [name, first, share, second] of [...mixed, ...mixed]) {
    const [a, b] = [colours.get(first), colours.get(second)];
    if (a && b)
      colours.set(name, a.map((part, i) => part * share + (b[i] ?? 0) * (1 - share)) as unknown as Triple);
  }
  return colours;
}

function contrast(one: Triple, other: Triple): number {
  return contrastOf(oklabToLinear(one), oklabToLinear(other));
}

const WHITE: Triple = [1, 0, 0];
const BLACK: Triple = [0, 0, 0];

test('the conversion knows black on white, and a colour of the CSS specification', () => {
  assert.ok(Math.abs(contrast(BLACK, WHITE) - 21) < 0.01);
  // CSS `red` is oklch(62.796% 0.25768 29.234); its contrast with white is 4.00.
  assert.ok(Math.abs(contrast(oklchToOklab(0.62796, 0.25768, 29.234), WHITE) - 4) < 0.01);
});

for (const scheme of ['light', 'dark'] as const) {
  const usual = coloursOf(normal, scheme, new Map());
  const strong = coloursOf(`${derivedOf(normal)}${more}`, scheme, usual);
  for (const [contrastAsked, colours] of [
    ['no preference', usual],
    ['more', strong],
  ] as const) {
    for (const [front, back, least] of PAIRS) {
      test(`${front} on ${back} has ${least} to 1 in ${scheme}, contrast: ${contrastAsked}`, () => {
        const [a, b] = [colours.get(front), colours.get(back)];
        assert.ok(a && b, `tokens.css has no --${front} or no --${back}`);
        const ratio = contrast(a, b);
        assert.ok(ratio >= least, `${ratio.toFixed(2)} to 1`);
      });
    }
    test(`every colour of the tokens stands in a pair, in ${scheme}, contrast: ${contrastAsked}`, () => {
      const paired = new Set(PAIRS.flatMap((pair) => pair.slice(0, 2)));
      assert.deepEqual(
        [...colours.keys()].filter((name) => !paired.has(name)),
        [],
      );
      assert.ok(colours.size >= 9, `${[...colours.keys()]}`);
    });
  }
}

test('what the styles set as the colour of words stands in a pair of words with each ground', () => {
  const used = (property: string) =>
    new Set(
      styles
        .flatMap((css) => [...css.matchAll(new RegExp(`[\\s;{]${property}: var\\(--([\\w-]+)\\)`, 'g'))])
        .map(([, name = '']) => name),
    );
  const grounds = [...used('background')].filter((name) => PAIRS.some(([, back]) => back === name));
  assert.deepEqual(grounds.toSorted(), ['accent', 'paper', 'raised']);
  // Shapes that are filled and have no words on them.
  const filled = [...used('background')].filter((name) => !grounds.includes(name));
  assert.deepEqual(filled.toSorted(), ['dim', 'edge', 'hue']);
  for (const front of used('color'))
    for (const back of front === 'paper' ? ['accent'] : ['paper', 'raised'])
      assert.ok(
        PAIRS.some((pair) => pair[0] === front && pair[1] === back && pair[2] === TEXT),
        `${front} on ${back}`,
      );
});

/** The mixtures of a section: they follow their parts when those are set anew. */
function derivedOf(section: string): string {
  return (section.match(/--[\w-]+:\s*color-mix[^;]+;/g) ?? []).join('\n');
}
