/** What a PDF is painted with, as far as colours go: enough to tell whether marks are on paper. */
import { inflateSync } from 'node:zlib';

/** Colours that some content stream sets and that are no greys, once each, as `R G B` of 1 with two digits. */
export function coloursIn(pdf: Uint8Array): string[] {
  const found = new Set<string>();
  for (const content of streamsOf(Buffer.from(pdf))) {
    // https://opensource.adobe.com/dc-acrobat-sdk-docs/standards/pdfstandards/pdf/PDF32000_2008.pdf, 8.6.8: rg fills, RG strokes.
    for (const [, ...parts] of content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g)) {
      const colour = parts.map((part) => Number(part).toFixed(2));
      if (new Set(colour).size > 1) found.add(colour.join(' '));
    }
  }
  return [...found];
}

function* streamsOf(pdf: Buffer): Generator<string> {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at);
    if (pdf.subarray(at - 3, at).toString() === 'end' || end < 0) continue;
    try {
      yield inflateSync(pdf.subarray(at + 'stream\n'.length, end)).toString('latin1');
    } catch {
      // No deflated text: a font, an image.
    }
  }
}
