/**
 * Contrast of the design tokens, computed from tokens.css as it ships: OKLCH to linear sRGB to the ratio of WCAG 2.2.
 * Text needs 4.5 to 1 (1.4.3), marks and the edges of controls 3 to 1 (1.4.11), in light, in dark, and with more contrast asked.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

type Triple = readonly [number, number, number];

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const [normal = '', more = ''] = css.split('@media (prefers-contrast: more)');

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
  ['edge', 'paper', SHAPE],
  ['edge', 'raised', SHAPE],
  ['mark', 'paper', SHAPE],
  ['mark', 'raised', SHAPE],
  ['hair', 'paper', ANY],
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

function oklchToOklab(lightness: number, chroma: number, hue: number): Triple {
  return [lightness, chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code */
function oklabToLinear([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance; browsers clip what sRGB cannot show. */
function luminance(colour: Triple): number {
  const [red, green, blue] = oklabToLinear(colour).map((part) => Math.min(1, Math.max(0, part))) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Triple, other: Triple): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
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

/** The mixtures of a section: they follow their parts when those are set anew. */
function derivedOf(section: string): string {
  return (section.match(/--[\w-]+:\s*color-mix[^;]+;/g) ?? []).join('\n');
}
