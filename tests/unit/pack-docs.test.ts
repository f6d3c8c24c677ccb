/** docs/packs.md tells how to write a pack; what it shows is what lies in docs/example-pack, and what the commands print of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { hygieneLines, hygieneSummary } from '../../src/tools/pack/hygiene.ts';
import { loadPack, problemLine } from '../../src/tools/pack/load-pack.ts';
import { countPack } from '../../src/tools/pack/report.ts';
import { spotCommand } from '../../src/tools/spot/command.ts';

const DOCS = path.join(path.dirname(new URL(import.meta.url).pathname), '../../docs');
const EXAMPLE = path.join(DOCS, 'example-pack');
const page = readFileSync(path.join(DOCS, 'packs.md'), 'utf8');
const { compiled, problems } = await loadPack(EXAMPLE);

const shown = new Map(
  [...page.matchAll(/^`docs\/example-pack\/([^`]+)`\n\n```\w+\n([\s\S]*?)```$/gm)].map(([, file, text]) => [
    file ?? '',
    text ?? '',
  ]),
);
/** Blocks of what commands print, in the page's order. */
const printed = [...page.matchAll(/^ {4}npm run .*\n\n```text\n([\s\S]*?)```$/gm)].map(
  ([, text]) => text ?? '',
);
/** Weights are tuned from time to time; what the page shows of them need not follow each time. */
const withoutWeights = (text: string) =>
  text
    .replace(/\(?[+-]?\d+\.\d\)?/g, '#')
    .replace(/ {2,}/g, '  ')
    .trim();

test('the page shows every file of the example, as it lies there', () => {
  const files = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => name.split(path.sep).join('/'));
  assert.deepEqual([...shown.keys()].sort(), files.sort());
  for (const [file, text] of shown) assert.equal(text, readFileSync(path.join(EXAMPLE, file), 'utf8'), file);
});

test('the example compiles without a word, and has no loose end', () => {
  assert.deepEqual(problems.map(problemLine), []);
  assert.ok(compiled);
  const counts = countPack(compiled);
  assert.equal(counts.entities, 3);
  assert.deepEqual(
    [counts.unreachable, counts.deadRelations, counts.unopenable, counts.withoutRelation],
    [[], [], [], []],
  );
});

test('the page shows what the compiler says of the names', () => {
  assert.ok(compiled);
  const { aliasReport } = compiled;
  assert.deepEqual(printed[0]?.trimEnd().split('\n').slice(1), [
    hygieneSummary(aliasReport),
    ...hygieneLines(aliasReport).map((line) => `  ${line}`),
  ]);
});

test('the page shows what is spotted: the units in the news, and nothing on the magazine', async () => {
  const out: string[] = [];
  const files = ['news.txt', 'sport.txt'].map((name) => path.join(EXAMPLE, name));
  const terminal = {
    print: (line: string) => out.push(line.replaceAll(`${EXAMPLE}/`, 'docs/example-pack/')),
    complain: (line: string) => assert.fail(line),
    input: (async function* () {})(),
  };
  assert.equal(await spotCommand(['--pack', EXAMPLE, ...files], terminal), 0);
  assert.equal(withoutWeights(out.join('\n')), withoutWeights(printed[1] ?? ''));
  assert.match(
    out.join('\n'),
    /measures:metre-convention[\s\S]*measures:bipm[\s\S]*SI +measures:international-system/,
  );
  assert.match(out.join('\n'), /sport\.txt: 0 mentions/);
});
