/**
 * Marks stand out from whatever they are on: the tone that is chosen for a ground has a line with 3 to 1 (WCAG 2.2, 1.4.11), in
 * each style, computed from marks.css as it ships. The grounds go through all of sRGB and OKLCH, and through translucent ones.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { colourOf, type Ground, over, TONES, type Tone, toneOn } from '../../src/content/marks/tone.ts';
import { MARK_STYLES } from '../../src/core/model.ts';
import {
  contrastOf,
  laidOver,
  linearToSrgb,
  oklabToLinear,
  oklchIn,
  oklchToOklab,
  srgbToLinear,
  type Triple,
} from '../support/contrast.ts';

/** How a mark looks: its line, and what it lays under the name. Colours are sRGB. */
interface Look {
  readonly line: Triple;
  readonly tint: Triple;
  readonly tintAlpha: number;
}

const css = readFileSync(new URL('../../src/content/marks/marks.css', import.meta.url), 'utf8');
const [usual = ''] = css.split('@media');

const NONE = { colour: [0, 0, 0], alpha: 0 } as const;

function lookOf(style: string, tone: Tone): Look {
  const name = `::highlight(glossator-${style}-${tone})`;
  const rules = usual
    .split('}')
    .filter((rule) => rule.includes(name))
    .map((rule) => rule.split('{')[1])
    .join(' ');
  const line = oklchIn(rules, /text-decoration:/) ?? NONE;
  assert.equal(line.alpha, 1, `${name} has a line`);
  const { colour: tint, alpha: tintAlpha } = oklchIn(rules, /background-color:/) ?? NONE;
  return { line: line.colour, tint, tintAlpha };
}

/** Each as usual, and as it is named where it is printed too. */
const STYLES = MARK_STYLES.flatMap((style) => [style, `${style}-print`]);
const LOOKS = new Map(
  TONES.map((tone) => [tone, STYLES.map((style) => ({ style, ...lookOf(style, tone) }))]),
);

/** The least contrast of any style's line with a ground, bare and tinted, in the tone that is chosen for its CSS colour. */
function leastOn(ground: Triple, tone: Tone): number {
  const ratios = (LOOKS.get(tone) ?? []).flatMap(({ line, tint, tintAlpha }) =>
    [ground, laidOver(tint, tintAlpha, ground)].map((back) =>
      contrastOf(srgbToLinear(line), srgbToLinear(back)),
    ),
  );
  return Math.min(...ratios);
}

const WHITE = colourOf('rgb(255, 255, 255)');
const BLACK = colourOf('rgb(0, 0, 0)');

/** The tone for white text or for black, whichever can be read there. */
function toneFor(ground: Ground, shown: Triple): Tone {
  const linear = srgbToLinear(shown);
  return toneOn(ground, contrastOf(linear, [1, 1, 1]) > contrastOf(linear, [0, 0, 0]) ? WHITE : BLACK);
}

const STEPS = Array.from({ length: 16 }, (_, i) => i * 17);
const SRGB = STEPS.flatMap((red) =>
  STEPS.flatMap((green) => STEPS.map((blue): Triple => [red / 255, green / 255, blue / 255])),
);
const written = (colour: Triple) => colour.map((part) => Math.round(part * 255)).join(', ');

/** Grounds that do not hold 3 to 1, with what they have. */
function failures(
  grounds: readonly (readonly [what: string, shown: Triple, tone: Tone])[],
): readonly string[] {
  return grounds.flatMap(([what, shown, tone]) => {
    const least = leastOn(shown, tone);
    return least >= 3 ? [] : [`${what}: ${tone}, ${least.toFixed(2)} to 1`];
  });
}

test('each style has a line in each tone, and the tint alone lays a colour under the name', () => {
  for (const looks of LOOKS.values()) {
    assert.deepEqual(
      looks.filter(({ tintAlpha }) => tintAlpha > 0).map(({ style }) => style),
      ['tint', 'tint-print'],
    );
  }
});

test('on every ground of sRGB the line has 3 to 1, and each tone is used', () => {
  const grounds = SRGB.map((colour) => {
    const ground = colourOf(`rgb(${written(colour)})`);
    return [written(colour), colour, toneFor(ground, colour)] as const;
  });
  assert.deepEqual(failures(grounds), []);
  assert.deepEqual(new Set(grounds.map(([, , tone]) => tone)), new Set(TONES));
});

test('on every ground written in OKLCH or as color() the line has 3 to 1', () => {
  const grounds = Array.from({ length: 101 }, (_, lightness) =>
    Array.from({ length: 12 }, (_, i) => i * 30).flatMap((hue) =>
      [0, 0.05, 0.1].flatMap((chroma) => {
        const shown = linearToSrgb(oklabToLinear(oklchToOklab(lightness / 100, chroma, hue)));
        return [`oklch(${lightness / 100} ${chroma} ${hue})`, `color(srgb ${shown.join(' ')})`].map((css) => {
          const ground = colourOf(css);
          return [css, shown, toneFor(ground, shown)] as const;
        });
      }),
    ),
  ).flat();
  assert.deepEqual(failures(grounds), []);
});

test('on a translucent ground over another the line has 3 to 1', () => {
  const few = SRGB.filter((_, i) => i % 37 === 0);
  const grounds = few.flatMap((back) =>
    few.flatMap((front) =>
      [0.1, 0.35, 0.6, 0.9].map((alpha) => {
        const ground = over(colourOf(`rgba(${written(front)}, ${alpha})`), colourOf(`rgb(${written(back)})`));
        const what = `${written(front)} / ${alpha} on ${written(back)}`;
        const shown = laidOver(front, alpha, back);
        return [what, shown, toneFor(ground, shown)] as const;
      }),
    ),
  );
  assert.deepEqual(failures(grounds), []);
});

test('colours are read in the forms that browsers give them in', () => {
  for (const [css, red, alpha] of [
    ['rgb(255, 255, 255)', 1, 1],
    ['rgba(0, 0, 0, 0)', 0, 0],
    ['rgba(128, 0, 0, 0.5)', 0.25, 0.5],
    ['color(display-p3 1 1 1 / 0.25)', 0.25, 0.25],
    ['color(srgb 0.5 0.5 0.5)', 0.5, 1],
    ['color(srgb -0.01 1.5e-7 0 / 0.5)', 0, 0.5],
    ['oklab(1 -0.02 0 / 0.5)', 0.5, 0.5],
    ['oklch(none none none)', 0, 1],
    ['lab(100 -0.02 0.01)', 1, 1],
  ] as const) {
    const colour = colourOf(css);
    assert.ok(Math.abs(colour[0] - red) < 0.01, `${css}: ${colour[0]}`);
    assert.equal(colour[3], alpha, css);
  }
});
