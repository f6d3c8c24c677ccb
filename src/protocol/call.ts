/**
 * The asking side. A call waits a limited time: a reader's doubt comes before a worker's death is noticed, and an honest
 * word in the card is better than a wheel that turns for ever.
 */
import { browser } from '../platform/browser.ts';
import {
  type Answer,
  CallError,
  ENVELOPE_TAG,
  ENVELOPE_VERSION,
  type Envelope,
  type Params,
  type Recipient,
  type Reply,
  type TabRecipient,
  type Verb,
} from './messages.ts';

/** How long an answer may take, in ms: a sleeping worker on a busy machine needs up to 300 ms to wake. */
const PATIENCE_MS = 10_000;
/**
 * A worker that is just being started can refuse the first message, and one that is stopped dies without an answer (Firefox then
 * answers nothing): once more, after this time. Every verb may be asked for twice.
 */
const RETRY_AFTER_MS = 150;

/** Asks the background. Rejects with a CallError. */
export async function callBackground<V extends Verb<'background'>>(
  verb: V,
  params: Params<'background', V>,
): Promise<Answer<'background', V>> {
  const message = envelope('background', verb, params);
  for (let isAgain = false; ; isAgain = true) {
    try {
      return open(await withPatience(browser.runtime.sendMessage(message)));
    } catch (error) {
      if (error instanceof CallError) throw error;
      const isOver = isOrphaned();
      if (isOver || isAgain) throw new CallError(isOver ? 'orphaned' : 'unreachable', `${error}`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}

/** Asks the content script of one frame of a tab, or of all its frames. Nobody there is no failure: null. */
export function callContent<V extends Verb<'content'>>(
  tab: number,
  verb: V,
  params: Params<'content', V>,
  frame?: number,
): Promise<Answer<'content', V> | null> {
  return callTab('content', tab, verb, params, frame);
}

/** The same of any script of ours in a tab. */
export async function callTab<R extends TabRecipient, V extends Verb<R>>(
  to: R,
  tab: number,
  verb: V,
  params: Params<R, V>,
  frame?: number,
): Promise<Answer<R, V> | null> {
  const options = frame === undefined ? {} : { frameId: frame };
  const answer = await browser.tabs.sendMessage(tab, envelope(to, verb, params), options).catch(() => null);
  return answer === null || answer === undefined ? null : open(answer);
}

/** Whether this copy of the extension has been updated or removed under the page. */
export function isOrphaned(): boolean {
  return !browser.runtime?.id;
}

function envelope(to: Recipient, verb: string, params: unknown): Envelope {
  return { tag: ENVELOPE_TAG, version: ENVELOPE_VERSION, to, verb, params };
}

/** Throws a CallError for what `serve` refused, and another error for no answer at all. */
function open<T>(reply: unknown): T {
  const answer = reply as Reply<T>; // `serve` answers with the type that the contract names
  if (answer.ok) return answer.value;
  throw new CallError(answer.error.code, answer.error.message);
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallError('unreachable', 'no answer')), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
