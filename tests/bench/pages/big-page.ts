/**
 * A page of 7 MB and 208 thousand elements, as a long manual on one page is: chapters, paragraphs with much markup inside,
 * lists, tables and examples. Names stand in it now and then. Drawn with a fixed seed, so it is the same on every machine.
 */
import { seededRandom } from '../../support/seeded-random.ts';

const ELEMENTS = 208_000;
const BYTES = 7_000_000;

const WORDS =
  'the of a to and in is for that with as be on are by this from or an at which it can not will when note staff voice chord rest bar line music output command value context property layout score system page number default text block time setting between above below first last same more each used see also example'.split(
    ' ',
  );
const NAMES = [
  'ITU',
  'International Telecommunication Union',
  'Internet Governance Forum',
  'cyber sovereignty',
  'Huawei',
  'ICANN',
  'Belt and Road Initiative',
  'World Internet Conference',
  'Great Firewall',
  'Tunis Agenda',
];
const INLINE = ['code', 'em', 'a', 'span', 'strong'] as const;

/** The page as HTML. */
export function bigPage(seed = 208): string {
  const random = seededRandom(seed);
  const parts: string[] = [
    '<!doctype html><html lang="en"><head><title>A long manual</title></head><body><main><h1>A long manual</h1>',
  ];
  let elements = 6;
  let bytes = 0;
  const put = (html: string, count: number) => {
    parts.push(html);
    elements += count;
    bytes += html.length;
  };
  const words = (count: number) =>
    Array.from({ length: count }, () =>
      random.next() < 0.004 ? random.pick(NAMES) : random.pick(WORDS),
    ).join(' ');
  /** Words with every few of them in an inline element: two elements in three of such a manual are inline. */
  const marked = (count: number) => {
    let html = '';
    for (let n = 0; n < count; n++) {
      const name = random.pick(INLINE);
      const open = name === 'a' ? '<a href="#s1">' : `<${name}>`;
      html += `${words(1 + random.below(5))} ${open}${words(1 + random.below(2))}</${name}> `;
    }
    return html;
  };
  const makers: readonly (() => void)[] = [
    () => put(`<p>${marked(9)}${words(12)}.</p>\n`, 10),
    () => put(`<p>${marked(14)}${words(20)}.</p>\n`, 15),
    () => put(`<ul>${Array.from({ length: 4 }, () => `<li><p>${marked(2)}</p></li>`).join('')}</ul>\n`, 17),
    () =>
      put(
        `<table><tbody>${Array.from({ length: 3 }, () => `<tr><td>${marked(1)}</td><td>${words(6)}</td></tr>`).join('')}</tbody></table>\n`,
        14,
      ),
    () =>
      put(
        `<div class="example"><pre>${Array.from({ length: 8 }, () => `<span class="w">${words(2)}</span>`).join(' ')}</pre></div>\n`,
        10,
      ),
  ];
  for (let n = 0; elements < ELEMENTS; n++) {
    if (n % 12 === 0) put(`<h2 id="s${n / 12}">${words(4)}</h2>\n`, 1);
    random.pick(makers)();
    // Text alone where the page has more elements than bytes.
    const missing = (BYTES * elements) / ELEMENTS - bytes;
    if (missing > 500) put(`<p>${words(Math.floor(missing / 5.4))}.</p>\n`, 1);
  }
  parts.push('</main></body></html>');
  return parts.join('');
}
