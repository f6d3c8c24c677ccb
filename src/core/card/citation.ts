/** An entry's background with the sources that carry it, as readers put it into their own texts: plain, Markdown, or BibTeX. */
import { type EntityDetails, type Source, splitEntityId } from '../model.ts';
import { isOfTheWeb } from './addresses.ts';
import type { Entry, EntrySource, Sentence } from './entry.ts';
import { entryOf } from './entry-of.ts';
import { numberSources } from './number-sources.ts';

export const CITATION_FORMATS = ['plain', 'markdown', 'bibtex'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];
export type Citations = Readonly<Record<CitationFormat, string>>;

export function citationsOf(details: EntityDetails, lang: string): Citations {
  const entry = entryOf(details, lang);
  const cited = new Set(entry.background.flatMap(({ cites }) => cites));
  const sources = entry.sources.filter(
    ({ number, publisher }) => cited.has(number) && publisher !== undefined,
  );
  return {
    plain: plain(entry, sources),
    markdown: markdown(entry, sources),
    bibtex: bibtex(details, sources),
  };
}

function plain(entry: Entry, sources: readonly EntrySource[]): string {
  const said = entry.background.map((one) => `${textOf(one)} [${one.cites.join(', ')}]`);
  const listed = sources.map((source) => {
    const { number, title, url } = source;
    return `[${number}] ${partsOf(source, title.text).join(', ')}${url ? `, ${url}` : ''}`;
  });
  return `${entry.title.text}: ${said.join(' ')}\n\n${[...listed, packLine(entry)].join('\n')}\n`;
}

function markdown(entry: Entry, sources: readonly EntrySource[]): string {
  const said = entry.background.map(
    (one) => `${literal(textOf(one))}${one.cites.map((n) => `[^${n}]`).join('')}`,
  );
  const listed = sources.map((source) => {
    const title = literal(source.title.text);
    const link = source.url ? `[${title}](<${source.url.replace(/[<>]/g, encodeURIComponent)}>)` : title;
    return `[^${source.number}]: ${partsOf(source, link, literal).join(', ')}`;
  });
  const foot = literal(packLine(entry));
  return `**${literal(entry.title.text)}**: ${said.join(' ')}\n\n${[...listed, '', foot].join('\n')}\n`;
}

function bibtex({ entity, sources: all }: EntityDetails, sources: readonly EntrySource[]): string {
  const { local } = splitEntityId(entity.id);
  const ids = [...numberSources(entity).keys()];
  return `${sources.map(({ number, title }) => record(`${local}-${number}`, title.text, all[ids[number - 1] ?? ''])).join('\n\n')}\n`;
}

const textOf = ({ text, asOf }: Sentence) => `${text}${asOf ? ` (${asOf})` : ''}`;

/** Publisher, title and facts; all but the title may need signs of a format escaped. */
function partsOf(
  { publisher = '', facts }: EntrySource,
  title: string,
  write = (words: string) => words,
): readonly string[] {
  return [write(publisher), title, ...facts.map(write)];
}

const packLine = ({ pack }: Entry) => `Glossator, ${pack.text}, ${pack.edition}, ${pack.licence}`;

/** What Markdown would read as markup stands for itself. */
const literal = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** https://www.ctan.org/pkg/biblatex: `@online` where there is an address. Double braces keep capitals and corporate names. */
function record(key: string, title: string, source: Source | undefined): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${escapeTex(title)}}`],
    ['author', source?.author && `{${escapeTex(source.author)}}`],
    ['publisher', source && escapeTex(source.publisher)],
    ['date', source?.date],
    ['langid', source && source.language !== 'und' ? source.language : undefined],
    ['url', isOfTheWeb(source?.url) ? source?.url : undefined],
  ];
  const told = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${isOfTheWeb(source?.url) ? 'online' : 'misc'}{${key},\n${told.join(',\n')}\n}`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const escapeTex = (text: string) => text.replace(/[\\{}%&#_$~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);
