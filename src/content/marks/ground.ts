/** The ground behind a text: the nearest background, with translucent ones blended over what is behind them. */
import { tree } from '../page/tree.ts';
import { colourOf, type Ground, over, type Tone, toneOn } from './tone.ts';

/** How long a ground counts as known, in ms: a painting pass, not a reader's change of theme. */
const FRESH_MS = 100;

/** Nothing: the browser's own canvas shows, which is light or dark as the text is not. */
const CANVAS: Ground = [0, 0, 0, 0];
/** What is laid over an image is as unknown. */
const IMAGE: Ground = [Number.NaN, 0, 0, 1];

/** Looks at the page for the ground behind texts, remembered for a moment, and tells the tone for what stands in a node. */
export function createTones(): (node: Node) => Tone {
  let grounds: WeakMap<Element, Ground>;
  let since = Number.NEGATIVE_INFINITY;
  const groundOf = (element: Element): Ground => {
    let ground = grounds.get(element);
    if (!ground) {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      ground = colourOf(backgroundColor);
      const above = tree.parentOf(element);
      if (backgroundImage !== 'none') ground = IMAGE;
      else if (ground[3] < 1) ground = over(ground, above ? groundOf(above) : CANVAS);
      grounds.set(element, ground);
    }
    return ground;
  };
  return ({ parentElement }) => {
    if (!parentElement) return 'on-light';
    const now = performance.now();
    if (now - since > FRESH_MS) {
      grounds = new WeakMap();
      since = now;
    }
    return toneOn(groundOf(parentElement), colourOf(getComputedStyle(parentElement).color));
  };
}
