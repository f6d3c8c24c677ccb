/**
 * What the words directly beside a name make of it: "the ITU approved", "President Xi", "Amazon shares", "in the US", and
 * the other way, "an MFA", "your CAC". A kind of thing is told by its grammar before any topic is known.
 */
import type { Reason } from '../model.ts';
import type { NameInText } from './name-in-text.ts';
import { reason } from './reasons.ts';
import type { Neighbour } from './surroundings.ts';
import { isOf, KIND } from './vocabulary.ts';
import * as weights from './weights.ts';

const ARTICLES = new Set([
  'the',
  'la',
  'le',
  'el',
  'l',
  'die',
  'der',
  'das',
  'dem',
  'den',
  'il',
  'lo',
  'a',
  'o',
]);
/** Words after which "the US" is a place. */
const PLACES_BEFORE = new Set(
  `in across throughout within outside inside to from of into and between with western eastern northern southern en dans aux
  against visit visited toward`.split(/\s+/),
);
const ENGLISH = new Set(['en', '']);
const COUNTED = new Set([
  'a',
  'an',
  'your',
  'my',
  'no',
  'each',
  'every',
  'another',
  'some',
  'any',
  'first',
  'une',
  'ein',
  'eine',
  'una',
]);

/** The strongest reason that the neighbours give, or none: they repeat each other more than they add. */
export function typeCues(name: NameInText): Reason[] {
  const found = [
    roleBefore(name),
    actAfter(name),
    bodyAfter(name),
    companyAfter(name),
    placeGrammar(name) ?? institutionGrammar(name) ?? familiarGrammar(name),
    owned(name),
    actBefore(name),
    hanCue(name),
    apposition(name),
  ].filter((cue) => cue !== null);
  const against = [countedBefore(name), otherApposition(name)].filter((cue) => cue !== null);
  const best = found.toSorted((a, b) => b.weight - a.weight).slice(0, 2);
  return [...best, ...against];
}

/** Forms of address, which stand before people only: "Mr Claude" is no chatbot. */
const ADDRESSES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'herr',
  'frau',
  'mme',
  'monsieur',
  'madame',
  'señor',
  'señora',
]);
const CAPITALS = /^[\p{Lu}\p{N}&.]{2,}$/u;

function cue(what: string, weight: number, words: string): Reason {
  return reason('type-cue', weight, { what, words });
}

/** "President Xi", "Mr Putin", "CEO of Huawei", "the minister's". */
function roleBefore({ cased, around, type }: NameInText): Reason | null {
  const [first, second, third] = around.before;
  if (!first) return null;
  const isSomeoneElse = ADDRESSES.has(first.word) && type !== undefined && type !== 'person';
  if (first.gap === ' ' && isOf(first.word, KIND.role) && !CAPITALS.test(cased) && type !== 'place') {
    if (isSomeoneElse) return null;
    return cue('role', weights.TYPE_CUE.role, `${first.cased} ${cased}`);
  }
  // "officials of the ITU", "delegates to the NPC", "head of WIC"
  const [of, role] = ARTICLES.has(first.word) ? [second, third] : [first, second];
  if (type !== undefined && NOT_BODIES.has(type) && type !== 'company') return null;
  if (of && role && /^(?:of|to|at|from|de|du|von|der|des)$/.test(of.word) && isOf(role.word, KIND.role)) {
    return cue('role', weights.TYPE_CUE.role, `${role.cased} ${of.cased} ${cased}`);
  }
  return null;
}

/** "ITU approved", "Amazon opened"; two words further on where an adverb or a bracket stands between. */
function actAfter({ cased, around }: NameInText): Reason | null {
  const [first, second] = around.after;
  const adverb =
    first && /(?:ly|also|had|has|have|will|would|then|again)$/.test(first.word) && first.gap === ' ';
  const act = adverb ? second : first;
  if (act?.gap !== ' ' || !isOf(act.word, KIND.act)) return null;
  return cue('act', weights.TYPE_CUE.act, `${cased} ${act.cased}`);
}

/** The word that the name stands before as an adjective or owner does: "IGF secretariat", "Apple's shares", "UN-backed". */
function wordAfter({ around }: NameInText): Neighbour | null {
  const [first, second] = around.after;
  const next = first?.gap === "'" && first.word === 's' ? second : first;
  return next && (next.gap === ' ' || next.gap === '-') ? next : null;
}

