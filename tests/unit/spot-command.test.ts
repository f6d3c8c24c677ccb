/** `npm run spot`: what it prints, from which packs and files, and what it says where it cannot. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { spotCommand } from '../../src/tools/spot/command.ts';
import { blocksOfHtml } from '../../src/tools/spot/html-blocks.ts';
import { spotText } from '../../src/tools/spot/spot-file.ts';
import { entityNamed, exact, folded, lexiconOf } from '../support/small-pack.ts';

const SMALL = path.join(path.dirname(new URL(import.meta.url).pathname), '../fixtures/pack/small');
const scratch = mkdtempSync(path.join(tmpdir(), 'glossator-spot-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(scratch, name);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, content);
  return at;
}

async function run(argv: readonly string[], piped: string | Uint8Array = '') {
  const [out, err]: [string[], string[]] = [[], []];
  async function* input() {
    yield piped;
  }
  const code = await spotCommand(argv, {
    print: (line) => out.push(line),
    complain: (line) => err.push(line),
    input: input(),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const TWO = file('two.txt', 'A forum.\nThe International  Telecommunication\nUnion (ITU) met.\n\nITU again.');

test('the table has surface, entity, place, score and reasons', async () => {
  const { code, out, err } = await run(['--pack', SMALL, TWO]);
  assert.equal(err, '');
  assert.equal(code, 0);
  const [title, head, ...rows] = out.split('\n').map((line) => line.split(/ {2,}/));
  assert.deepEqual(title, [`${TWO}: 3 mentions`]);
  assert.deepEqual(head, ['surface', 'entity', 'place', 'score', 'reasons']);
  assert.deepEqual(
    rows.map(([surface, entity, place]) => [surface, entity, place]),
    [
      ['International Telecommunication Union', 'small:itu', '2:5'],
      ['ITU', 'small:itu', '3:8'],
      ['ITU', 'small:itu', '5:1'],
    ],
  );
  assert.equal(rows[0]?.[4], 'distinctive name (+4.0)');
  assert.match(
    rows[2]?.[4] ?? '',
    /^familiar name \(\+\d.*the page spells ITU out as International Telecommunication Union \(\+/,
  );
  for (const [, , , score, reasons = ''] of rows) {
    const weights = [...reasons.matchAll(/\(([+-][\d.]+)\)/g)].map(([, weight]) => Number(weight));
    const sum = weights.reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(Number(score) - sum) < 0.11, `${reasons} make ${score}`);
  }
});

test('--json prints one object a line, in the order of its fields', async () => {
  const { out } = await run(['--pack', SMALL, '--json', TWO]);
  const lines = out.split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ doc, start, end, surface, entity, pack }) => [doc, start, end, surface, entity, pack]),
    [
      ['two', 13, 51, 'International  Telecommunication\nUnion', 'itu', 'small'],
      ['two', 53, 56, 'ITU', 'itu', 'small'],
      ['two', 64, 67, 'ITU', 'itu', 'small'],
    ],
  );
  assert.deepEqual(
    Object.keys(lines[0]).join(),
    'doc,start,end,surface,entity,pack,score,reasons,before,after',
  );
  assert.deepEqual(lines[0].reasons, [{ code: 'alias-class', weight: 4, params: { class: 'distinctive' } }]);
  assert.equal(lines[1].before, 'International  Telecommunication\nUnion ('.slice(-40));
  assert.equal(lines[1].after, ') met.\n\nITU again.');
});

test('several files are spotted one after the other, and a pipe is a file', async () => {
  const { code, out } = await run(
    ['--pack', SMALL, TWO, '-'],
    '<!doctype html><p>The Internet <b>Governance</b> Forum',
  );
  assert.equal(code, 0);
  assert.match(out, /two\.txt: 3 mentions[\s\S]*\n\nstdin: 1 mention\n[\s\S]*small:igf {2,}1:23 /);
});

test('two packs are spotted with together', async () => {
  const names = path.join(scratch, 'names');
  file('names/pack.json', '{"id":"names"}');
  const aliases = [{ text: 'wide river', lang: 'en', case: 'fold' }];
  file('names/entities/river.json', JSON.stringify({ id: 'river', type: 'place', aliases }));
  const { code, out, err } = await run(
    ['--pack', SMALL, '--pack', names, '-'],
    'ITU-free: a wide river. Internet Governance Forum',
  );
  assert.equal(code, 0);
  assert.match(out, /names:river[\s\S]*small:igf/);
  assert.match(err, /^warning: \S+names is a pack of names alone: no sources, no cards\./);
});

/** What is asked for, what comes in by the pipe, and the complaint; the exit code is 2. */
const FAULTS: readonly (readonly [what: string, argv: readonly string[], complaint: RegExp])[] = [
  ['no file', ['--pack', SMALL], /no file[\s\S]*usage:/],
  ['a file that is not there', ['--pack', SMALL, 'nowhere.txt'], /^nowhere\.txt: there is no such file/],
  ['a folder', ['--pack', SMALL, scratch], /it is a folder/],
  ['a binary file', ['--pack', SMALL, file('b.txt', Buffer.from([0x50, 0, 1, 2]))], /it is not text/],
  [
    'a file in UTF-16',
    ['--pack', SMALL, file('u.txt', Buffer.from('\ufeffITU', 'utf16le'))],
    /it is UTF-16\. Save/,
  ],
  [
    'a file in Latin-1',
    ['--pack', SMALL, file('l.txt', Buffer.from('Génève', 'latin1'))],
    /it is not UTF-8\. Save/,
  ],
  ['an unknown density', ['--density', 'some', TWO], /--density some: use one of every, section, page/],
  ['an unknown option', ['--frob', TWO], /Unknown option '--frob'[\s\S]*usage:/],
  ['a pack that is not there', ['--pack', 'nowhere', TWO], /pack\.json: the file is missing/],
];

