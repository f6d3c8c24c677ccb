/**
 * The gazetteer beside what else there is, on the same terms and the same text in the same run, and then alone with a
 * million names:
 *
 *     node --expose-gc --import tsx tests/bench/gazetteer.bench.ts [--rounds N] [--all]
 *
 * Rounds are interleaved, so that a slow moment of the machine falls on all. Times are printed, never judged; it fails
 * only where the matchers disagree on what is in the text. `--all` leaves no matcher out for being slow to build.
 */
import { parseArgs } from 'node:util';
import { buildGazetteer } from '../../src/core/gazetteer/builder.ts';
import { decodeGazetteer, encodeGazetteer } from '../../src/core/gazetteer/codec.ts';
import { scanGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { type Count, MATCHERS, type Matcher } from './matchers.ts';
import { generateNames, readTerms, readText, sampleTerms } from './wordnet.ts';

interface Entry {
  readonly matcher: Matcher;
  readonly count: Count;
  readonly buildMs: number;
  readonly memoryMb: number;
  readonly times: number[];
  hits: number;
}

const TEXT_LENGTH = 1_050_000;
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, all: { type: 'boolean' } },
});
const rounds = Math.max(1, Number(values.rounds) || 1);
const terms = readTerms();
const text = readText(TEXT_LENGTH);
const sizes = [1_000, 10_000, terms.length];

console.log('## Gazetteer: speed and size beside other matchers\n');
console.log(
  `${grouped(text.length)} characters of English, folded; WordNet terms; overlapping hits between word`,
);
console.log(
  `boundaries, the same for all; least and median of ${rounds} interleaved rounds; Node ${process.versions.node}.\n`,
);
printRow([
  'terms',
  'matcher',
  'built in ms',
  'memory MB',
  'least ms',
  'median ms',
  'M chars/s',
  'hits',
  'times ours',
]);
printRow(['--:', '---', ...Array.from({ length: 7 }, () => '--:')]);
const notes: string[] = [];
for (const size of sizes) compare(size);
console.log(`\n${notes.map((note) => `- ${note}`).join('\n')}\n`);
tryMillion();

function compare(size: number): void {
  const sample = sampleTerms(terms, size);
  const entries: Entry[] = [];
  for (const matcher of MATCHERS) {
    const isLeftOut = matcher.upTo !== undefined && size > matcher.upTo.terms && !values.all;
    if (isLeftOut)
      notes.push(`${grouped(size)} terms: \`${matcher.name}\` left out, since ${matcher.upTo?.why}.`);
    else entries.push(build(matcher, sample));
  }
  for (const entry of entries) entry.hits = entry.count(text); // Warm, and counted.
  for (let round = 0; round < rounds; round++) {
    for (const entry of entries) entry.times.push(time(() => entry.count(text)));
  }

  const ours = least(entries.find(({ matcher }) => matcher.kind === 'ours') as Entry);
  for (const entry of entries) {
    const sorted = entry.times.toSorted((a, b) => a - b);
    printRow([
      grouped(size),
      entry.matcher.name,
      entry.buildMs.toFixed(0),
      globalThis.gc ? entry.memoryMb.toFixed(1) : 'needs --expose-gc',
      least(entry).toFixed(1),
      (sorted[sorted.length >> 1] as number).toFixed(1),
      (text.length / least(entry) / 1000).toFixed(1),
      grouped(entry.hits),
      (least(entry) / ours).toFixed(1),
    ]);
  }
  const npm = entries.filter(({ matcher }) => matcher.kind === 'npm').sort((a, b) => least(a) - least(b));
  const fastest = npm[0] as Entry;
  notes.push(
    `${grouped(size)} terms: **${(least(fastest) / ours).toFixed(1)} times** the fastest npm matcher, \`${fastest.matcher.name}\`.`,
  );
  if (new Set(entries.map((entry) => entry.hits)).size > 1) {
    console.error(`At ${size} terms the matchers disagree: see the column of hits.`);
    process.exitCode = 1;
  }
}

function build(matcher: Matcher, sample: readonly string[]): Entry {
  const before = usedBytes();
  const start = performance.now();
  const count = matcher.build(sample);
  const buildMs = performance.now() - start;
  count('warm'); // A RegExp compiles at its first use.
  return { matcher, count, buildMs, memoryMb: (usedBytes() - before) / 1e6, times: [], hits: 0 };
}

/** A million names of several words: the index alone, as no other matcher here holds so many in bearable memory. */
function tryMillion(): void {
  const names = generateNames(terms, 1_000_000);
  const start = performance.now();
  const built = buildGazetteer(names);
  const buildMs = performance.now() - start;
  const bytes = encodeGazetteer(built);
  const decodeStart = performance.now();
  const gazetteer = decodeGazetteer(bytes);
  const decodeMs = performance.now() - decodeStart;
  console.log('## A million names\n');
  printRow(['text', 'built in s', 'index MB', 'decoded in ms', 'least ms', 'M chars/s', 'hits']);
  printRow(['---', ...Array.from({ length: 6 }, () => '--:')]);
  const dense = names.filter((_, n) => n % 25 === 0).join(', ');
  for (const [label, material] of [
    ['English', text],
    ['nothing but names', dense],
  ] as const) {
    let hits = 0;
    const times = Array.from({ length: rounds }, () => {
      hits = 0;
      return time(() => scanGazetteer(gazetteer, material, () => hits++));
    });
    const least = Math.min(...times);
    const speed = material.length / least / 1000;
    printRow([
      label,
      (buildMs / 1000).toFixed(1),
      (bytes.length / 1e6).toFixed(1),
      decodeMs.toFixed(0),
      least.toFixed(1),
      speed.toFixed(1),
      grouped(hits),
    ]);
  }
}

function least(entry: Entry): number {
  return Math.min(...entry.times);
}

/** Bytes in use after a collection, in the heap and in array buffers. */
function usedBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.(); // The first may leave buffers of arrays that it has only just found dead.
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}
