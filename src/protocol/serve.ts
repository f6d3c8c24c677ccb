/**
 * The answering side: one listener per context, registered synchronously at top level so that a waking worker does not
 * miss the message that woke it. It is deaf to anything without our tag and to other senders, and it is no `async`
 * function: that would answer messages that are not ours.
 */
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../platform/browser.ts';
import { report } from '../platform/report.ts';
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
  type TabRecipient,
  type Verb,
} from './messages.ts';

export type Handlers<R extends Recipient> = {
  readonly [V in Verb<R>]: (
    params: Params<R, V>,
    sender: Runtime.MessageSender,
  ) => Answer<R, V> | Promise<Answer<R, V>>;
};

/** Turns what came over the wire into parameters, or throws a CallError. */
export type Parsers<R extends Recipient> = { readonly [V in Verb<R>]: (params: unknown) => Params<R, V> };

/** Answers all calls to the background; `admit` throws where a sender may not use a verb. */
export function serveBackground(
  handlers: Handlers<'background'>,
  parsers: Parsers<'background'>,
  admit: (verb: string, sender: Runtime.MessageSender) => void,
): void {
  listen('background', async ({ version, verb, params }, sender) => {
    try {
      if (version !== ENVELOPE_VERSION) throw new CallError('orphaned', 'another version speaks');
      if (!Object.hasOwn(handlers, verb)) throw new CallError('bad-request', `no verb "${verb}"`);
      admit(verb, sender);
      const known = verb as Verb<'background'>; // it is a key of `handlers`
      // The parser of a verb answers what its handler takes: the two tables are derived from one interface.
      const handle = handlers[known] as (params: unknown, sender: Runtime.MessageSender) => unknown;
      return { ok: true, value: await handle(parsers[known](params), sender) };
    } catch (error) {
      if (!(error instanceof CallError)) report(`answering "${verb}"`, error);
      const code = error instanceof CallError ? error.code : 'internal';
      return { ok: false, error: { code, message: messageOf(error) } };
    }
  });
}

/** Answers the background's calls until `signal` aborts. They come from ourselves alone, so they are taken as they are. */
export function serveTab<R extends TabRecipient>(to: R, handlers: Handlers<R>, signal: AbortSignal): void {
  const answer = async ({ verb, params }: Envelope, sender: Runtime.MessageSender) => {
    const handle = handlers[verb as Verb<R>] as (params: unknown, sender: unknown) => unknown; // as above
    return { ok: true, value: await handle(params, sender) } as const;
  };
  listen(to, answer, signal);
}

function listen(
  to: Recipient,
  answer: (message: Envelope, sender: Runtime.MessageSender) => Promise<Reply<unknown>>,
  signal?: AbortSignal,
): void {
  // The polyfill's type knows promises only; answering through `respond` works in both browsers, with it and without.
  const listener = ((message: unknown, sender: Runtime.MessageSender, respond: (reply: unknown) => void) => {
    if (!isEnvelope(message) || message.to !== to || sender.id !== browser.runtime.id) return undefined;
    answer(message, sender).then(respond, (error) => {
      report(message.verb, error);
      respond(null); // as if nobody were there
    });
    return true;
  }) as Parameters<typeof browser.runtime.onMessage.addListener>[0];
  browser.runtime.onMessage.addListener(listener);
  // Of an extension that is gone, `runtime` is too.
  signal?.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listener));
}

function isEnvelope(message: unknown): message is Envelope {
  return (message as Partial<Envelope> | null | undefined)?.tag === ENVELOPE_TAG;
}
