/** The project's own spotting cases, scored as `npm run eval -- --own` does and held to the recorded score. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { type Lexicon, openLexicon } from '../../src/core/gazetteer/lexicon.ts';
import { type Alias, REASON_CODES } from '../../src/core/model.ts';
import type { CompiledPack } from '../../src/core/pack/compile-pack.ts';
import type { Case } from '../../src/tools/eval/cases.ts';
import {
  fallsShort,
  type OwnRecord,
  readRecord,
  recordOf,
  type SetRecord,
  scoreOwnCases,
} from '../../src/tools/eval/own-cases.ts';
import { readGold } from '../../src/tools/eval/read-gold.ts';
import { spotDocument } from '../../src/tools/eval/spot-document.ts';
import { loadPack } from '../../src/tools/pack/load-pack.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const CASES = path.join(ROOT, 'tests/fixtures/spotting');
const NONE: SetRecord = { cases: 0, toMark: 0, found: 0, wrongEntity: 0, toLeave: 0, stillMarked: [] };

function caseFiles(): string[] {
  return readdirSync(CASES).filter((file) => file.endsWith('.jsonl'));
}

function ownCases(): Case[] {
  return caseFiles()
    .flatMap((file) => readFileSync(path.join(CASES, file), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Case); // their shape is checked by whatever scores them
}

describe('the own spotting cases', () => {
  let pack: CompiledPack;
  let lexicon: Lexicon;
  let now: OwnRecord;
  let recorded: OwnRecord;
  before(async () => {
    const { compiled } = await loadPack(path.join(ROOT, 'assets/packs/internet-governance'));
    assert.ok(compiled, 'the bundled pack compiles');
    pack = compiled;
    lexicon = openLexicon(compiled.gazetteer, compiled.tables);
    now = recordOf(await scoreOwnCases(CASES, [lexicon]));
    recorded = await readRecord(CASES);
  });

  test('are at least 300, in at least eight languages', () => {
    const own = Object.entries(now).filter(([set]) => set !== 'cases-with-pack');
    assert.ok(own.length >= 8);
    assert.ok(own.reduce((sum, [, { cases }]) => sum + cases, 0) >= 300);
  });

  test('score no lower than recorded, and mark nothing that must stay unmarked', () => {
    const complaints = Object.entries(recorded).flatMap(([set, record]) =>
      fallsShort(now[set] ?? NONE, record).map((complaint) => `${set}: ${complaint}`),
    );
    const remedy = 'npm run eval -- --own shows each error in its context';
    assert.deepEqual(complaints, [], remedy);
  });

  test('mark every acronym of the bundled pack somewhere, and leave every ambiguous one somewhere', () => {
    const acronyms = pack.reference.entities
      .flatMap((entity) => entity.aliases)
      .filter(({ text }) => /^\S{2,9}$/.test(text) && (text.match(/\p{Lu}/gu) ?? []).length > 1);
    const rows = ownCases();
    const wanted = new Set(rows.flatMap(({ want }) => want.map(({ surface }) => surface)));
    const rejected = new Set(rows.flatMap(({ reject }) => reject));
    // "U.N." and "KPCh" have no other sense that anybody would write so.
    const hasOtherSenses = ({ text, class: aliasClass }: Alias) =>
      aliasClass !== 'distinctive' && /^[\p{Lu}\p{N}-]+$/u.test(text);
    const missing = acronyms.flatMap((alias) => [
      ...(wanted.has(alias.text) ? [] : [`${alias.text}: never to be marked`]),
      ...(rejected.has(alias.text) || !hasOtherSenses(alias) ? [] : [`${alias.text}: never to be left`]),
    ]);
    assert.deepEqual([...new Set(missing)], []);
  });

  test('bring every kind of reason into play', async () => {
    const seen = new Set<string>();
    for (const file of caseFiles()) {
      const { documents } = await readGold(path.join(CASES, file), { declareLanguage: true, pooled: 0 });
      for (const document of documents) {
        const { marks, silent } = spotDocument(document, [lexicon]);
        for (const { reasons } of [...marks, ...(silent ?? [])])
          for (const { code } of reasons) seen.add(code);
      }
    }
    assert.deepEqual(
      REASON_CODES.filter((code) => !seen.has(code)),
      [],
    );
  });

  test('have a record for every set', () => {
    assert.deepEqual(Object.keys(recorded).sort(), Object.keys(now).sort());
  });
});

describe('a record', () => {
  const record: SetRecord = { ...NONE, cases: 2, toMark: 5, found: 3, stillMarked: ['en-1: IGF @4'] };
  for (const [what, change, complaints] of [
    ['is held by the same score', {}, 0],
    ['is held by a better one', { found: 4, stillMarked: [] }, 0],
    ['falls with a name no longer found', { found: 2 }, 1],
    ['falls with a wrong entity', { wrongEntity: 1 }, 1],
    ['falls with a new mark where none may be', { stillMarked: ['en-2: IGF @4'] }, 1],
    ['falls with a case taken away', { cases: 1 }, 1],
  ] as const) {
    test(what, () => assert.equal(fallsShort({ ...record, ...change }, record).length, complaints));
  }
});
