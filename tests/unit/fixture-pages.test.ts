/** Every failure mode is proved somewhere, and every page of the fixtures is opened by the test that proves it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ALL_ROWS } from '../e2e/pages/all-rows.ts';
import { FIXTURE_PAGES, fixturePages } from '../support/fixture-pages.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const MODES = 45;

const filesIn = (proof: string): readonly string[] => proof.match(/[\w./-]+\.\w+/g) ?? [];

/** The table's lines: a mode, and the files that prove it. */
const table = new Map(
  readFileSync(path.join(FIXTURE_PAGES, 'README.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, mode, , proof] = line.split('|').map((cell) => cell.trim());
      return mode !== undefined && proof !== undefined && /^B-\d+$/.test(mode)
        ? [[mode, filesIn(proof)] as const]
        : [];
    }),
);

test('each of the failure modes has its line in the table, with files that are there', () => {
  assert.deepEqual(
    [...table.keys()],
    Array.from({ length: MODES }, (_, i) => `B-${i + 1}`),
  );
  for (const [mode, files] of table) {
    assert.ok(files.length > 0, `${mode} is proved nowhere`);
    for (const file of files) {
      const folder = file.includes('/') ? ROOT : FIXTURE_PAGES;
      assert.ok(existsSync(path.join(folder, file)), `${mode}: ${file} is not there`);
    }
  }
});

test('each page stands in the table under its mode, and has a row in the test', () => {
  for (const { file, mode } of fixturePages()) {
    assert.ok(table.get(mode)?.includes(file), `${file} is not named for ${mode}`);
    assert.ok(
      ALL_ROWS.some((row) => row.file === file),
      `no row opens ${file}`,
    );
  }
});
