/**
 * The little of WebDriver BiDi that the Firefox driver speaks itself, over the connection that Puppeteer opened. Puppeteer's
 * own pages are no use here: they lose sight of tabs with extension pages, and they cannot hand over a closed shadow root.
 * https://w3c.github.io/webdriver-bidi/
 */
import type { Browser } from 'puppeteer-core';
import { STEP_MS, within } from './wait.ts';

/** A node that a document handed out; it can be passed back as an argument. */
export interface SharedNode {
  readonly sharedId: string;
}

/** One tab or frame, as `browsingContext.getTree` tells of it. */
export interface ContextInfo {
  readonly context: string;
  readonly url: string;
  readonly children: readonly ContextInfo[] | null;
}

/** A value as the protocol writes it. */
export interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

type ScriptResult =
  | { readonly type: 'success'; readonly result: RemoteValue }
  | {
      readonly type: 'exception';
      readonly exceptionDetails: { readonly text: string; readonly stackTrace?: unknown };
    };

export interface LogEntry {
  readonly type: string;
  readonly level: string;
  readonly text: string | null;
  readonly source: { readonly context?: string };
}

/** Puppeteer's connection: there, but not in its public types. */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
  on(event: string, handler: (params: never) => void): unknown;
}

export class Bidi {
  readonly #connection: Connection;

  constructor(browser: Browser) {
    // The one place that reaches into Puppeteer; a version without this property fails here, with words.
    const { connection } = browser as unknown as { readonly connection?: Connection };
    if (connection === undefined)
      throw new Error('This version of puppeteer-core hides its BiDi connection.');
    this.#connection = connection;
  }

  /** One command; its answer's shape is the caller's knowledge of the specification. */
  async send<T>(method: string, params: object): Promise<T> {
    const answer = this.#connection.send(method, params);
    return (await within(answer, STEP_MS, `Firefox's answer to ${method}`)).result as T;
  }

  on<T>(event: string, handler: (params: T) => void): void {
    this.#connection.on(event, handler);
  }

  /** Open tabs with their frames; `chrome` are the browser's own windows instead (needs system access). */
  async contexts(scope: 'content' | 'chrome' = 'content'): Promise<readonly ContextInfo[]> {
    const params = scope === 'chrome' ? { 'moz:scope': 'chrome' } : {};
    const tree = await this.send<{ contexts: readonly ContextInfo[] }>('browsingContext.getTree', params);
    return tree.contexts;
  }

  /** Evaluates an expression in a context's own world and waits for a promise it gives. */
  async evaluate(context: string, expression: string): Promise<unknown> {
    return plain(await this.send('script.evaluate', { expression, target: { context }, awaitPromise: true }));
  }

  /** Calls a function with a node of the same document. */
  async call(context: string, functionDeclaration: string, node: SharedNode): Promise<unknown> {
    const target = { context };
    const args = [{ sharedId: node.sharedId }];
    return plain(
      await this.send('script.callFunction', {
        functionDeclaration,
        target,
        arguments: args,
        awaitPromise: true,
      }),
    );
  }
}

function plain(outcome: ScriptResult): unknown {
  if (outcome.type === 'exception') throw new Error(`In the page: ${outcome.exceptionDetails.text}`);
  return plainOf(outcome.result);
}

/** Remote values as plain data. https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue */
function plainOf(remote: RemoteValue): unknown {
  // The casts follow the specification's shape for each type.
  switch (remote.type) {
    case 'undefined':
      return undefined;
    case 'null':
      return null;
    case 'number':
      return Number(remote.value); // also "NaN", "-0", "Infinity"
    case 'bigint':
      return BigInt(remote.value as string);
    case 'array':
    case 'set':
      return ((remote.value ?? []) as readonly RemoteValue[]).map(plainOf);
    case 'object':
    case 'map':
      return Object.fromEntries(
        ((remote.value ?? []) as readonly (readonly [string | RemoteValue, RemoteValue])[]).map(
          ([key, value]) => [typeof key === 'string' ? key : String(plainOf(key)), plainOf(value)],
        ),
      );
    case 'string':
    case 'boolean':
    case 'date':
      return remote.value;
    default:
      return {}; // a node, a function, a window: not data, as in Chromium
  }
}
