/**
 * Stands before our content script, in its own world, and counts what the browser calls there: timers, frames, listeners,
 * observers, messages. The page asks by one event and is answered by another. The script itself is as readers have it.
 */

type Callback = (...args: unknown[]) => unknown;
type Loose = Record<string, (...args: unknown[]) => unknown>;

const fired: string[] = [];
const pending = new Map<string, string>();
const listen = EventTarget.prototype.addEventListener;

function counted(name: string, callback: Callback): Callback {
  return function (this: unknown, ...args) {
    fired.push(name);
    return callback.apply(this, args);
  };
}

/** Timers of one kind: pending until they have run or are cleared. */
function countTimers(start: string, stop: string, isOnce: boolean): void {
  const world = globalThis as unknown as Loose; // all are functions of the window
  const [begin, end] = [world[start], world[stop]];
  if (!begin || !end) return;
  world[start] = (callback, ...args) => {
    const id = begin(
      (...given: unknown[]) => {
        if (isOnce) pending.delete(`${stop} ${id}`);
        return counted(start, callback as Callback)(...given);
      },
      ...args,
    );
    pending.set(`${stop} ${id}`, start);
    return id;
  };
  world[stop] = (id) => {
    pending.delete(`${stop} ${id}`);
    return end(id);
  };
}

function countListeners(): void {
  const wrapped = new WeakMap<object, Callback>();
  const unlisten = EventTarget.prototype.removeEventListener;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    let own = listener && wrapped.get(listener);
    if (listener && !own) {
      own = function (this: unknown, ...args) {
        fired.push(`listener: ${(args[0] as Event).type}`);
        return typeof listener === 'function'
          ? (listener as Callback).apply(this, args)
          : listener.handleEvent(args[0] as Event);
      };
      wrapped.set(listener, own);
    }
    listen.call(this, type, (own ?? listener) as EventListener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    unlisten.call(this, type, ((listener && wrapped.get(listener)) ?? listener) as EventListener, options);
  };
}

function countObservers(): void {
  const world = globalThis as unknown as Record<
    string,
    new (
      callback: Callback,
      ...more: unknown[]
    ) => object
  >;
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const Observer = world[name];
    if (Observer)
      world[name] = class extends Observer {
        constructor(callback: Callback, ...more: unknown[]) {
          super(counted(name, callback), ...more);
        }
      };
  }
}

function countMessages(): void {
  // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, in a content script
  const { runtime } = ((globalThis as any).browser ?? (globalThis as any).chrome) as any;
  runtime.onMessage.addListener(() => {
    fired.push('message');
  });
}

countTimers('setTimeout', 'clearTimeout', true);
countTimers('setInterval', 'clearInterval', false);
countTimers('requestAnimationFrame', 'cancelAnimationFrame', true);
countTimers('requestIdleCallback', 'cancelIdleCallback', true);
countMessages();
// Answers what has happened since it was asked last.
listen.call(window, 'bench-ask', () => {
  const detail = JSON.stringify({ fired: fired.splice(0), pending: [...pending.values()] });
  window.dispatchEvent(new CustomEvent('bench-answer', { detail }));
});
countListeners();
countObservers();
