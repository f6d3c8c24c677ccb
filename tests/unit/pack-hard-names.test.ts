/**
 * The risky names of the bundled packs that are not the first one: each is marked where it is meant and left alone where the same
 * letters mean something else. A file of cases is named as its pack, and is spotted with that pack alone.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openLexicon } from '../../src/core/gazetteer/lexicon.ts';
import { type Case, documentOfCase } from '../../src/tools/eval/cases.ts';
import { spotDocument } from '../../src/tools/eval/spot-document.ts';
import { bundledPack } from '../support/bundled-pack.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/spotting-packs');

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'))) {
  const id = path.parse(file).name;
  const { gazetteer, tables } = await bundledPack(id);
  const lexicon = openLexicon(gazetteer, tables);
  const cases = readFileSync(path.join(FOLDER, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Case); // their shape is checked where they become documents
  const marksOf = (one: Case) => spotDocument(documentOfCase(one), [lexicon]).marks;

  test(`${id}: hard names are marked where they are meant`, () => {
    const wanted = cases.filter(({ want }) => want.length > 0);
    assert.ok(wanted.length >= 90, `${wanted.length} cases`);
    const missed = wanted.flatMap((one) =>
      one.want
        .filter(
          ({ surface, entity }) =>
            !marksOf(one).some((mark) => mark.surface === surface && mark.entity === entity),
        )
        .map(({ surface }) => `${one.id} ${surface}: ${one.text}`),
    );
    assert.deepEqual(missed, []);
  });

  test(`${id}: hard names are left alone where they mean something else`, () => {
    const rejected = cases.filter(({ reject }) => reject.length > 0);
    assert.ok(rejected.length >= 90, `${rejected.length} cases`);
    const wrong = rejected.flatMap((one) =>
      marksOf(one)
        .filter(({ surface }) => one.reject.includes(surface))
        .map(({ surface }) => `${one.id} ${surface}: ${one.text}`),
    );
    assert.deepEqual(wrong, []);
  });
}
