/**
 * The half of the hit bench that runs in the page: pages full of mentions, the hit test of the content script, and its twin, which
 * knows the line boxes of all mentions and tries them one by one.
 */
import { hitTest } from '../../../src/content/hover/hit-test.ts';
import { createMarks, type Mark } from '../../../src/content/marks/marks.ts';
import { rangeIn } from '../../../src/content/page/blocks.ts';
import { PageText } from '../../../src/content/page/page-text.ts';
import type { EntityId, Mention } from '../../../src/core/model.ts';
import { PAGE_NAMES } from '../../../src/core/page/page-names.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const NAME = 'Internet Governance Forum';
const FILLER = 'and there were others who had said as much before, in other words ';

/** Ways in which a page may hold its mentions; each makes so many of them. */
const LAYOUTS = {
  'four a paragraph': (count: number) =>
    `<p>${`The ${NAME} met ${FILLER}`.repeat(4)}</p>`.repeat(Math.ceil(count / 4)),
  'all in one text node': (count: number) => `<p>${`The ${NAME} met ${FILLER}`.repeat(count)}</p>`,
  'one paragraph, a node a word': (count: number) =>
    `<p>${`<i>The</i> <a href="#">Internet <b>Governance</b></a> Forum <i>met</i> ${FILLER}`.repeat(count)}</p>`,
} as const;
export type Layout = keyof typeof LAYOUTS;

/** A line box of a mention, in the document. */
interface Box {
  readonly mark: Mark;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Times in ms, a point each. */
export interface HitTimes {
  readonly mentions: number;
  /** Of the browser's own call, and of ours beyond it. */
  readonly bare: readonly number[];
  readonly more: readonly number[];
  readonly hits: number;
  readonly wrong: readonly string[];
}

/** Clocks in pages are coarse: each point is tried so often, and the mean taken. */
const TRIES = 20;
/** Points at each place of the scroll bar. */
const POINTS_AT_ONCE = 50;
/** The hit test takes what is this near above or below a line box too; closer to an edge than the other, nobody is wrong. */
const SLACK = 3;
const EDGE = 1;

/** Hits random points of the viewport, at random places of a page. Evaluated in the page. */
function hitPoints(layout: Layout, count: number, points: number, seed: number): HitTimes {
  const random = seededRandom(seed);
  document.body.setHTMLUnsafe(LAYOUTS[layout](count));
  const text = new PageText(PAGE_NAMES);
  const marks = createMarks({ density: 'every', silenced: [], style: 'dotted' });
  const all = [...text.gather(document.body, () => {})].flatMap((page) => {
    if (!page) return [];
    marks.add(page, mentionsIn(page.block.id, page.block.text));
    return marks.in(page);
  });
  const boxes = all.flatMap(boxesOf);
  const bare: number[] = [];
  const more: number[] = [];
  const wrong: string[] = [];
  let hits = 0;
  while (bare.length < points) {
    scrollTo({ top: random.next() * document.documentElement.scrollHeight, behavior: 'instant' });
    const near = boxes.filter(({ top, bottom }) => bottom > scrollY - 50 && top < scrollY + innerHeight + 50);
    for (let n = 0; n < POINTS_AT_ONCE && bare.length < points; n++) {
      const [x, y] = [random.below(innerWidth), random.below(innerHeight)];
      const found = hitTest(x, y, text, marks)?.mark;
      if (found) hits++;
      if (!agrees(found, near, x + scrollX, y + scrollY)) wrong.push(`${layout}, ${x}, ${y} at ${scrollY}`);
      const own = meanTime(() => hitTest(x, y, text, marks));
      const call = meanTime(() => document.caretPositionFromPoint(x, y));
      bare.push(call);
      more.push(own - call);
    }
  }
  marks.clear();
  return { mentions: all.length, bare, more, hits, wrong };
}

function mentionsIn(block: number, text: string): Mention[] {
  const found: Mention[] = [];
  for (let start = text.indexOf(NAME); start >= 0; start = text.indexOf(NAME, start + 1))
    found.push({
      block,
      start,
      end: start + NAME.length,
      surface: NAME,
      name: NAME,
      entity: 'bench:igf' as EntityId,
      score: 1,
      reasons: [],
    });
  return found;
}

function boxesOf(mark: Mark): Box[] {
  const range = rangeIn(mark.page, mark.mention.start, mark.mention.end);
  return [...(range?.getClientRects() ?? [])].map(({ left, right, top, bottom }) => ({
    mark,
    left: left + scrollX,
    right: right + scrollX,
    top: top + scrollY,
    bottom: bottom + scrollY,
  }));
}

/** Whether the answer is the twin's: on no box but its own, and on one where the point is well inside. */
function agrees(found: Mark | undefined, boxes: readonly Box[], x: number, y: number): boolean {
  const isOn = ({ left, right, top, bottom }: Box, slack: number, side: number) =>
    x >= left - side && x <= right + side && y >= top - slack && y <= bottom + slack;
  if (found) return boxes.some((box) => box.mark === found && isOn(box, SLACK, 0));
  return !boxes.some((box) => isOn(box, -EDGE, -EDGE));
}

function meanTime(work: () => unknown): number {
  const start = performance.now();
  for (let n = 0; n < TRIES; n++) work();
  return (performance.now() - start) / TRIES;
}

export const lab = { hitPoints, layouts: () => Object.keys(LAYOUTS) as Layout[] };
export type HitPage = typeof lab;

(globalThis as { lab?: HitPage }).lab = lab;
