/**
 * Notes as a table, RFC 4180, with the mark that lets Excel see UTF-8. A cell that a spreadsheet would take for a formula is
 * begun with an apostrophe: quotations come from pages nobody vouches for. So this format is for reading and counting;
 * what is to come back is exported as JSON-LD.
 */
import type { Note } from '../note.ts';
import { type LabelOf, quoteOf } from './note-pages.ts';

const COLUMNS: readonly (readonly [name: string, cell: (note: Note, labelOf: LabelOf) => string])[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['page', ({ target }) => target.title],
  ['address', ({ target }) => target.url],
  ['entity', (note, labelOf) => labelOf(note)],
  ['quote', quoteOf],
  ['note', ({ body }) => body],
  ['tags', ({ tags }) => tags.join(', ')],
  ['colour', ({ colour }) => colour],
  ['created', ({ created }) => created],
  ['modified', ({ modified }) => modified],
];

export function writeCsv(notes: readonly Note[], labelOf: LabelOf): string {
  const rows = notes.map((note) => COLUMNS.map(([, cell]) => quoted(cell(note, labelOf))));
  return `\ufeff${[COLUMNS.map(([name]) => name), ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
