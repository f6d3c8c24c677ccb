/**
 * A note as a W3C Web Annotation in JSON-LD, https://www.w3.org/TR/annotation-model/. What the model has a word for is said in
 * its words; the rest of a note (kind, colour, earlier texts, what is known of the page) stands under `glossator:`, so that
 * other tools read what they know and ours reads all of it back to the letter. Not written: that a note was private.
 */
import type { Note, NoteId, Selector } from '../note.ts';

/** The context every annotation must name; its terms that we use are kept in tests/fixtures/formats. */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const PREFIX = 'urn:glossator:';

/** What our own words mean to readers of JSON-LD. */
export const OWN_CONTEXT = {
  '@version': 1.1,
  glossator: PREFIX,
  'glossator:canonical': { '@type': '@id' },
  'glossator:ogUrl': { '@type': '@id' },
  'glossator:entity': { '@type': '@json' },
  'glossator:orphan': { '@type': '@json' },
  'glossator:versions': { '@type': '@json' },
} as const;

/** An annotation's id must be an IRI: ours are made one, those that came as one stay. */
export function iriOf(id: NoteId): string {
  const isIri = /^[a-z][a-z0-9+.-]*:\S+$/i.test(id) && !id.startsWith(PREFIX);
  return isIri ? id : `${PREFIX}${encodeURIComponent(id)}`;
}

/** The note's id by its IRI; null for what cannot have been written by `iriOf`. */
export function idOf(iri: string): NoteId | null {
  if (!iri.startsWith(PREFIX)) return iri as NoteId;
  try {
    return decodeURIComponent(iri.slice(PREFIX.length)) as NoteId;
  } catch {
    return null;
  }
}

export function annotationOf(note: Note): object {
  const { target } = note;
  return {
    id: iriOf(note.id),
    type: 'Annotation',
    motivation: note.body === '' ? 'highlighting' : 'commenting',
    created: note.created,
    modified: note.modified,
    ...bodiesOf(note),
    target: {
      type: 'SpecificResource',
      source: target.url,
      ...(target.selectors.length > 0 ? { selector: target.selectors.map(plainSelector) } : {}),
      'glossator:title': target.title,
      ...given('glossator:canonical', target.canonical),
      ...given('glossator:ogUrl', target.ogUrl),
      ...given('glossator:fingerprint', target.fingerprint),
      ...given('glossator:entity', target.entity),
    },
    'glossator:kind': note.kind,
    'glossator:colour': note.colour,
    ...(note.versions.length > 0
      ? {
          'glossator:versions': note.versions.map(({ body, tags, colour, modified }) => ({
            body,
            tags,
            colour,
            modified,
          })),
        }
      : {}),
    ...(note.orphan ? { 'glossator:orphan': { reason: note.orphan.reason, since: note.orphan.since } } : {}),
  };
}

/** Notes as a collection with one page, a line for each note. */
export function writeAnnotations(notes: readonly Note[], now: Date): string {
  const id = `${PREFIX}export:${now.toISOString()}`;
  const head = {
    '@context': [ANNOTATION_CONTEXT, OWN_CONTEXT],
    id,
    type: 'AnnotationCollection',
    label: 'Glossator notes',
    total: notes.length,
  };
  const page = { id: `${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
  const open = (value: object) => JSON.stringify(value, null, 1).slice(0, -2);
  const items = notes.map((note) => JSON.stringify(annotationOf(note))).join(',\n');
  return `${open(head)},\n "first": ${open(page)},\n  "items": [\n${items}\n  ]\n }\n}\n`;
}

/** Always in the same order, so that the same note is written in the same bytes. */
export function plainSelector(selector: Selector): Selector {
  switch (selector.type) {
    case 'TextQuoteSelector': {
      const { type, exact, prefix, suffix } = selector;
      return { type, exact, prefix, suffix };
    }
    case 'TextPositionSelector': {
      const { type, start, end } = selector;
      return { type, start, end };
    }
    case 'RangeSelector': {
      const path = ({ type, value, refinedBy: { start, end } }: typeof selector.startSelector) => ({
        type,
        value,
        refinedBy: { type: 'TextPositionSelector' as const, start, end },
      });
      const { type, startSelector, endSelector } = selector;
      return { type, startSelector: path(startSelector), endSelector: path(endSelector) };
    }
  }
}

function bodiesOf({ body, tags }: Note): { readonly body?: readonly object[] } {
  const type = 'TextualBody';
  const said = body === '' ? [] : [{ type, value: body, format: 'text/markdown', purpose: 'commenting' }];
  const all = [...said, ...tags.map((tag) => ({ type, value: tag, purpose: 'tagging' }))];
  return all.length > 0 ? { body: all } : {};
}

function given(key: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [key]: value };
}
