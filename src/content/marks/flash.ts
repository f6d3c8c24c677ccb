/** A moment of light on the words that the reader has been led to. One at a time: no node of the page is touched. */

const NAME = 'glossator-flash';
const FLASH_MS = 1200;

let timer: ReturnType<typeof setTimeout> | undefined;

export function flash(range: Range): void {
  clearTimeout(timer);
  CSS.highlights.set(NAME, new Highlight(range));
  timer = setTimeout(() => CSS.highlights.delete(NAME), FLASH_MS);
}
