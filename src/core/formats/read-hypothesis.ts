/**
 * An annotation of Hypothesis as a note: as its client exports them (`annotations`) and as its service answers a search (`rows`);
 * https://h.readthedocs.io/en/latest/api-reference/. Its selectors have the model's names; a range is written flat. An answer to
 * another annotation has no passage of its own and becomes a note on the page.
 */
import type { NoteId } from '../note.ts';
import { noteOf, type RecordRead, type Remark, timeOf } from './note-parts.ts';
import { fieldsOf, listOf, readSelectors } from './read-selectors.ts';

export function isHypothesis(value: unknown): boolean {
  const { uri, text, user } = fieldsOf(value);
  return typeof uri === 'string' && (typeof text === 'string' || typeof user === 'string');
}

export function readHypothesis(value: unknown, now: Date): RecordRead {
  const fields = fieldsOf(value);
  const remarks: Remark[] = [];
  const [first, ...more] = listOf(fields['target']);
  if (more.length > 0) remarks.push({ path: 'target[1]', reason: 'several-targets' });
  const url = fields['uri'];
  if (typeof url !== 'string' || url === '')
    return { note: null, remarks: [{ path: 'uri', reason: 'no-page' }] };
  const { id, text, tags } = fields;
  const [created, modified] = [timeOf(fields['created']), timeOf(fields['updated'])];
  if (modified === null) remarks.push({ path: 'updated', reason: 'bad-date' });
  const title = listOf(fieldsOf(fields['document'])['title'])[0];
  const parts = {
    id: typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? (`https://hypothes.is/a/${id}` as NoteId) : null,
    target: {
      url,
      title: typeof title === 'string' ? title : '',
      selectors: readSelectors(fieldsOf(first)['selector'], 'target[0].selector', remarks),
    },
    body: typeof text === 'string' ? text : '',
    tags: listOf(tags).filter((tag) => typeof tag === 'string'),
    created,
    modified,
  };
  return noteOf(parts, remarks, now);
}
