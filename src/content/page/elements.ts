/**
 * What an element means to a reader of text: whether its text runs on with what is around it, is a heading, or is not read at
 * all. Told by its name, from the table that comes with the page's settings (core/page/element-traits.ts), and its attributes.
 */
import { INLINE, SKIPPED } from '../../core/page/element-traits.ts';
import type { PageNames } from '../../core/page/page-names.ts';

let traits: ReadonlyMap<string, number> = new Map();
let never = '';
/** Forms that ask for secrets, or what stands for a form there. Few, if any. */
export const guarded: (Element | null)[] = [];

/** Takes up the names, before anything is read. */
export function learnElements(names: Pick<PageNames, 'elements' | 'never'>): void {
  traits = new Map(Object.entries(names.elements));
  never = names.never;
}

/** Whether nothing inside an element is read. */
export function isSkipped(element: Element): boolean {
  if (traits.get(element.localName) === SKIPPED || guarded.includes(element)) return true;
  // Most elements have no attribute: asked first, since it is the cheapest question.
  if (!element.hasAttributes()) return false;
  // Ornament inside a line. A whole block may be the page itself, behind a dialog of its own.
  if (element.getAttribute('aria-hidden') === 'true' && isInline(element)) return true;
  return element.matches(never);
}

export function isInline(element: Element): boolean {
  return traits.get(element.localName) === INLINE;
}

/** 1 to 6, or 0 for what is no heading. Asked of blocks only. */
export function headingLevel(element: Element): number {
  const own = traits.get(element.localName);
  if (own) return own;
  if (element.getAttribute('role') !== 'heading') return 0;
  const level = Number(element.getAttribute('aria-level'));
  return level >= 1 && level <= 6 ? level : 2;
}
