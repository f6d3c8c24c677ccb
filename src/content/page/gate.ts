/**
 * Where we do not run at all: documents that are not HTML (a browser's viewers of XML, images, PDF); and the pages that are left
 * alone for as long as they are what they are: edited as a whole, asking for secrets, or drawn rather than written.
 */
import type { PageNames } from '../../core/page/page-names.ts';
import type { PageState } from '../../protocol/messages.ts';
import { walkBlocks } from './blocks.ts';
import { guarded } from './elements.ts';
import { PROSE_LENGTH } from './region.ts';

export function isReadable(doc: Document): boolean {
  // Only an HTML root has a body: https://html.spec.whatwg.org/multipage/dom.html#the-body-element-2
  if (doc.body?.localName !== 'body') return false;
  // text/html and application/xhtml+xml
  return /html/.test(doc.contentType) && 'highlights' in CSS;
}

/** Characters of prose from which on a page is there to be read, whatever else it is. */
const PROSE = 400;

/** What the page is now, and whether all of it must be read anew. */
export function stateOfPage({
  secrets,
  forms,
  drawn,
}: PageNames): readonly [state: PageState, isNews: boolean] {
  const fields = [...document.querySelectorAll(secrets)];
  const before = guarded.length;
  guarded.splice(0, before, ...fields.map((field) => field.closest(forms)));
  let area = 0;
  for (const { clientWidth, clientHeight } of document.querySelectorAll(drawn))
    area += clientWidth * clientHeight;
  let state: PageState = 'ready';
  if (document.designMode === 'on') state = 'edited';
  // Drawings that fill most of the window.
  else if ((fields[0] || area * 2 > innerWidth * innerHeight) && !hasProse())
    state = fields[0] ? 'guarded' : 'drawn';
  return [state, fields.length !== before];
}

function hasProse(): boolean {
  let length = 0;
  for (const page of walkBlocks(document.body, { section: 0, nextId: 0 })) {
    const text = page?.block.region === 'prose' ? page.block.text : '';
    if (text.length > PROSE_LENGTH) length += text.length;
    if (length > PROSE) return true;
  }
  return false;
}
