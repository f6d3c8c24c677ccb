/// <reference lib="dom" />
/**
 * A tab of Firefox over WebDriver BiDi. A node of a closed root comes as a shared reference when shadow trees are asked for
 * (`includeShadowTree: 'all'`), and goes back into the page as an argument.
 */
import { writeFile } from 'node:fs/promises';
import type { Bidi, ContextInfo, SharedNode } from './bidi.ts';
import { type DocumentState, documentProbes, documentState, untilLoaded } from './document-probes.ts';
import type {
  Evaluate,
  Finger,
  MouseButton,
  Place,
  Pointer,
  ReaderFrame,
  ReaderPage,
  Truthy,
  WaitOptions,
} from './driver.ts';
import { chordActions, type KeyAction, typingActions } from './keys.ts';
import { type Rect, readCard, readCardElement } from './probes.ts';
import { callSource, functionSource } from './source.ts';
import { until } from './wait.ts';

const BUTTONS: Readonly<Record<MouseButton, number>> = { left: 0, middle: 1, right: 2 };
/** Keys in one command; a long text goes in several, each within the time limit. */
const KEYS_AT_ONCE = 200;

interface PointerAction {
  readonly type: 'pointerMove' | 'pointerDown' | 'pointerUp' | 'pause';
  /** In ms. */
  readonly duration?: number;
  readonly x?: number;
  readonly y?: number;
  readonly button?: number;
}
interface LocatedNode extends SharedNode {
  readonly value?: {
    readonly shadowRoot?: (SharedNode & { readonly value?: { readonly mode?: string } }) | null;
  };
}

export class FirefoxPage implements ReaderPage {
  readonly errors: string[] = [];
  readonly #bidi: Bidi;
  readonly #context: string;
  readonly #closed: () => void;
  #url: string;
  #at = { x: 0, y: 0 };

  constructor(bidi: Bidi, context: string, url: string, closed: () => void) {
    this.#bidi = bidi;
    this.#context = context;
    this.#url = url;
    this.#closed = closed;
  }

  /** Where the tab is, as of the last event or command. */
  get url(): string {
    return this.#url;
  }
  moved(url: string): void {
    this.#url = url;
  }

  evaluate: Evaluate = async (fn, ...args) => {
    // Plain data whose type is what `fn` says it returns.
    return (await this.#bidi.evaluate(this.#context, callSource(fn, args))) as never;
  };

  readonly #probes = documentProbes((fn, ...args) => this.evaluate(fn, ...args));
  readonly html = this.#probes.html;
  readonly highlights = this.#probes.highlights;
  readonly rectOf = this.#probes.rectOf;

  readonly pointer: Pointer = {
    move: (x, y, { steps = 1 } = {}) => this.#point(this.#path(x, y, steps)),
    stroll: ([fromX, fromY], [x, y], moves, ms) => {
      const pause: PointerAction = { type: 'pause', duration: Math.round(ms / moves) };
      const start = this.#path(fromX, fromY, 1);
      return this.#point([...start, ...this.#path(x, y, moves).flatMap((move) => [pause, move])]);
    },
    click: (x, y, { button = 'left', count = 1 } = {}) => {
      const press: PointerAction[] = [
        { type: 'pointerDown', button: BUTTONS[button] },
        { type: 'pointerUp', button: BUTTONS[button] },
      ];
      return this.#point([...this.#path(x, y, 1), ...Array.from({ length: count }, () => press).flat()]);
    },
    down: (button = 'left') => this.#point([{ type: 'pointerDown', button: BUTTONS[button] }]),
    up: (button = 'left') => this.#point([{ type: 'pointerUp', button: BUTTONS[button] }]),
  };

  readonly #touch = (places: readonly Place[], isLifted: boolean) => {
    const [first, ...others] = places.map(([x, y]): PointerAction => ({ type: 'pointerMove', x, y }));
    const start: PointerAction[] = first ? [first, { type: 'pointerDown', button: 0 }, ...others] : [];
    const end: PointerAction[] = isLifted ? [{ type: 'pointerUp', button: 0 }] : [];
    const parameters = { pointerType: 'touch' };
    return this.#perform({ type: 'pointer', id: 'finger', parameters, actions: [...start, ...end] });
  };
  readonly finger: Finger = {
    tap: (x, y) => this.#touch([[x, y]], true),
    down: (...places) => this.#touch(places, false),
    swipe: (...places) => this.#touch(places, true),
    up: () => this.#touch([], true),
  };
  /** Firefox's driver says that it knows no pen. */
  readonly pen = null;