for (const [what, argv, complaint] of FAULTS) {
  test(`${what} is refused in words`, async () => {
    const { code, out, err } = await run(argv);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, complaint);
  });
}

test('a file that cannot be read does not keep the others from being spotted', async () => {
  const { code, out, err } = await run(['--pack', SMALL, 'nowhere.txt', TWO]);
  assert.equal(code, 2);
  assert.match(err, /nowhere\.txt/);
  assert.match(out, /3 mentions/);
});

test('a pack with an error in it is refused, not taken for a pack of names', async () => {
  file('names2/pack.json', '{"id":"names2"}');
  file('names2/sources.json', '[]');
  const { code, err } = await run(['--pack', path.join(scratch, 'names2'), TWO]);
  assert.equal(code, 2);
  assert.doesNotMatch(err, /names alone/);
});

const LEXICON = lexiconOf([
  entityNamed('union', [folded('International Telecommunication Union'), exact('ITU')]),
]);
const LONG = 'International Telecommunication Union';
const SECTIONS = `<h1>The ${LONG}</h1><p>The ${LONG} and the ${LONG}.</p><h2>Later</h2><p>${LONG}; ${LONG}.</p>`;

for (const [density, count] of [
  ['every', 5],
  ['section', 2],
  ['page', 1],
] as const) {
  test(`at density ${density}, ${count} of five mentions in two sections are printed`, () => {
    const found = spotText(SECTIONS, [LEXICON], { html: true, density });
    assert.equal(found.length, count);
    assert.equal(found[0]?.start, SECTIONS.indexOf(LONG), 'the first is kept');
  });
}

test('mentions of HTML stand where they stand in the file, across markup and references', () => {
  const html = `<p title="a > b">Fish &amp; chips: the <b>Inter</b>national&nbsp;<i>Telecommunication</i>
    Union &#40;<a href="/">ITU</a>&#x29;.`;
  const found = spotText(html, [LEXICON], { html: true }).map(({ start, end }) => html.slice(start, end));
  assert.deepEqual(found, ['Inter</b>national&nbsp;<i>Telecommunication</i>\n    Union', 'ITU']);
});

/** HTML, and the texts of its blocks. */
const HTML: readonly (readonly [what: string, html: string, blocks: readonly string[]])[] = [
  ['blocks end at block-level tags', '<p>One<p>two<div>three</div>four', ['One', 'two', 'three', 'four']],
  ['inline tags end nothing', '<p>a <em>b</em><span>c</span>', ['a bc']],
  ['a line break is one', '<p>a<br>b', ['a\nb']],
  ['scripts and comments stand inside a sentence unseen', '<p>a<script>"<p>x"</script><!-- <p> -->b', ['ab']],
  ['what is not prose is left out', '<nav>x</nav><p>a</p><pre>y</pre><textarea>z</textarea>', ['a']],
  ['a lone < or & is text', '<p>1 < 2 & 3 &unknown; 4', ['1 < 2 & 3 &unknown; 4']],
  ['references beyond Unicode are text', '<p>&#x110000;&#0;', ['&#x110000;&#0;']],
  ['an unclosed comment hides the rest', '<p>a<!-- b', ['a']],
  ['an unclosed head hides nothing', '<head><title>t</title><body><p>a', ['t', 'a']],
];

for (const [what, html, expected] of HTML) {
  test(`HTML: ${what}`, () => {
    assert.deepEqual(
      blocksOfHtml(html).map(({ block }) => block.text),
      expected,
    );
  });
}

test('HTML without end is read to its end', () => {
  for (const part of ['<', '<p ', '<!--', '<script>', '&#', '<a href="', "<a b='"]) {
    assert.ok(blocksOfHtml(part.repeat(50_000)).length >= 0, part);
  }
});

test('--explain prints what stays silent, each with its score and reasons', async () => {
  const silent = file('silent.txt', 'The IGF was measured.\n\nShare it on Facebook.');
  const { code, out } = await run(['--explain', silent]);
  assert.equal(code, 0);
  const [marks, silences] = out.split('\n\n');
  assert.equal(marks, `${silent}: 0 mentions`);
  const rows = (silences ?? '').split('\n');
  assert.equal(rows[0], `${silent}: 2 silences`);
  assert.match(
    rows[2] ?? '',
    /^IGF +internet-governance:internet-governance-forum +1:5 +-\d.*ambiguous name \(-1/,
  );
  assert.match(rows[3] ?? '', /^Facebook .* -4\.0 .*a line to share or follow \(-8/);
});
