/** Small packs for tests, compiled by the real compiler. */
import { type Lexicon, openLexicon } from '../../src/core/gazetteer/lexicon.ts';
import type { PackInfo, TextBlock } from '../../src/core/model.ts';
import { compilePack } from '../../src/core/pack/compile-pack.ts';
import type { PackSource, SourceAlias, SourceEntity } from '../../src/core/pack/source.ts';
import { NO_EVIDENCE } from '../../src/core/spotting/evidence.ts';
import { settle, spot } from '../../src/core/spotting/spot.ts';

export const INFO: PackInfo = {
  id: 'test',
  title: { en: 'Test' },
  description: { en: 'A pack for tests.' },
  version: '1.0.0',
  date: '2026-11-24',
  licence: { id: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  languages: ['en'],
};

/** An entity with what the compiler wants, and what the test is about. */
export function entityNamed(
  id: string,
  aliases: readonly SourceAlias[],
  more: Partial<SourceEntity> = {},
): SourceEntity {
  return {
    id,
    type: 'organisation',
    labels: { en: aliases[0]?.text ?? id },
    aliases,
    background: [{ id: `${id}/b0`, from: ['f'], text: { en: `${id} is something.` }, sources: ['s'] }],
    statements: [],
    timeline: [],
    relations: [],
    cues: { en: [] },
    rivals: [],
    ...more,
  };
}

export const exact = (text: string, lang = 'en'): SourceAlias => ({ text, lang, case: 'exact' });
export const folded = (text: string, lang = 'en'): SourceAlias => ({ text, lang, case: 'fold' });

export function packOf(entities: readonly SourceEntity[]): PackSource {
  return {
    info: INFO,
    sources: [
      {
        id: 's' as never,
        title: 'A source',
        publisher: 'P',
        language: 'en',
        kind: 'article',
        quality: 'primary',
        url: 'https://example.org/s',
      },
    ],
    entities,
    relationKinds: { 'associated-with': { label: { en: 'connected with' }, inverse: 'associated-with' } },
  };
}

export function lexiconOf(
  entities: readonly SourceEntity[],
  isOrdinaryWord: (word: string) => boolean = () => false,
): Lexicon {
  const { gazetteer, tables } = compilePack(packOf(entities), isOrdinaryWord);
  return openLexicon(gazetteer, tables);
}

export function blockOf(text: string, more: Partial<TextBlock> = {}): TextBlock {
  return { id: 0, text, lang: '', region: 'prose', section: 0, links: [], breaks: [], ...more };
}

/** Local ids of the entities marked in a page of blocks, each as `surface=entity`. */
export function marked(lexicon: Lexicon, ...texts: readonly string[]): string[] {
  const blocks = texts.map((text, id) => blockOf(text, { id }));
  const answer = spot(blocks, NO_EVIDENCE, [lexicon]);
  return [...answer.mentions, ...settle(answer.pending, answer.evidence, [lexicon])]
    .toSorted((a, b) => a.block - b.block || a.start - b.start)
    .map(({ surface, entity }) => `${surface}=${entity.split(':')[1]}`);
}
