/**
 * Contrast of the design tokens, computed from tokens.css as it ships: OKLCH to linear sRGB to the ratio of WCAG 2.2.
 * Text needs 4.5 to 1 (1.4.3), marks and the edges of controls 3 to 1 (1.4.11), in light, in dark, and with more contrast asked.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

type Linear = readonly [red: number, green: number, blue: number];

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
const [normal = '', more = ''] = css.split('@media (prefers-contrast: more)');

const TEXT = 4.5;
const SHAPE = 3;

/** What stands on what, and how much contrast it needs. */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ['ink', 'paper', TEXT],
  ['ink', 'raised', TEXT],
  ['soft', 'paper', TEXT],
  ['soft', 'raised', TEXT],
  ['accent', 'paper', TEXT],
  ['accent', 'raised', TEXT],
  ['on-accent', 'accent', TEXT],
  ['warn', 'paper', TEXT],
  ['edge', 'paper', SHAPE],
  ['edge', 'raised', SHAPE],
  ['mark', 'paper', SHAPE],
  ['mark', 'raised', SHAPE],
];

/** Colours of one scheme by token; what a section does not set, it takes from the one before. */
function coloursOf(section: string, scheme: 'light' | 'dark'): Map<string, Linear> {
  const colours = new Map<string, Linear>();
  const rule =
    /--g-([\w-]+):\s*light-dark\(\s*oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\),\s*oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)\s*\)/g;
  for (const [, name = '', ...numbers] of section.matchAll(rule)) {
    const [lightness = 0, chroma = 0, hue = 0] = numbers.map(Number).slice(scheme === 'light' ? 0 : 3);
    colours.set(name, oklchToLinear(lightness / 100, chroma, hue));
  }
  return colours;
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code */
function oklchToLinear(lightness: number, chroma: number, hue: number): Linear {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
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
function luminance(colour: Linear): number {
  const [red, green, blue] = colour.map((part) => Math.min(1, Math.max(0, part))) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Linear, other: Linear): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('the conversion knows black on white, and a colour of the CSS specification', () => {
  const white = oklchToLinear(1, 0, 0);
  assert.ok(Math.abs(contrast(oklchToLinear(0, 0, 0), white) - 21) < 0.01);
  // CSS `red` is oklch(62.796% 0.25768 29.234); its contrast with white is 4.00.
  assert.ok(Math.abs(contrast(oklchToLinear(0.62796, 0.25768, 29.234), white) - 4) < 0.01);
});

for (const scheme of ['light', 'dark'] as const) {
  const usual = coloursOf(normal, scheme);
  const strong = new Map([...usual, ...coloursOf(more, scheme)]);
  for (const [contrastAsked, colours] of [
    ['no preference', usual],
    ['more', strong],
  ] as const) {
    for (const [front, back, least] of PAIRS) {
      test(`${front} on ${back} has ${least} to 1 in ${scheme}, contrast: ${contrastAsked}`, () => {
        const [a, b] = [colours.get(front), colours.get(back)];
        assert.ok(a && b, `tokens.css has no --g-${front} or no --g-${back}`);
        const ratio = contrast(a, b);
        assert.ok(ratio >= least, `${ratio.toFixed(2)} to 1`);
      });
    }
  }
}

test('every colour that is opaque stands in a pair', () => {
  const paired = new Set(PAIRS.flatMap((pair) => pair.slice(0, 2)));
  const alone = [...coloursOf(normal, 'light').keys()].filter((name) => !paired.has(name));
  assert.deepEqual(alone, []);
});
