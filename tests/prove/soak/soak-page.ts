/// <reference lib="dom" />
/**
 * Two pages that never rest, drawn by their own script: an application that goes from article to article in one document,
 * and a feed whose items come, go, change places and are rewritten.
 */
import { callSource } from '../../../src/tools/browser/source.ts';

const NAMES = [
  'the International Telecommunication Union',
  'the Internet Governance Forum',
  'cyber sovereignty',
  'the World Internet Conference',
  'the Belt and Road Initiative',
  'ICANN',
  'Huawei',
  'the Great Firewall',
];

/** What a page of the soak offers to the proof that drives it, as `globalThis.soak`. */
export interface SoakPage {
  /** Takes so many steps, one every few ms, and resolves when the last is taken. */
  run(steps: number, everyMs: number): Promise<void>;
}

/** In the page: articles in one document, or a feed. */
function script(kind: 'articles' | 'feed', names: readonly string[]): void {
  const main = document.querySelector('main') as HTMLElement;
  let step = 0;
  const name = (n: number) => names[n % names.length] as string;
  const paragraph = (n: number) =>
    `Paper ${n}: delegates spoke of ${name(n)} and of ${name(n + 3)} before the assembly met again in the spring.`;
  const goOn = () => {
    step += 1;
    history.pushState(null, '', `?article=${step}`);
    main.innerHTML = `<article><h1>Article ${step}</h1>${Array.from({ length: 12 }, (_, n) => `<p>${paragraph(step + n)}</p>`).join('')}</article>`;
  };
  const feed = () => {
    step += 1;
    const item = document.createElement('p');
    item.textContent = paragraph(step);
    main.prepend(item);
    if (main.childElementCount > 40) main.lastElementChild?.remove();
    if (step % 3 === 0) main.append(main.children[step % main.childElementCount] as Element);
    const other = main.children[(step * 7) % main.childElementCount]?.firstChild as Text;
    if (step % 2 === 0) other.data = paragraph(step * 31);
    document.title = `(${step}) Feed`;
  };
  const take = kind === 'articles' ? goOn : feed;
  (globalThis as unknown as { soak: SoakPage }).soak = {
    run: (steps, everyMs) =>
      new Promise((resolve) => {
        let left = steps;
        const timer = setInterval(() => {
          take();
          left -= 1;
          if (left > 0) return;
          clearInterval(timer);
          resolve();
        }, everyMs);
      }),
  };
}

/** The page as HTML. */
export function soakPage(kind: 'articles' | 'feed'): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Soak</title><body><main></main>
<script>${callSource(script, [kind, NAMES])}</script></body></html>`;
}
