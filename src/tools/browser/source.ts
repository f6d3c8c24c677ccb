/**
 * Functions as source text, to be evaluated in a browser. Compilers that keep function names wrap inner functions in a
 * call of `__name`, which no page has; so each gets one of its own, in its own scope and not in the page's.
 */

/** Only its text is used; what it takes was checked where the caller's types meet. */
type Sendable = { toString(): string };

const KEEP_NAME = '(value) => value';

/** An expression that calls `fn` with plain data. */
export function callSource(fn: Sendable, args: readonly unknown[]): string {
  return `((__name) => (${fn.toString()})(${listSource(args)}))(${KEEP_NAME})`;
}

/** A function declaration of one live object, which calls `fn` with that and plain data. */
export function functionSource(fn: Sendable, args: readonly unknown[]): string {
  const list = ['first', listSource(args)].filter((part) => part !== '').join(', ');
  return `function (first) { const __name = ${KEEP_NAME}; return (${fn.toString()})(${list}); }`;
}

function listSource(args: readonly unknown[]): string {
  return args.map((arg) => (arg === undefined ? 'undefined' : JSON.stringify(arg))).join(', ');
}
