/**
 * The tone of a mark: its line stands out from the ground behind the name by 3 to 1, whatever the page's colours.
 *
 *     ground   black ---------- DARK ------------------ LIGHT ---- white
 *     line           pale amber  |         black          |  brown
 *
 * The ground is what `ground.ts` finds behind the text. Where that is an image, or the text could not be read on it (it stands on
 * something that is laid below it, not around it), the text's own colour tells: it is there to be read.
 */

export const TONES = ['on-light', 'on-mid', 'on-dark'] as const;
export type Tone = (typeof TONES)[number];

/** Up to this grey, of 1, a pale line has 3 to 1, and from it on a black one; from the other on a brown one. */
const DARK = 0.385;
const LIGHT = 0.8;
/** Text of this grey or brighter stands on something dark. */
const BRIGHT = 0.59;
/** Text that differs less from its ground cannot be read there. */
const READABLE = 0.15;
/** The darkest ground that dark text may have, roughly, where nothing else is known. */
const UNDER_DARK_TEXT = 0.6;
/** A colour or a ground: parts of sRGB, of 1, each times the last number: how much it covers, of 1. */
export type Ground = readonly [red: number, green: number, blue: number, cover: number];

/** The tone for a ground with text of some colour on it. */
export function toneOn(ground: Ground, textColour: Ground): Tone {
  const text = greyOf(textColour) / textColour[3];
  const isBright = text > BRIGHT;
  const base = isBright ? 0 : 1;
  let grey = greyOf(over(ground, [base, base, base, 1]));
  // Also where one of them is not known: a letter may be a window on an image.
  if (!(Math.abs(grey - text) > READABLE)) grey = isBright ? 0 : UNDER_DARK_TEXT;
  return grey < DARK ? 'on-dark' : grey < LIGHT ? 'on-mid' : 'on-light';
}

/** A ground laid over another. */
export function over(top: Ground, below: Ground): Ground {
  // As long as they are.
  return top.map((part, i) => part + (below[i] as number) * (1 - top[3])) as unknown as Ground;
}

const GAMMA = 2.2;

/** The grey that is as bright, 0 (black) to 1 (white). */
function greyOf([red, green, blue]: Ground): number {
  return (0.2126 * red ** GAMMA + 0.7152 * green ** GAMMA + 0.0722 * blue ** GAMMA) ** (1 / GAMMA);
}

/** Reads a computed colour; what is given by its lightness becomes a grey, about as bright. */
export function colourOf(css: string): Ground {
  const [first = 0, second = 0, third = 0, cover = 1] =
    css.match(/(?<![\w-])([\d.]+(e-\d+)?|none|-[^ ]+)/g)?.map((part) => Math.max(0, +part || 0)) ?? [];
  // oklch() and oklab() begin with lightness, whose cube is luminance; lab() and lch() with one of 100, much like our greys.
  const grey = { o: first ** (3 / GAMMA), l: first / 100 }[css[0] as string];
  const part = (value: number) => (grey ?? (css[0] === 'r' ? value / 255 : value)) * cover;
  return [part(first), part(second), part(third), cover];
}