/** "the IGF secretariat", "EU leaders", "a flagship BRI project". */
function bodyAfter(name: NameInText): Reason | null {
  const next = wordAfter(name);
  if (!next || name.type === 'person' || !isOf(next.word, KIND.body | KIND.role)) return null;
  return cue('body', weights.TYPE_CUE.body, `${name.cased} ${next.cased}`);
}

/** "Apple shares", "Telegram users", "the Signal app", "the company Oracle". */
function companyAfter(name: NameInText): Reason | null {
  const { cased, around, class: class_ } = name;
  if (CAPITALS.test(cased) && class_ !== 'common') return null;
  const next = wordAfter(name);
  if (next && isOf(next.word, KIND.company)) {
    return cue('company', weights.TYPE_CUE.company, `${cased} ${next.cased}`);
  }
  const [before] = around.before;
  if (before && before.gap === ' ' && isOf(before.word, KIND.company)) {
    return cue('company', weights.TYPE_CUE.company, `${before.cased} ${cased}`);
  }
  return null;
}

/** "in the US", "across the EU", "the US and": nothing but a place stands so. */
function placeGrammar({ cased, around, type, class: class_ }: NameInText): Reason | null {
  if (type !== 'place' && class_ !== 'familiar') return null;
  const [first, second] = around.before;
  const [after] = around.after;
  const isBare = after?.gap !== ' ' || isOf(after.word, KIND.link);
  if (first?.word !== 'the' || !isBare) return null;
  if (second && PLACES_BEFORE.has(second.word)) {
    return cue('place', weights.TYPE_CUE.place, `${second.cased} the ${cased}`);
  }
  return cue('place', weights.TYPE_CUE.place / 2, `the ${cased}`);
}

/** "the ITU," "at the WIC in", "to the NPC": capitals with an article and no noun behind are an institution's name. */
function institutionGrammar({ cased, around, type }: NameInText): Reason | null {
  if (!CAPITALS.test(cased) || (type !== undefined && NOT_BODIES.has(type))) return null;
  const [first] = around.before;
  const [after] = around.after;
  if (after && /^(?:and|&)$/.test(after.word) && /^(?:its|their)$/.test(around.after[1]?.word ?? '')) {
    return cue(
      'institution',
      weights.TYPE_CUE.institution,
      `${cased} ${after.cased} ${around.after[1]?.cased}`,
    );
  }
  const isBare = after?.gap !== ' ' || isOf(after.word, KIND.link | KIND.act);
  if (!first || first.gap === '' || first.word !== 'the' || !isBare) return null;
  return cue('institution', weights.TYPE_CUE.institution, `the ${cased}`);
}

/** "l'ONU", "die UN-Klimakonferenz", "la UE", "ITU-T": articles and compounds that only a known short form takes. */
function familiarGrammar({ cased, around, class: class_ }: NameInText): Reason | null {
  if (class_ !== 'familiar') return null;
  const [first] = around.before;
  const [after] = around.after;
  if (after?.gap === '-' && /^[TRD]$/.test(after.cased)) {
    return cue('body', weights.TYPE_CUE.body, `${cased}-${after.cased}`);
  }
  const isCompound = after?.gap === '-' && /^\p{L}{3,}/u.test(after.cased);
  const hasArticle = first !== undefined && first.word !== 'the' && FOREIGN_ARTICLES.has(first.word);
  if (!isCompound && !hasArticle) return null;
  const words = isCompound ? `${cased}-${after.cased}` : `${first?.cased} ${cased}`;
  return cue('familiar', weights.TYPE_CUE.familiar, words);
}

const FOREIGN_ARTICLES = new Set(
  'la le l el die der das dem den il lo a o da do na no à ao du au della dell de het'.split(' '),
);

const NOT_BODIES = new Set(['person', 'technology', 'concept', 'company', 'law', 'document']);

