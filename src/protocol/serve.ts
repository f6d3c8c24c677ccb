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

/** Answers all calls to this context until `signal` aborts; `admit` throws where a sender may not use a verb. */
export function serve<R extends Recipient>(
  to: R,
  handlers: Handlers<R>,
  parsers: Parsers<R>,
  options: {
    readonly admit?: (verb: string, sender: Runtime.MessageSender) => void;
    readonly signal?: AbortSignal;
  } = {},
): void {
  // The polyfill's type knows promises only; answering through `respond` works in both browsers, with it and without.
  const listener = ((message: unknown, sender: Runtime.MessageSender, respond: (reply: unknown) => void) => {
    if (!isEnvelope(message) || message.to !== to || sender.id !== browser.runtime.id) return undefined;
    answer(message, sender).then(respond);
    return true;
  }) as Parameters<typeof browser.runtime.onMessage.addListener>[0];
  const answer = async (message: Envelope, sender: Runtime.MessageSender): Promise<Reply<unknown>> => {
    try {
      if (message.version !== ENVELOPE_VERSION) throw new CallError('orphaned', 'another version speaks');
      if (!Object.hasOwn(handlers, message.verb))
        throw new CallError('bad-request', `no verb "${message.verb}"`);
      options.admit?.(message.verb, sender);
      const verb = message.verb as Verb<R>; // it is a key of `handlers`
      return { ok: true, value: await handlers[verb](parsers[verb](message.params), sender) };
    } catch (error) {
      if (!(error instanceof CallError)) report(`answering "${message.verb}"`, error);
      const code = error instanceof CallError ? error.code : 'internal';
      return { ok: false, error: { code, message: messageOf(error) } };
    }
  };
  browser.runtime.onMessage.addListener(listener);
  options.signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && (message as Partial<Envelope>).tag === ENVELOPE_TAG
  );
}
