/** Half-written notes by page, since a document can change its address: a card that closes loses none. They live as long as the document. */
import type { Drafts } from '../../ui/NoteEditor.tsx';

const drafts = new Map<string, Drafts>();

/** Those of a page; its fragment is left out. */
export function draftsOf(url: string): Drafts {
  const page = url.split('#', 1)[0] ?? '';
  const known = drafts.get(page) ?? new Map();
  drafts.set(page, known);
  return known;
}
