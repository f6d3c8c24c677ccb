/**
 * A noted passage can be seen, and read: its line has 3 to 1 (WCAG 2.2, 1.4.11) and its ground takes little from the words, on paper as
 * light and as dark as news pages have it, computed from note-marks.css as it ships.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { NOTE_COLOURS } from '../../src/core/note.ts';
import { contrastOf, laidOver, oklchIn, srgbToLinear, type Triple } from '../support/contrast.ts';

const css = readFileSync(new URL('../../src/content/notes/note-marks.css', import.meta.url), 'utf8');

function colourOf(rule: string, declaration: RegExp): { readonly colour: Triple; readonly alpha: number } {
  const found = oklchIn(rule, declaration);
  assert.ok(found, declaration.source);
  return found;
}

/** What is laid under the words, and the line below them, in one colour. */
const lookOf = (colour: string) => {
  const rule =
    css.split('}').find((one) => /note-\w+\) \{\s+background/.test(one) && one.includes(`note-${colour})`)) ??
    '';
  return {
    line: colourOf(rule, /text-decoration-color:/).colour,
    ground: colourOf(rule, /background-color:/),
  };
};
const contrast = (one: Triple, other: Triple) => contrastOf(srgbToLinear(one), srgbToLinear(other));
const grey = (part: number): Triple => [part / 255, part / 255, part / 255];
const cream: Triple = [255 / 255, 241 / 255, 229 / 255];

for (const [what, papers, ink] of [
  ['light', [grey(255), grey(250), cream], grey(34)],
  ['dark', [grey(0), grey(18), grey(36)], grey(221)],
] as const)
  for (const colour of NOTE_COLOURS)
    test(`on ${what} paper a passage noted in ${colour} has a line that can be seen, and words that can be read`, () => {
      const { line, ground } = lookOf(colour);
      for (const paper of papers) {
        const noted = laidOver(ground.colour, ground.alpha, paper);
        assert.ok(contrast(line, paper) >= 3, `the line on ${paper}: ${contrast(line, paper).toFixed(2)}`);
        assert.ok(contrast(line, noted) >= 3, `the line on its ground: ${contrast(line, noted).toFixed(2)}`);
        assert.ok(contrast(ink, noted) >= 7, `the words: ${contrast(ink, noted).toFixed(2)}`);
      }
    });
