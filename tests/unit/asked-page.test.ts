/** What `npm start` says to a page that it cannot open: the name, what is wrong with it, what to do, and no exit code of 0. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { askedPage } from '../../src/tools/start/asked-page.mjs';

const ROOT = path.join(path.dirname(new URL(import.meta.url).pathname), '../..');
const dir = mkdtempSync(path.join(tmpdir(), 'glossator-pages-'));
after(() => rmSync(dir, { recursive: true, force: true }));
writeFileSync(path.join(dir, 'good.html'), '<!doctype html><p>ITU');
writeFileSync(path.join(dir, 'empty.html'), '');
writeFileSync(path.join(dir, 'notes.txt'), 'ITU');
writeFileSync(path.join(dir, 'picture.html'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
mkdirSync(path.join(dir, 'folder.html'));

const REFUSED: readonly (readonly [what: string, page: string, problem: RegExp])[] = [
  ['a missing file', 'missing.html', /^missing\.html: there is no such file .*Give --page/],
  ['a folder', 'folder.html', /^folder\.html: this is a folder\. Name one HTML file/],
  ['an empty file', 'empty.html', /^empty\.html: the file is empty\. Give --page/],
  ['a text file', 'notes.txt', /^notes\.txt: this is no HTML file\. .*npm run spot/],
  ['a picture called HTML', 'picture.html', /^picture\.html: this is no HTML file\./],
  ['half an address', 'http://', /^http:\/\/: this is no address\. Give --page/],
  ['an address of another kind', 'ftp://news.test/a.html', /^ftp:.* http and https pages only.*Give --page/],
  ["a page of the browser's own", 'chrome://settings', /^chrome:.* http and https pages only/],
  ['a missing file by address', pathToFileURL(path.join(dir, 'gone.html')).href, /there is no such file/],
];

for (const [what, page, problem] of REFUSED) {
  test(`${what} is refused in words that name it and the remedy`, () => {
    assert.match(askedPage(['--page', page], dir).problem ?? 'accepted', problem);
  });
}

const TAKEN: readonly (readonly [args: readonly string[], asked: object])[] = [
  [[], { kind: 'chromium', page: null }],
  [['--firefox'], { kind: 'firefox', page: null }],
  [['--page', 'good.html'], { kind: 'chromium', page: { file: path.join(dir, 'good.html') } }],
  [
    ['--page', pathToFileURL(path.join(dir, 'good.html')).href],
    { kind: 'chromium', page: { file: path.join(dir, 'good.html') } },
  ],
  [['--firefox', '--page', 'https://news.test'], { kind: 'firefox', page: { url: 'https://news.test/' } }],
];

for (const [args, asked] of TAKEN) {
  test(`npm start -- ${args.join(' ').replaceAll(pathToFileURL(dir).href, 'file:…')} is understood`, () => {
    assert.deepEqual(askedPage(args, dir), asked);
  });
}

for (const args of [['--pages', 'a.html'], ['a.html'], ['--page']]) {
  test(`npm start -- ${args.join(' ')} is answered with how it is used`, () => {
    assert.match(askedPage(args, dir).problem ?? 'accepted', /^[^\n]+\.\nUsage: npm start -- \[--page/);
  });
}

test('npm start ends at once, with the words and an exit code, where a page cannot be opened', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/tools/start.mjs'), '--page', 'missing.html'],
    { cwd: dir, encoding: 'utf8' },
  );
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  assert.match(stderr, /^missing\.html: there is no such file .*Give --page/);
});
