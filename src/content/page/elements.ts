/**
 * What elements mean to a reader of text, by name alone: asking the style of each would cost more than all the rest. A
 * tag that is not listed ends a run of text, as every block does; a name that wrongly runs on is worse than one cut short.
 */

/** Elements whose text runs on with what is around them. */
export const INLINE: ReadonlySet<string> = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR Q RB RUBY S SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR SLOT'.split(
    ' ',
  ),
);

/** Elements whose content is no reading text: code, controls, pictures, what is not shown. */
const SKIPPED: ReadonlySet<string> = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION OPTGROUP DATALIST BUTTON CODE PRE KBD SAMP SVG MATH CANVAS IFRAME FRAME OBJECT EMBED VIDEO AUDIO PICTURE MAP METER PROGRESS HEAD TITLE RT RP XMP PLAINTEXT LISTING'.split(
    ' ',
  ),
);

/** Roles of what is typed into, or is no text. */
const SKIPPED_ROLES: ReadonlySet<string> = new Set([
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'img',
  'math',
]);

/** What an element's name says of it. */
interface Traits {
  readonly skipped: boolean;
  readonly inline: boolean;
  /** 1 to 6 for headings, else 0. */
  readonly level: number;
}

/** A page has many elements and few names: each name is looked up once. */
const TRAITS = new Map<string, Traits>();

function traitsOf(element: Element): Traits {
  const name = element.localName;
  let traits = TRAITS.get(name);
  if (!traits) {
    const upper = name.toUpperCase();
    const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
    traits = { skipped: SKIPPED.has(upper), inline: INLINE.has(upper), level };
    TRAITS.set(name, traits);
  }
  return traits;
}

/** Whether nothing inside an element is read. */
export function isSkipped(element: Element): boolean {
  if (traitsOf(element).skipped) return true;
  // Most elements have no attribute: asked first, since it is the cheapest question.
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return true;
  // Ornament inside a line. A whole block may be the page itself, behind a dialog of its own.
  if (element.getAttribute('aria-hidden') === 'true' && isInline(element)) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  return SKIPPED_ROLES.has(element.getAttribute('role') ?? '');
}

export function isInline(element: Element): boolean {
  return traitsOf(element).inline;
}

/** 1 to 6, or 0 for what is no heading. */
export function headingLevel(element: Element): number {
  const { level: own } = traitsOf(element);
  if (own > 0) return own;
  if (element.getAttribute('role') !== 'heading') return 0;
  const level = Number(element.getAttribute('aria-level'));
  return level >= 1 && level <= 6 ? level : 2;
}
