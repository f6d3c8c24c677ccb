/**
 * The tone of a mark: dark on light pages, light on dark ones. The page's own text colour tells which it is, wherever its
 * background comes from: an image, a canvas, a parent far above.
 */

export type Tone = 'on-light' | 'on-dark';

/** Brightness of a text colour from which its ground must be dark, of 255. */
const BRIGHT = 150;

export function toneOf(element: Element): Tone {
  return brightnessOf(getComputedStyle(element).color) > BRIGHT ? 'on-dark' : 'on-light';
}

/** Perceived brightness, 0 to 255, of a computed colour; 0 for forms that are not understood. */
export function brightnessOf(color: string): number {
  const numbers = color.match(/[\d.]+/g)?.map(Number) ?? [];
  const [first = 0, second = 0, third = 0] = numbers;
  const sum = 0.299 * first + 0.587 * second + 0.114 * third;
  if (color.startsWith('rgb')) return sum;
  // oklch(), oklab(), lab(), lch() begin with lightness, of 1 or of 100; color(srgb …) has parts of 1.
  if (/^ok/.test(color)) return first * 255;
  if (/^l/.test(color)) return first * 2.55;
  if (color.startsWith('color(')) return 255 * sum;
  return 0;
}
