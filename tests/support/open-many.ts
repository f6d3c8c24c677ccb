/**
 * Stands before our content script, in its own world, and opens cards when the page asks: by the way that a pointer takes which has
 * rested on a mark for a second. It also counts the listeners that we leave on what outlives a card.
 */
import type { Cards, PageView } from '../../src/content/card/bridge.ts';
import { filledCard } from './card-in-world.ts';

/** Twenty a second. */
const EVERY_MS = 50;
const RESTED_MS = 1000;

const listen = EventTarget.prototype.addEventListener;
const unlisten = EventTarget.prototype.removeEventListener;
const held = new Map<string, unknown>();
const ids = new WeakMap<object, number>();
let given = 0;

function idOf(thing: object): number {
  const id = ids.get(thing) ?? ++given;
  ids.set(thing, id);
  return id;
}

/** What tells one listener from another; null for targets that go with their card. */
function keyOf(target: EventTarget, type: string, listener: unknown, options: unknown): string | null {
  const lasting: readonly (EventTarget | null)[] = [
    window,
    document,
    document.documentElement,
    visualViewport,
  ];
  if (!lasting.includes(target)) return null;
  const isCapture = typeof options === 'object' ? (options as EventListenerOptions)?.capture : options;
  return `${idOf(target)} ${type} ${idOf(listener as object)} ${Boolean(isCapture)}`;
}

EventTarget.prototype.addEventListener = function (type, listener, options) {
  const target = this ?? window;
  const key = listener && keyOf(target, type, listener, options);
  const signal = typeof options === 'object' ? options.signal : undefined;
  if (key && !signal?.aborted) {
    held.set(key, true);
    if (signal) listen.call(signal, 'abort', () => held.delete(key));
  }
  listen.call(target, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  const target = this ?? window;
  const key = listener && keyOf(target, type, listener, options);
  if (key) held.delete(key);
  unlisten.call(target, type, listener, options);
};

interface Shared {
  readonly cards: Cards;
  readonly page: PageView;
}

async function openMany(count: number): Promise<void> {
  const { cards, page } = (globalThis as unknown as Record<symbol, Shared>)[
    Symbol.for('glossator')
  ] as Shared;
  const sights = page.text
    .blocks()
    .flatMap((block) => page.marks.in(block))
    .map((mark) => ({ mark, rects: page.rectsOf(mark) }))
    .filter(({ rects }) => rects[0] && rects[0].bottom < innerHeight);
  let filled = 0;
  for (let n = 0; n < count; n++) {
    const hit = sights[n % sights.length];
    const { left = 0, top = 0 } = hit?.rects[0] ?? {};
    const event = new PointerEvent('pointermove', {
      clientX: left + 2,
      clientY: top + 2,
      pointerType: 'mouse',
    });
    cards.pointed({ event, hit: hit ?? null, at: performance.now() - RESTED_MS });
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    if (filledCard()) filled += 1;
  }
  cards.close();
  const detail = JSON.stringify({ filled, asked: count, held: held.size });
  dispatchEvent(new CustomEvent('many-cards-opened', { detail }));
}

listen.call(window, 'many-cards', (event) => {
  openMany((event as CustomEvent<number>).detail).catch((error) => {
    dispatchEvent(new CustomEvent('many-cards-opened', { detail: JSON.stringify({ error: `${error}` }) }));
  });
});
