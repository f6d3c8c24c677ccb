/// <reference lib="dom" />
/**
 * A tab of Chromium. Input goes through Playwright; evaluation and the card's closed root go over CDP: `Runtime.evaluate`
 * runs in the page's own world whatever its Content Security Policy, and `DOM.describeNode {pierce}` names a closed root.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Frame, Page } from 'playwright';
import { documentProbes, documentState, untilLoaded } from './document-probes.ts';
import type {
  Evaluate,
  Finger,
  Place,
  Pointer,
  ReaderFrame,
  ReaderPage,
  Truthy,
  WaitOptions,
} from './driver.ts';
import { listHosts, type Rect, readCard, readCardElement } from './probes.ts';
import { callSource, functionSource } from './source.ts';
import { STEP_MS, until, within } from './wait.ts';

type Send = CDPSession['send'];

/** How Runtime calls tell of their outcome. */
interface Outcome {
  readonly result: { readonly value?: unknown; readonly objectId?: string };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/** The part of Playwright's own idea of a tab that `letItHide` needs. */
interface Inside {
  readonly delegate: {
    readonly _mainFrameSession: {
      readonly _client: { send(method: string, params: object): Promise<unknown> };
    };
  };
}

export class ChromiumPage implements ReaderPage {
  readonly errors: string[] = [];
  readonly pointer: Pointer;
  onError: (line: string) => void = () => {};
  readonly #tab: Page;
  readonly #session: CDPSession;

  static async attach(tab: Page): Promise<ChromiumPage> {
    const session = await within(tab.context().newCDPSession(tab), STEP_MS, 'a debugging session of a tab');
    return new ChromiumPage(tab, session);
  }

  private constructor(tab: Page, session: CDPSession) {
    this.#tab = tab;
    this.#session = session;
    const note = (line: string) => {
      this.errors.push(line);
      this.onError(line);
    };
    tab.on('pageerror', (error) => note(`${tab.url()}: ${error.message}`));
    tab.on('console', (message) => {
      if (message.type() === 'error') note(`${tab.url()}: console: ${message.text()}`);
    });
    tab.on('crash', () => note(`${tab.url()}: the tab crashed`));
    const { mouse } = tab;
    this.pointer = {
      move: (x, y, { steps = 1 } = {}) =>
        within(mouse.move(x, y, { steps }), STEP_MS, `the pointer to reach ${x}, ${y}`),
      stroll: async ([fromX, fromY], [x, y], moves, ms) => {
        const start = performance.now();
        const answers: Promise<void>[] = [];
        // By the clock: an answer that takes its time holds up no move.
        for (let i = 0; i <= moves; i += 1) {
          await sleep(start + (ms * i) / moves - performance.now());
          answers.push(mouse.move(fromX + ((x - fromX) * i) / moves, fromY + ((y - fromY) * i) / moves));
        }
        await within(Promise.all(answers), STEP_MS, `the pointer to stroll to ${x}, ${y}`);
      },
      click: (x, y, { button = 'left', count = 1 } = {}) =>
        within(mouse.click(x, y, { button, clickCount: count }), STEP_MS, `a click at ${x}, ${y}`),
      down: (button = 'left') => within(mouse.down({ button }), STEP_MS, 'the button to go down'),
      up: (button = 'left') => within(mouse.up({ button }), STEP_MS, 'the button to go up'),
    };
  }

