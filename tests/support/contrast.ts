/** Contrast as WCAG 2.2 has it, from OKLCH, OKLab or sRGB. A colour is a triple of parts. */

export type Triple = readonly [number, number, number];

const mapped = (triple: Triple, change: (part: number, i: number) => number) =>
  triple.map(change) as unknown as Triple; // as long as it was

export function oklchToOklab(lightness: number, chroma: number, hue: number): Triple {
  return [lightness, chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code; browsers clip what sRGB cannot show. */
export function oklabToLinear([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return mapped(linear, (part) => Math.min(1, Math.max(0, part)));
}

/** sRGB, of 1, and the light that it stands for. */
export function srgbToLinear(colour: Triple): Triple {
  return mapped(colour, (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

export function linearToSrgb(colour: Triple): Triple {
  return mapped(colour, (part) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055));
}

/** A translucent colour over another, as browsers lay it: in sRGB. */
export function laidOver(front: Triple, alpha: number, back: Triple): Triple {
  return mapped(front, (part, i) => part * alpha + (back[i] ?? 0) * (1 - alpha));
}

/** The ratio between two colours in linear light. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: Triple, other: Triple): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The `oklch(L% C H / A)` of a declaration among some rules, in sRGB; null where it has none. `declaration`: a pattern up to its colour. */
export function oklchIn(
  rules: string,
  declaration: RegExp,
): { readonly colour: Triple; readonly alpha: number } | null {
  const found = new RegExp(
    `${declaration.source}[^;]*oklch\\(([\\d.]+)% ([\\d.]+) ([\\d.]+)(?: / ([\\d.]+))?\\)`,
  ).exec(rules);
  if (!found) return null;
  const [lightness = 0, chroma = 0, hue = 0, alpha = 1] = found
    .slice(1)
    .flatMap((part) => (part === undefined ? [] : [Number(part)]));
  return { colour: linearToSrgb(oklabToLinear(oklchToOklab(lightness / 100, chroma, hue))), alpha };
}
