/**
 * The noted passages of this document: found, painted, and found again when the page changes. Texts come late, go and come back;
 * what is not there is asked for again with each change that may have brought it, ever more rarely.
 */
import type { Note, NoteColour, NoteId, OrphanReason } from '../../core/model.ts';
import { NOTE_COLOURS } from '../../core/note.ts';
import { ELEMENT_TRAITS, INLINE } from '../../core/page/element-traits.ts';
import { LEFT_ALONE } from '../../core/page/left-alone.ts';
import { describeQuote } from '../../core/quote/describe-quote.ts';
import { findQuotes } from '../../core/quote/match-quote.ts';
import { foldBlocks } from '../../core/quote/quote-text.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { NoteDraft } from '../../protocol/messages.ts';
import { bridge } from '../card/bridge.ts';
import { type PageBlock, walkBlocks } from '../page/blocks.ts';
import { learnElements } from '../page/elements.ts';
import { fingerprinted, knownFacts } from '../page/fingerprinted.ts';
import { inSlices } from '../page/slices.ts';
import { createNoteMarks, type NoteMark } from './note-marks.ts';
import { passageOf, pathTo, rangeOf } from './passages.ts';

/** A passage on the page, and the notes on it. */
export interface Noted {
  readonly range: Range;
  readonly notes: readonly Note[];
}

/** The same, or the whole page where there is no range. */
export interface NotedOrPage {
  readonly range: Range | null;
  readonly notes: readonly Note[];
}

/** Calm that a change must be followed by before passages are looked for, in ms, and how far that grows while it is in vain. */
const CALM_MS = 150;
const LONGEST_CALM_MS = 5000;

/** Names are not looked for in code; readers note it all the same. */
const NOTED_ELEMENTS = { ...ELEMENT_TRAITS, code: INLINE, kbd: INLINE, samp: INLINE, pre: 0 };

export type PagePassages = ReturnType<typeof watchPassages>;

/** Finds and watches until `signal` aborts. `onFound` is called whenever ranges or notes are others. */
export function watchPassages(onFound: () => void, signal: AbortSignal) {
  learnElements({ elements: NOTED_ELEMENTS, never: LEFT_ALONE.never });
  const marks = createNoteMarks(signal);
  let notes: readonly Note[] = [];
  let onPage: readonly Note[] = [];
  let ranges = new Map<NoteId, { readonly range: Range; readonly text: string }>();
  let noting: NoteMark | null = null;
  let calm = CALM_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = Promise.resolve();

  /** Asks for the page's notes anew, and finds them. One after the other. */
  const refresh = (): Promise<void> => {
    turn = turn
      .then(readNotes)
      .then(find)
      .catch((error) => {
        if (!signal.aborted) report('finding noted passages', error);
      });
    return turn;
  };

  const factsNow = async () => {
    const told = knownFacts(); // the page need not be walked for what is known
    if (told) return told;
    const blocks = await inSlices(walkPage(), 'passages', signal);
    return fingerprinted(() => blocks);
  };
  const readNotes = async () => {
    const page = await factsNow();
    const all = await callBackground('getNotes', { url: page.url, page });
    notes = all.filter(({ kind }) => kind === 'passage');
    onPage = all.filter(({ kind }) => kind === 'page');
  };

  const find = async () => {
    if (notes.length === 0) {
      show(new Map());
      return;
    }
    const told = new Map<NoteId, OrphanReason | null>();
    const found: typeof ranges = new Map();
    await inSlices(findAll(notes, told, found), 'passages', signal);
    if (signal.aborted) return;
    show(found);
    const anchors = [...told].map(([id, reason]) => ({ id, reason }));
    await callBackground('tellAnchors', { anchors });
  };

  const paint = () => {
    const all = notes.flatMap(({ id, colour }) => {
      const range = ranges.get(id)?.range;
      return range ? [{ range, colour }] : [];
    });
    marks.show(noting ? [...all, noting] : all);
  };
  const show = (found: typeof ranges) => {
    const isMore = found.size > ranges.size;
    ranges = found;
    if (isMore) calm = CALM_MS;
    paint();
    onFound();
  };

  /** The page has changed: what was marked may have gone, what was not found may have come. */
  const onChange = () => {
    const isWhole = ranges.size === notes.length && [...ranges.values()].every(stands);
    if (isWhole || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      calm = Math.min(calm * 2, LONGEST_CALM_MS);
      turn = turn.then(find).catch((error) => report('finding noted passages again', error));
    }, calm);
  };

  const observer = new MutationObserver(onChange);
  const watched = { childList: true, characterData: true, subtree: true };
  observer.observe(document.documentElement, watched);
  bridge().onRoot = (root) => observer.observe(root, watched);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    delete bridge().onRoot;
    clearTimeout(timer);
  });
  // A page that comes back as it was left has missed what changed since.
  addEventListener('pageshow', ({ persisted }) => persisted && refresh(), { signal });

  return {
    refresh,
    /** All passages that stand on the page; notes on the same words are one. */
    all(): readonly Noted[] {
      const byText = Map.groupBy(
        notes.filter(({ id }) => ranges.has(id)),
        ({ id }) => keyOf(ranges.get(id)?.range),
      );
      return [...byText.values()].flatMap((together) => {
        const [first] = together;
        const range = first && ranges.get(first.id)?.range;
        return range ? [{ range, notes: together }] : [];
      });
    },
    /** The notes on the whole page. */
    ofPage: (): NotedOrPage => ({ range: null, notes: onPage }),
    /** Marks a passage while its note is written: the selection goes when the reader writes elsewhere. */
    mark(range: Range | null, colour: NoteColour = NOTE_COLOURS[0]) {
      noting = range && { range, colour };
      paint();
    },
    /** Puts the marks back where the page has taken them off. */
    restore: marks.restore,
  };
}

