/**
 * Cases: a short text with the names that must be marked in it (`want`) and those that must not be (`reject`). Easier to
 * write than labels with offsets; here they become labels. A file of cases may bring a small pack of names of its own.
 */
import { type Lexicon, openLexicon } from '../../core/gazetteer/lexicon.ts';
import type { Region } from '../../core/model.ts';
import { compilePack } from '../../core/pack/compile-pack.ts';
import type { SourceAlias } from '../../core/pack/source.ts';
import type { FileBlock } from '../spot/text-blocks.ts';
import { contextOf, type Label, type Verdict } from './labels.ts';
import type { EvalDocument } from './spot-document.ts';

export interface Wanted {
  readonly surface: string;
  readonly entity: string;
  /** Which occurrence of the surface in the text, from 1. */
  readonly nth?: number;
}

/** A block of a case that is more than one run of prose. */
export interface CaseBlock {
  readonly text: string;
  readonly region?: Region;
  readonly lang?: string;
}

export interface Case {
  readonly id: string | number;
  readonly lang: string;
  readonly text?: string;
  readonly blocks?: readonly CaseBlock[];
  readonly want: readonly Wanted[];
  /** Surfaces none of whose occurrences may be marked, but for those in `want`. */
  readonly reject: readonly string[];
  /** Marks that an editor may make or leave: "Beijing", the city, for China. */
  readonly either?: readonly Wanted[];
  /** Why, in a few words. */
  readonly why?: string;
  /** Group for the table: what the case is about. */
  readonly cat?: string;
}

/** Thrown for a case that contradicts itself: a case that cannot be checked is a mistake of its author. */
export class CaseError extends Error {}

export function documentOfCase(one: Case): EvalDocument {
  const parts: readonly CaseBlock[] = one.blocks ?? [{ text: one.text ?? '' }];
  const text = parts.map((part) => part.text).join('\n\n');
  const doc = String(one.id);
  return { doc, text, blocks: blocksOf(parts, one.lang), labels: labelsOf(one, doc, text) };
}

function blocksOf(parts: readonly CaseBlock[], lang: string): FileBlock[] {
  const blocks: FileBlock[] = [];
  let offset = 0;
  for (const [id, part] of parts.entries()) {
    const region = part.region ?? 'prose';
    const block = { id, text: part.text, lang: part.lang ?? lang, region, section: 0, links: [], breaks: [] };
    blocks.push({ offset, block });
    offset += part.text.length + 2;
  }
  return blocks;
}

function labelsOf(one: Case, doc: string, text: string): Label[] {
  const label = (surface: string, start: number, entity: string | null, verdict: Verdict): Label => ({
    doc,
    lang: one.lang,
    kind: one.cat ?? '',
    surface,
    start,
    end: start + surface.length,
    ...contextOf(text, start, start + surface.length),
    entity,
    verdict,
    why: one.why ?? '',
  });
  const placed = (verdict: Verdict) => (wanted: Wanted) => {
    const start = occurrences(text, wanted.surface)[(wanted.nth ?? 1) - 1];
    if (start === undefined)
      throw new CaseError(`case ${doc}: "${wanted.surface}" does not stand in it so often`);
    return label(wanted.surface, start, wanted.entity, verdict);
  };
  const wanted = [...one.want.map(placed('mark')), ...(one.either ?? []).map(placed('either'))];
  const rejected = one.reject.flatMap((surface) =>
    occurrences(text, surface)
      .filter((start) => !wanted.some((other) => start < other.end && other.start < start + surface.length))
      .map((start) => label(surface, start, null, 'reject')),
  );
  return [...wanted, ...rejected];
}

function occurrences(text: string, surface: string): number[] {
  const found: number[] = [];
  if (surface === '') return found;
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) found.push(at);
  return found;
}

/** The lexicon of a pack of names alone: entity id to surface forms. */
export function lexiconOfNames(
  names: Readonly<Record<string, readonly string[]>>,
  isOrdinaryWord: (word: string) => boolean,
): Lexicon {
  const entities = Object.entries(names).map(([id, surfaces]) => ({
    id,
    type: 'concept',
    labels: {},
    aliases: surfaces.map(aliasOf),
    background: [],
    statements: [],
    timeline: [],
    relations: [],
    cues: {},
    rivals: [],
  }));
  const info = {
    id: 'names',
    title: {},
    description: {},
    version: '1.0.0',
    date: '',
    licence: { id: '', url: '' },
    languages: [],
  };
  const pack = { info, sources: [], entities, relationKinds: {} };
  const { gazetteer, tables } = compilePack(pack, isOrdinaryWord);
  return openLexicon(gazetteer, tables);
}

/** As an editor writes a name: words of one's own language in any case, names of one word as they are. */
function aliasOf(text: string): SourceAlias {
  const isName = /\p{Lu}/u.test(text) && !text.includes(' ');
  return { text, lang: languageOf(text), case: isName ? 'exact' : 'fold' };
}

function languageOf(text: string): string {
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return 'en';
}