  /** Sent without waiting for answers: what a slow machine puts between two commands is no pause of the finger's. */
  readonly #touch = async (places: readonly Place[], isLifted: boolean) => {
    const events = places.map(([x, y], i) => ({
      type: i === 0 ? ('touchStart' as const) : ('touchMove' as const),
      touchPoints: [{ x, y }],
    }));
    const end = isLifted ? [{ type: 'touchEnd' as const, touchPoints: [] }] : [];
    await Promise.all([...events, ...end].map((event) => this.command('Input.dispatchTouchEvent', event)));
  };
  readonly finger: Finger = {
    tap: (x, y) => this.#touch([[x, y]], true),
    down: (...places) => this.#touch(places, false),
    swipe: (...places) => this.#touch(places, true),
    up: () => this.#touch([], true),
  };
  readonly pen = {
    move: async (x: number, y: number) => {
      await this.command('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, pointerType: 'pen' });
    },
  };

  get url(): string {
    return this.#tab.url();
  }

  /** One CDP command to this tab. */
  command: Send = (method, params) =>
    within(this.#session.send(method, params), STEP_MS, `Chromium's answer to ${method}`);

  evaluate: Evaluate = async (fn, ...args) => {
    const outcome = await this.command('Runtime.evaluate', {
      expression: callSource(fn, args),
      awaitPromise: true,
      returnByValue: true,
    });
    // The protocol's plain data; its type is what `fn` says it returns.
    return plainValue(outcome) as never;
  };

  readonly #probes = documentProbes((fn, ...args) => this.evaluate(fn, ...args));
  readonly html = this.#probes.html;
  readonly highlights = this.#probes.highlights;
  readonly rectOf = this.#probes.rectOf;

  wheel(deltaX: number, deltaY: number): Promise<void> {
    return within(this.#tab.mouse.wheel(deltaX, deltaY), STEP_MS, 'the wheel to turn');
  }
  press(key: string): Promise<void> {
    return within(this.#tab.keyboard.press(key), STEP_MS, `the key ${key}`);
  }
  type(text: string): Promise<void> {
    return within(this.#tab.keyboard.type(text), STEP_MS, 'text to be typed');
  }
  async screenshot(path: string, { clip }: { readonly clip?: Rect } = {}): Promise<void> {
    await this.#tab.screenshot({ path, ...(clip === undefined ? {} : { clip }) });
  }
  print(): Promise<Uint8Array> {
    return this.#tab.pdf();
  }
  setViewport(width: number, height: number): Promise<void> {
    return this.#tab.setViewportSize({ width, height });
  }
  async reload(): Promise<void> {
    await this.#tab.reload();
  }
  async goto(url: string): Promise<void> {
    await this.#tab.goto(url);
  }
  async back(): Promise<void> {
    const start = await documentState(this.evaluate);
    await this.#tab.goBack({ waitUntil: 'commit' });
    await untilLoaded(this.evaluate, `the page before ${start.url}`, start);
  }
  bringToFront(): Promise<void> {
    return this.#tab.bringToFront();
  }
  /** Playwright makes every tab believe that it is in front, and has no switch for that: its own session must take it back. */
  async letItHide(): Promise<void> {
    const { _connection } = this.#tab as unknown as { _connection: { toImpl(tab: Page): Inside } };
    const { _client } = _connection.toImpl(this.#tab).delegate._mainFrameSession;
    await _client.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  }
  close(): Promise<void> {
    return within(this.#tab.close(), STEP_MS, 'a tab to close');
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
    const outcome = await this.command('Runtime.callFunctionOn', {
      functionDeclaration: functionSource(fn, args),
      objectId: root,
      arguments: [{ objectId: root }],
      awaitPromise: true,
      returnByValue: true,
    });
    return plainValue(outcome) as never; // as in `evaluate`
  }

  /** The protocol's handle of the first closed root among the elements that may carry the card. */
  async #closedRoot(): Promise<string | null> {
    const hosts = await this.command('Runtime.evaluate', { expression: callSource(listHosts, []) });
    plainValue(hosts); // throws what the page threw
    const list = hosts.result.objectId;
    if (list === undefined) return null;
    const { result } = await this.command('Runtime.getProperties', { objectId: list, ownProperties: true });
    for (const { name, value } of result) {
      if (!/^\d+$/.test(name) || value?.objectId === undefined) continue;
      const { node } = await this.command('DOM.describeNode', { objectId: value.objectId, pierce: true });
      const closed = node.shadowRoots?.find((root) => root.shadowRootType === 'closed');
      if (closed === undefined) continue;
      const { object } = await this.command('DOM.resolveNode', { backendNodeId: closed.backendNodeId });
      if (object.objectId !== undefined) return object.objectId;
    }
    return null;
  }

  async frame(urlPart: string): Promise<ReaderFrame> {
    const find = (): Frame | undefined => this.#tab.frames().find((frame) => frame.url().includes(urlPart));
    await until(find, { what: `a frame of ${this.url} whose address holds ${urlPart}` });
    return this.#readerFrame(find, urlPart); // anew each time: a frame that navigates may become another
  }

  async frames(): Promise<readonly ReaderFrame[]> {
    const main = this.#tab.mainFrame();
    const own = this.#tab.frames().filter((frame) => frame !== main);
    return own.map((frame) => this.#readerFrame(() => frame, frame.url()));
  }

  #readerFrame(find: () => Frame | undefined, what: string): ReaderFrame {
    const evaluate: Evaluate = (fn, ...args) => {
      const frame = find();
      if (frame === undefined) throw new Error(`The frame ${what} is gone.`);
      return within(frame.evaluate(callSource(fn, args)), STEP_MS, `an answer of the frame ${what}`);
    };
    return { evaluate, press: (key) => this.press(key), ...documentProbes(evaluate) };
  }
}

/** The value of a Runtime call, or the page's exception as an error of ours. */
function plainValue({ result, exceptionDetails }: Outcome): unknown {
  if (exceptionDetails !== undefined)
    throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
}
