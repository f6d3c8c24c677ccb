/**
 * A pack of made-up names that strain a card: too much, too long, too little, broken, and written both ways. It is put into a copy
 * of the build beside the bundled pack, with faults that the checker of packs would refuse.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Source } from '../../src/core/model.ts';
import { compilePack } from '../../src/core/pack/compile-pack.ts';
import type { SourceEntity, SourceStatement } from '../../src/core/pack/source.ts';
import { writePack } from '../../src/tools/pack/write-pack.ts';
import { entityNamed, exact, INFO, packOf } from './small-pack.ts';

/** What pages call the entities. */
export const NAMES = {
  many: 'Tolvane Commission',
  long: 'Mirevale Accord',
  unbroken: 'Oxterhoven Registry',
  bare: 'Quillan Charter',
  broken: 'Vestrin Bureau',
  arabicInside: 'Karsfeld Forum',
  arabic: 'Delmora Institute',
} as const;

export const LONG_LABEL =
  'Agreement between the Governments of the Member States of the Mirevale Cooperation Organisation on Cooperation in the Field of Ensuring International Information Security, done at Mirevale on 16 June 2009, with its annexes on basic terms and on the main types of threats, their sources and their signs'
    .padEnd(300, '.')
    .slice(0, 300);
export const UNBROKEN_LABEL = 'Oxterhoven'.repeat(30);
export const ARABIC_NAME = 'الاتحاد الدولي للاتصالات';
export const ARABIC_SENTENCE = `${ARABIC_NAME} (ITU) هو وكالة الأمم المتحدة المتخصصة في تكنولوجيا المعلومات، ومقره جنيف منذ 1947.`;
export const MIXED_SENTENCE = `Its Arabic name is «${ARABIC_NAME}» (since 1947), and it sits in Geneva.`;

const statement = (id: string, text: SourceStatement['text'], ...sources: string[]): SourceStatement => ({
  id,
  from: ['f'],
  text,
  sources,
});

const SOURCES: readonly Source[] = [
  { id: 'untitled', publisher: 'The Vestrin Courier', url: 'https://courier.example/2019/report.html' },
  { id: 'nameless', publisher: 'The Vestrin Archive' },
  { id: 'half', title: 'Half an address', publisher: 'Half', url: 'https://' },
  { id: 'gap', title: 'An address of no host', publisher: 'Gap', url: 'https://[no host]/a' },
  { id: 'words', title: 'No address at all', publisher: 'Words', url: 'page 12, left column' },
  {
    id: 'script',
    title: 'An address that is a script',
    publisher: 'Script',
    url: 'javascript:document.title="ran"',
  },
  { id: 'data', title: 'An address that is a page', publisher: 'Data', url: 'data:text/html,<p>ran' },
  {
    id: 'arabic',
    title: `تقرير ${ARABIC_NAME} (ITU) السنوي`,
    publisher: 'الاتحاد',
    language: 'ar',
    url: 'https://example.org/ar',
  },
].map(
  (source) => ({ language: 'en', kind: 'article', quality: 'primary', ...source }) as Source, // ids unbranded
);

const ENTITIES: readonly SourceEntity[] = [
  entityNamed('many', [exact(NAMES.many)], {
    statements: Array.from({ length: 200 }, (_, i) =>
      statement(
        `many/s${i}`,
        { en: `Statement ${i + 1} of two hundred, long enough to run on to a second line of the card.` },
        's',
      ),
    ),
  }),
  entityNamed('long', [exact(NAMES.long)], { labels: { en: LONG_LABEL } }),
  entityNamed('unbroken', [exact(NAMES.unbroken)], { labels: { en: UNBROKEN_LABEL } }),
  entityNamed('bare', [exact(NAMES.bare)]),
  entityNamed('broken', [exact(NAMES.broken)], {
    background: [
      statement(
        'broken/b0',
        { en: 'The Vestrin Bureau is cited badly.' },
        ...['s', 'untitled', 'nameless', 'half', 'gap', 'words', 'script', 'data', 'missing'],
      ),
    ],
  }),
  entityNamed('arabic-inside', [exact(NAMES.arabicInside)], {
    statements: [
      statement('ai/s0', { en: MIXED_SENTENCE }, 's', 'arabic'),
      statement('ai/s1', { ar: ARABIC_SENTENCE }, 'arabic'),
    ],
    timeline: [{ date: '1947', statement: statement('ai/t0', { ar: ARABIC_SENTENCE }, 's') }],
  }),
  entityNamed('arabic', [exact(NAMES.arabic)], {
    labels: { ar: `${ARABIC_NAME} (ITU)` },
    background: [statement('a/b0', { ar: ARABIC_SENTENCE }, 'arabic')],
  }),
];

/** Puts the pack into a copy of the build. */
export async function addStrainedPack(extensionDir: string): Promise<void> {
  const packs = path.join(extensionDir, 'packs');
  const pack = packOf(ENTITIES);
  const compiled = compilePack({
    ...pack,
    info: { ...INFO, id: 'strained', title: { en: 'Strained' } },
    sources: [...pack.sources, ...SOURCES],
  });
  const { bytes: _, ...entry } = await writePack(compiled, packs);
  const index = path.join(packs, 'index.json');
  writeFileSync(index, JSON.stringify([...JSON.parse(readFileSync(index, 'utf8')), entry]));
}