/** "asked the IGF to", "joined the SCO", "told Xi". */
function actBefore({ around, type }: NameInText): Reason | null {
  if (type !== undefined && NOT_BODIES.has(type) && type !== 'person' && type !== 'company') return null;
  const [first, second] = around.before;
  const verb = first && ARTICLES.has(first.word) ? second : first;
  const [after] = around.after;
  if (!verb || !ACTS_ON.test(verb.word) || (after && after.gap === ' ' && !isOf(after.word, KIND.link)))
    return null;
  return cue('act', weights.TYPE_CUE.act, verb.cased);
}

const ACTS_ON =
  /^(?:ask|urge|tell|join|accuse|sue|criticis|criticiz|invite|warn|lobb|petition|fine|ban|block|quit|leav|left|told|allow|press|call on)(?:e?d|s|ing|ies|ied|es)?$/;

/** 小米发布, 苹果公司: what follows a name in Chinese without a space. */
const HAN_AFTER =
  /^(?:公司|集团|集團|发布|發布|推出|宣布|宣佈|表示|称|計劃|计划|收购|收購|手机|手機|股价|股價|用户|用戶|创始人|總裁|总裁|董事长|首席|应用商店|旗下|等公司|和谷歌)/;

function hanCue({ cased, around }: NameInText): Reason | null {
  const [after] = around.after;
  const found = after && after.gap === '' ? HAN_AFTER.exec(after.cased)?.[0] : undefined;
  return found ? cue('company', weights.TYPE_CUE.company, `${cased}${found}`) : null;
}

const BODY_NOUN =
  /^,? (?:the|a|an) (?:[\p{L}\p{N}'-]+ ){0,4}?(?:group|organi[sz]ation|body|agency|charity|company|firm|ministry|union|watchdog|ngo|party|forum|regulator|association|institution|summit|conference|think-tank|network|chipmaker|maker|giant|retailer|app|browser|platform|messenger|service)(?![\p{L}])/iu;

/** What a tool is called as well as a company: "Signal, the messaging app". */
const TOOL_NOUN = /(?:network|app|browser|platform|messenger|service)$/iu;

/** "ITU, the UN agency": the text says what kind of thing it is. */
function apposition({ cased, type, around: { rest } }: NameInText): Reason | null {
  const words = rest.startsWith(',') ? BODY_NOUN.exec(rest)?.[0] : undefined;
  if (!words) return null;
  const canBe =
    type === 'technology' ? TOOL_NOUN.test(words) : !type || !NOT_BODIES.has(type) || type === 'company';
  return canBe ? cue('apposition', weights.TYPE_CUE.apposition, `${cased}${words}`) : null;
}

/** "AI, the human-rights group": and that is not what the entity is. */
function otherApposition({ cased, type, around: { rest } }: NameInText): Reason | null {
  if (type !== 'concept' && type !== 'technology' && type !== 'law' && type !== 'document') return null;
  if (!rest.startsWith(',')) return null;
  const words = BODY_NOUN.exec(rest)?.[0];
  if (!words || (type === 'technology' && TOOL_NOUN.test(words))) return null;
  return cue('other', weights.TYPE_CUE.notThat, `${cased}${words}`);
}

/** "Beijing's MPS", "China's CAC". */
function owned({ cased, around, namedBefore }: NameInText): Reason | null {
  const [owner] = around.before;
  if (!CAPITALS.test(cased) || !owner || owner.gap !== ' ' || !/'s$/.test(owner.word)) return null;
  if (!namedBefore && !isOf(owner.word.slice(0, -2), KIND.affairs)) return null;
  return cue('owner', weights.TYPE_CUE.owner, `${owner.cased} ${cased}`);
}

/** "an MFA from Iowa", "your CAC": what can be counted or owned by a reader is no institution and no country. */
function countedBefore(name: NameInText): Reason | null {
  const { cased, around, type } = name;
  const [first] = around.before;
  const [after] = around.after;
  if (!CAPITALS.test(cased) || !first || first.gap !== ' ' || !COUNTED.has(first.word)) return null;
  if (type === 'concept' || type === 'technology' || (first.word === 'a' && !ENGLISH.has(name.lang)))
    return null;
  // "a UN body", "an EU law": the article is the next noun's.
  if (after && after.gap === ' ' && !isOf(after.word, KIND.link)) return null;
  return reason('type-cue', weights.TYPE_CUE.counted, { what: 'counted', words: `${first.cased} ${cased}` });
}
