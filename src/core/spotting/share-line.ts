/**
 * Lines that ask to share or follow: "Share it on LinkedIn, Facebook or WeChat", "Follow us on Twitter", "auf Facebook
 * teilen". They name companies and say nothing of them. Most stand in page chrome; some stand in running text.
 */

/** The line begins with the verb, as a request does; "users share it on Facebook" does not. */
const ASKED =
  /(?:^|[.!?:;•·|\n]["')]*\s*)(?:(?:please|or|and|you can|bitte)\s)?(?:share|follow|like|join|find|tweet|pin|subscribe|connect|chat|siga|síga\p{L}*|sigue|síguenos|comparte|compartir|comparta|compártelo|partagez|partager|suivez|rejoignez|folgen|teilen|seguici|condividi|поделиться|поделитесь|следите|подписывайтесь|分享|关注|關注)(?![\p{L}])[^.!?]{0,70}$/iu;
const FOLLOWED = /^(?:[^.!?\n]{0,40}?\s)?(?:teilen|senden|folgen|liken|weiterleiten)(?![\p{L}])/iu;
const REACH = 110;
/** A word of such a line, anywhere: most blocks have none, and need not be asked again. */
const HINT =
  /share|follow|like|join|find|tweet|pin|subscribe|connect|chat|sig[au]|sígue|compart|partag|suivez|rejoign|folg|teil|send|leiten|condivid|подел|следите|подпис|分享|关注|關注/iu;

export function mayHoldShareLine(cased: string): boolean {
  return HINT.test(cased);
}

/** Whether the name at this place of folded text stands in such a line. */
export function standsInShareLine(cased: string, start: number, end: number): boolean {
  const left = cased.slice(Math.max(0, start - REACH), start);
  if (ASKED.test(left)) return true;
  return /(?:auf|per|via|bei|über)\s$/.test(left.slice(-6)) && FOLLOWED.test(cased.slice(end, end + 50));
}
