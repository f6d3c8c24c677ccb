/** The facts of this page with the fingerprint of its prose, by which it is known again at another address. */
import type { PageFacts } from '../../core/model.ts';
import { fingerprintOf } from '../../core/page/fingerprint.ts';
import type { PageBlock } from './blocks.ts';
import { pageFacts } from './page-facts.ts';

/** Shorter blocks are menus, dates and captions oftener than prose. By length alone: whoever asks may not know furniture. */
const PROSE = 80;
/** A page's text is fingerprinted up to so many characters. */
const MOST = 200_000;

let known: PageFacts | null = null;

/** The facts as they were told for this address and title; null where nobody has asked, or the page had no text. */
export function knownFacts(): PageFacts | null {
  const { url, title } = pageFacts();
  return known?.url === url && known.title === title ? known : null;
}

/** `blocks`: all of the page. Asked for once for each address and title. */
export function fingerprinted(blocks: () => readonly PageBlock[]): PageFacts {
  const told = knownFacts();
  if (told) return told;
  const texts = blocks().map(({ block }) => block.text.trim());
  const prose = texts.filter(({ length }) => length >= PROSE).join('\n');
  const fingerprint = fingerprintOf(prose.slice(0, MOST));
  const now = pageFacts();
  // A page that has no text yet may have some when it is asked again.
  known = fingerprint ? { ...now, fingerprint } : null;
  return known ?? now;
}