/** Whether the words of a range are still those that were found. */
function stands({ range, text }: { readonly range: Range; readonly text: string }): boolean {
  return range.startContainer.isConnected && range.toString() === text;
}

const numbers = new WeakMap<Node, number>();
let next = 0;

/** Equal for ranges with the same ends. */
function keyOf(range: Range | undefined): string {
  if (!range) return '';
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const numberOf = (node: Node) => {
    const known = numbers.get(node) ?? next++;
    numbers.set(node, known);
    return known;
  };
  return [numberOf(startContainer), startOffset, numberOf(endContainer), endOffset].join();
}

function* findAll(
  notes: readonly Note[],
  told: Map<NoteId, OrphanReason | null>,
  found: Map<NoteId, { readonly range: Range; readonly text: string }>,
): Generator<null> {
  const blocks = yield* blocksOfPage();
  const text = yield* foldBlocks(blocks.map(({ block }) => block.text));
  const answers = yield* findQuotes(
    text,
    notes.map(({ target }) => target.selectors),
  );
  for (const [i, { id }] of notes.entries()) {
    const answer = answers[i] ?? 'gone';
    const range = typeof answer === 'string' ? null : rangeOf(blocks, answer.passage);
    told.set(id, range ? null : typeof answer === 'string' ? answer : 'gone');
    if (range) found.set(id, { range, text: range.toString() });
    yield null;
  }
}

const walkPage = () => walkBlocks(document.body, { section: 0, nextId: 0 });

function* blocksOfPage(): Generator<null, PageBlock[]> {
  const blocks: PageBlock[] = [];
  for (const block of walkPage()) {
    if (block) blocks.push(block);
    yield null;
  }
  return blocks;
}

/** What a note on a stretch of the page, or on all of it, is about; null where there is no text to be read in the stretch. */
export function targetOf(range: AbstractRange | null): NoteDraft['target'] | null {
  const blocks = [...walkPage()].filter((block) => block !== null);
  if (!range) return { ...fingerprinted(() => blocks), selectors: [] };
  const passage = passageOf(blocks, range);
  if (!passage) return null;
  const texts = blocks.map(({ block }) => block.text);
  return {
    ...fingerprinted(() => blocks),
    selectors: describeQuote(texts, passage, (place) => pathTo(blocks, place)),
  };
}
