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
  messageOf,
  type Params,
  type Recipient,
  type Reply,
  type Verb,
} from './messages.ts';

/** How long an answer may take, in ms: a sleeping worker on a busy machine needs up to 300 ms to wake. */
const PATIENCE_MS = 10_000;
/** A worker that is just being started can refuse the first message: once more, after this time. */
const RETRY_AFTER_MS = 150;

/** Asks the background. Rejects with a CallError. */
export async function callBackground<V extends Verb<'background'>>(
  verb: V,
  params: Params<'background', V>,
): Promise<Answer<'background', V>> {
  const message = envelope('background', verb, params);
  const send = () => withPatience(browser.runtime.sendMessage(message));
  try {
    return open(await send().catch((error) => retryUnreached(error, send)));
  } catch (error) {
    throw asCallError(error);
  }
}

/** Asks the content script of one frame of a tab, or of all its frames. Nobody there is no failure: null. */
export async function callContent<V extends Verb<'content'>>(
  tab: number,
  verb: V,
  params: Params<'content', V>,
  frame?: number,
): Promise<Answer<'content', V> | null> {
  const options = frame === undefined ? {} : { frameId: frame };
  const answer = await browser.tabs
    .sendMessage(tab, envelope('content', verb, params), options)
    .catch(() => null);
  return answer === null || answer === undefined ? null : open(answer);
}

/** Whether this copy of the extension has been updated or removed under the page. */
export function isOrphaned(): boolean {
  try {
    return !browser.runtime?.id;
  } catch {
    return true;
  }
}

function envelope(to: Recipient, verb: string, params: unknown): Envelope {
  return { tag: ENVELOPE_TAG, version: ENVELOPE_VERSION, to, verb, params };
}

function open<T>(reply: unknown): T {
  const { ok, value, error } = (reply ?? {}) as { ok?: boolean; value?: T } & Partial<
    Extract<Reply<T>, { ok: false }>
  >;
  if (ok) return value as T; // `serve` answers with the type that the contract names
  throw new CallError(error?.code ?? 'unreachable', error?.message ?? 'no answer');
}

function retryUnreached<T>(error: unknown, send: () => Promise<T>): Promise<T> {
  if (isOrphaned() || error instanceof CallError) throw error;
  return new Promise((resolve, reject) => {
    setTimeout(() => send().then(resolve, reject), RETRY_AFTER_MS);
  });
}

function withPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallError('unreachable', 'no answer in time')), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  return new CallError(isOrphaned() ? 'orphaned' : 'unreachable', messageOf(error));
}