  /** Moves along a straight line, and remembers where the pointer is. */
  #path(x: number, y: number, steps: number): PointerAction[] {
    const from = this.#at;
    this.#at = { x, y };
    return Array.from({ length: steps }, (_, i) => {
      const part = (i + 1) / steps;
      return { type: 'pointerMove', x: from.x + (x - from.x) * part, y: from.y + (y - from.y) * part };
    });
  }

  #point(actions: readonly PointerAction[]): Promise<void> {
    return this.#perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  #perform(source: object, context = this.#context): Promise<void> {
    return this.#bidi.send('input.performActions', { context, actions: [source] });
  }

  async #keys(actions: readonly KeyAction[], context = this.#context): Promise<void> {
    for (let i = 0; i < actions.length; i += KEYS_AT_ONCE) {
      const some = actions.slice(i, i + KEYS_AT_ONCE);
      await this.#perform({ type: 'key', id: 'keyboard', actions: some }, context);
    }
  }

  wheel(deltaX: number, deltaY: number): Promise<void> {
    const { x, y } = this.#at;
    const scroll = { type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX, deltaY };
    return this.#perform({ type: 'wheel', id: 'wheel', actions: [scroll] });
  }
  press(key: string): Promise<void> {
    return this.#keys(chordActions(key));
  }
  type(text: string): Promise<void> {
    return this.#keys(typingActions(text));
  }

  async screenshot(path: string, { clip }: { readonly clip?: Rect } = {}): Promise<void> {
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.#context,
      origin: 'viewport',
      ...(clip === undefined ? {} : { clip: { type: 'box', ...clip } }),
    });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  async print(): Promise<Uint8Array> {
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.print', {
      context: this.#context,
    });
    return Buffer.from(data, 'base64');
  }
  async setViewport(width: number, height: number): Promise<void> {
    await this.#bidi.send('browsingContext.setViewport', {
      context: this.#context,
      viewport: { width, height },
    });
  }

  async goto(url: string): Promise<void> {
    const start = await documentState(this.evaluate);
    // Not BiDi's own waiting: it takes a frame's failure ("Address rejected") for the tab's.
    await this.#bidi.send('browsingContext.navigate', { context: this.#context, url, wait: 'none' });
    this.#url = url;
    await this.waitForLoad(start);
    const shown = await this.evaluate(() => document.documentURI);
    if (shown.startsWith('about:neterror')) throw new Error(`Firefox could not load ${url}: ${shown}`);
  }

  /** Waits for a loaded document other than `start`, and notes where the tab is. */
  async waitForLoad(start?: DocumentState): Promise<void> {
    this.#url = (await untilLoaded(this.evaluate, `the tab at ${this.#url} to load`, start)).url;
  }

  async reload(): Promise<void> {
    // BiDi's own reload never answers on a page of the extension.
    const start = await documentState(this.evaluate);
    await this.evaluate(() => location.reload());
    await this.waitForLoad(start);
  }

  async back(): Promise<void> {
    const start = await documentState(this.evaluate);
    await this.#bidi.send('browsingContext.traverseHistory', { context: this.#context, delta: -1 });
    await this.waitForLoad(start);
  }

  async letItHide(): Promise<void> {}

  async bringToFront(): Promise<void> {
    await this.#bidi.send('browsingContext.activate', { context: this.#context });
  }

  async close(): Promise<void> {
    await this.#bidi.send('browsingContext.close', { context: this.#context });
    this.#closed();
  }

  waitFor<T>(probe: () => T | Promise<T>, options: WaitOptions): Promise<Truthy<T>> {
    return until(probe, options);
  }

  card() {
    return this.inCard(readCard);
  }
  cardElement(selector: string) {
    return this.inCard(readCardElement, selector);
  }

  async inCard<A extends readonly unknown[], R>(
    fn: (root: ShadowRoot, ...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R | null> {
    const root = await this.#closedRoot();
    if (root === null) return null;
    return (await this.#bidi.call(this.#context, functionSource(fn, args), root)) as never; // as in `evaluate`
  }

  /** The first closed root in the places where a card may be: those that `listHosts` names, written as a selector. */
  async #closedRoot(): Promise<SharedNode | null> {
    const { nodes } = await this.#bidi.send<{ nodes: readonly LocatedNode[] }>(
      'browsingContext.locateNodes',
      {
        context: this.#context,
        locator: { type: 'css', value: ':modal > *, :root > :not(head, body)' },
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
      },
    );
    const roots = nodes.flatMap(({ value }) => value?.shadowRoot ?? []);
    return roots.findLast((root) => root.value?.mode === 'closed') ?? null;
  }

  async frame(urlPart: string): Promise<ReaderFrame> {
    const find = async () => (await this.#frames()).find(({ url }) => url.includes(urlPart));
    await until(find, { what: `a frame of ${this.url} whose address holds ${urlPart}` });
    return this.#readerFrame(find, urlPart); // anew each time: a frame that navigates may become another
  }

  async frames(): Promise<readonly ReaderFrame[]> {
    return (await this.#frames()).map((frame) => this.#readerFrame(async () => frame, frame.url));
  }

  async #frames(): Promise<ContextInfo[]> {
    return framesOf((await this.#bidi.contexts()).find(({ context }) => context === this.#context));
  }

  #readerFrame(find: () => Promise<ContextInfo | undefined>, what: string): ReaderFrame {
    const contextNow = async () => {
      const frame = await find();
      if (frame === undefined) throw new Error(`The frame ${what} is gone.`);
      return frame.context;
    };
    const evaluate: Evaluate = async (fn, ...args) =>
      (await this.#bidi.evaluate(await contextNow(), callSource(fn, args))) as never; // as in the tab's own
    // Keys are made in the process of the document that is named, whatever has the focus.
    const press = async (key: string) => this.#keys(chordActions(key), await contextNow());
    return { evaluate, press, ...documentProbes(evaluate) };
  }
}

/** All frames below a tab. */
function framesOf(info: ContextInfo | undefined): ContextInfo[] {
  return (info?.children ?? []).flatMap((child) => [child, ...framesOf(child)]);
}
