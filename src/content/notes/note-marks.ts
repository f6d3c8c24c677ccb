/// <reference path="../../ui/css.d.ts" />
/** How noted passages look: a highlight of our own for each colour, of which nothing on the page knows. */
import { NOTE_COLOURS, type NoteColour } from '../../core/note.ts';
import css from './note-marks.css';

/** Below the marks of names, which stand in noted passages too. */
const PRIORITY = -2;

export interface NoteMark {
  readonly range: Range;
  readonly colour: NoteColour;
}

export function createNoteMarks(signal: AbortSignal) {
  const highlights = NOTE_COLOURS.map((colour) => ({
    colour,
    name: `glossator-note-${colour}`,
    highlight: Object.assign(new Highlight(), { priority: PRIORITY }),
  }));
  let sheet: CSSStyleSheet | null = null;
  let roots: ReadonlySet<ShadowRoot> = new Set();

  const restore = () => {
    for (const { name, highlight } of highlights)
      if (highlight.size > 0 && CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
  };
  /** Style sheets of the document do not reach shadow roots in every browser. */
  const styleRoots = (now: ReadonlySet<ShadowRoot>) => {
    if (now.size > 0 && !sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    for (const root of new Set([...roots, ...now])) {
      const others = root.adoptedStyleSheets.filter((one) => one !== sheet);
      root.adoptedStyleSheets = sheet && now.has(root) ? [...others, sheet] : others;
    }
    roots = now;
  };
  const show = (marks: readonly NoteMark[]) => {
    for (const { colour, name, highlight } of highlights) {
      highlight.clear();
      for (const mark of marks) if (mark.colour === colour) highlight.add(mark.range);
      if (highlight.size === 0 && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    restore();
    styleRoots(
      new Set(
        marks
          .map(({ range }) => range.startContainer.getRootNode())
          .filter((root) => root instanceof ShadowRoot),
      ),
    );
  };
  signal.addEventListener('abort', () => show([]));
  return { show, restore };
}
