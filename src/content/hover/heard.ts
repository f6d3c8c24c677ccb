/**
 * Time limits on what a pointer does, on a page that keeps its browser busy. No event comes in while a page is at work, and a
 * timer that is due by then may run before what the pointer did meanwhile has been heard: that is heard out first.
 */

/** A timer that comes so late has waited for the page, in ms. */
const LATE_MS = 50;
/** Within so many ms a browser hands on what has gathered. */
const HEARD_MS = 100;

/** Calls in `ms`, or when all that went before has been heard. Answers what calls it off. */
export function onceHeard(ms: number, call: () => void): () => void {
  const due = performance.now() + ms;
  let timer = setTimeout(() => {
    if (performance.now() - due < LATE_MS) call();
    else timer = setTimeout(call, HEARD_MS);
  }, ms);
  return () => clearTimeout(timer);
}
