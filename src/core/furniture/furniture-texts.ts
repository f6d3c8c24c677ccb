/**
 * Furniture by its words and links: short texts that a page puts round its articles, where its structure does not say so.
 * Rows of links, tags, dates with a section, ways in and back, credits, copyright. Names in them are no news.
 */
import type { TextBlock } from '../model.ts';

/** Longer texts are read as text, whatever they begin with. */
const LONGEST = 140;

/** What gives a short text away, by what it is. Lines that ask to share or follow are judged name by name (share-line.ts). */
const PHRASES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a way in', /^(?:log ?in|sign (?:in|up)|register|continue) (?:with|using|via)\b/iu],
  ['a call to scan or follow', /扫码|扫一扫|二维码|公众号|微信号|官方(?:微信|微博)/],
  [
    'tags and sections',
    /^(?:tags?|tagged|topics?|keywords?|filed under|posted in|categor(?:y|ies)|schlagw(?:ort|orte|örter)|themen|mots[- ]clés|étiquettes|etiquetas|temas|теги|метки|标签|关键[词字]|タグ|الوسوم|كلمات مفتاحية)\s*[:：]/iu,
  ],
  ['a way back', /^返回.{0,12}(?:首页|主页)|^(?:back|return) to (?:the )?(?:home|main|front) ?page/iu],
  ['comments', /^(?:facebook|disqus) (?:comments|conversations)/iu],
  ['where it comes from', /^(?:source|quelle|fuente|fonte|источник|来源|稿源|责任编辑|责编)\s*[:：]/iu],
  ['copyright', /^(?:©|\(c\)|copyright\b)|all rights reserved|版权所有/iu],
  [
    'a credit',
    /^(?:photo|image|picture|foto|bild|crédit|credit)s?(?: credit| by| alliance)?\s*[:/|]|^picture alliance\b/iu,
  ],
];

export function isFurniture({ text, links, headingLevel }: TextBlock): boolean {
  const own = text.trim();
  if (headingLevel !== undefined) return false;
  if (isRowOfLinks(text, links)) return true;
  return own.length < LONGEST && PHRASES.some(([, pattern]) => pattern.test(own));
}

/** Links in a row between bars, commas or nothing; or a date and where it is filed. */
function isRowOfLinks(text: string, links: TextBlock['links']): boolean {
  if (links.length === 0) return false;
  let beside = '';
  let at = 0;
  for (const { start, end } of links) {
    beside += `${text.slice(at, start)} `;
    at = end;
  }
  beside += text.slice(at);
  const letters = beside.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return links.length > 2 || /\d{4}/.test(beside);
  return links.length > 4 && letters * 6 < text.trim().length && text.length < links.length * 25;
}
