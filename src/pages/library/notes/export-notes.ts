/** Notes as a file, in each format that they can leave in. */
import { downloadZip } from 'client-zip';
import { formatMoment } from '../../../core/card/dates.ts';
import { directionOf } from '../../../core/card/languages.ts';
import { writeAnnotations } from '../../../core/formats/annotation.ts';
import { writeCsv } from '../../../core/formats/csv.ts';
import { writeHtml } from '../../../core/formats/html.ts';
import { writeMarkdown, writeMarkdownFiles } from '../../../core/formats/markdown.ts';
import type { LabelOf } from '../../../core/formats/note-pages.ts';
import type { Note } from '../../../core/model.ts';
import { readMarkdown } from '../read-markdown.ts';

export const FORMATS = ['jsonld', 'markdown', 'zip', 'csv', 'html'] as const;
export type Format = (typeof FORMATS)[number];

interface Export {
  readonly notes: readonly Note[];
  readonly labelOf: LabelOf;
  /** The title of what is to be read. */
  readonly title: string;
  /** BCP 47, of the reader. */
  readonly lang: string;
  readonly now: Date;
}

interface Writer {
  readonly ending: string;
  readonly type: string;
  readonly write: (what: Export) => string | Promise<Blob>;
}

const WRITERS: Readonly<Record<Format, Writer>> = {
  jsonld: {
    ending: 'jsonld',
    type: 'application/ld+json',
    write: ({ notes, now }) => writeAnnotations(notes, now),
  },
  markdown: {
    ending: 'md',
    type: 'text/markdown',
    write: ({ notes, labelOf, now }) => writeMarkdown(notes, labelOf, now),
  },
  zip: {
    ending: 'zip',
    type: 'application/zip',
    write: ({ notes, labelOf, now }) =>
      downloadZip(
        [...writeMarkdownFiles(notes, labelOf)].map(([name, input]) => ({ name, input, lastModified: now })),
      ).blob(),
  },
  csv: { ending: 'csv', type: 'text/csv', write: ({ notes, labelOf }) => writeCsv(notes, labelOf) },
  html: {
    ending: 'html',
    type: 'text/html',
    write: ({ notes, labelOf, title, lang }) =>
      writeHtml(notes, labelOf, readMarkdown, {
        title,
        lang,
        dir: directionOf(lang),
        dateOf: (iso) => formatMoment(iso, lang),
      }),
  },
};

/** A file's name, media type and content. */
export async function exportFile(
  format: Format,
  what: Export,
): Promise<{ readonly name: string; readonly type: string; readonly content: string | Blob }> {
  const { ending, type, write } = WRITERS[format];
  return {
    name: `glossator-notes-${what.now.toISOString().slice(0, 10)}.${ending}`,
    type,
    content: await write(what),
  };
}
