/**
 * Names that hold one of ours and are others: "South Africa", "Bank of China", "China Daily", "Huawei Marine Networks",
 * "Fiona Apple", "IGF-USA", 40 MPS, the CAC 40, Vietnam's Ministry of Public Security. A name that the pack lists is longer
 * by itself and wins before this is asked; here stand the others, told by their form.
 */
import type { NameInText } from './name-in-text.ts';
import { isCapitalised, type Neighbour } from './surroundings.ts';
import { isOf, KIND } from './vocabulary.ts';

/**
 * A first look, much cheaper than the questions below: whether anything beside a name could make it longer. Most names have
 * small letters and stops around them.
 */
export function mayBeLonger(cased: string, start: number, end: number): boolean {
  const [before, after] = [cased[start - 1], cased[end]];
  if (after === '-' || before === '-') return true;
  if (after === ' ' ? GOES_ON.test(cased[end + 1] ?? '') : after !== undefined && HAN.test(after))
    return true;
  if (before !== ' ') return before !== undefined && HAN.test(before);
  const wordStart = cased.lastIndexOf(' ', start - 2) + 1;
  const first = cased[wordStart] ?? '';
  // A capital, a digit, an Arabic word, or a little word that joins names.
  return OPENS_NAME.test(first) || JOINS.has(cased.slice(wordStart, start - 1));
}

const OPENS_NAME = /[\p{Lu}\d"'(\u0400-\u06ff]/u;
const JOINS = new Set(['of', 'de', 'du', 'von', 'для']);
const GOES_ON = /[\p{Lu}\ddcan]/u;
const HAN = /[\u3400-\u9fff]/;

/** Languages that write all nouns with a capital. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);
/** And languages that write them small, so that a capital behind a hyphen makes a name. */
const SMALL_NOUNS = new Set(['en', 'fr', 'es', 'it', 'pt']);
const ACRONYM = /^[\p{Lu}\p{N}&.]+$/u;
/** "Chinese Huawei", "ex-Soviet Russia": an adjective of a people is no part of a name. */
const DEMONYM = /(?:ese|[^c]ian|ican|ish|aeli|istani|raqi|french|dutch|greek|czech|thai|chino|china)$/;

/** The longer name that the candidate is a part of, as far as it can be told; null where it stands for itself. */
export function longerName(name: NameInText): string | null {
  return (
    numbered(name) ??
    money(name) ??
    hyphened(name) ??
    hanCompound(name) ??
    ofSomething(name) ??
    widened(name) ??
    continued(name) ??
    preceded(name)
  );
}

/** "30 AU", "CAC 40", "No ONU 2911": a unit, an index, a number in a list. */
function numbered({ cased, class: class_, around }: NameInText): string | null {
  if (class_ === 'distinctive' || !ACRONYM.test(cased)) return null;
  const [before, after] = [around.before[0], around.after[0]];
  if (after && after.gap === ' ' && /^\d{2,}$/.test(after.word) && !/^(19|20)\d\d$/.test(after.word)) {
    return `${cased} ${after.word}`;
  }
  const isUnit = after?.gap !== ' ' || isOf(after.word, KIND.link);
  if (
    before &&
    before.gap === ' ' &&
    /^[\d.,]+$/.test(before.word) &&
    isUnit &&
    !/^(19|20)\d\d$/.test(before.word)
  ) {
    return `${before.word} ${cased}`;
  }
  return null;
}

/** "US dollars", "Brazil nuts": what is named after a place. */
function money({ cased, around }: NameInText): string | null {
  const [after] = around.after;
  return after?.gap === ' ' && /^(?:dollars?|cents|nuts?|duck)$/.test(after.word)
    ? `${cased} ${after.cased}`
    : null;
}

/** 中国日报, 中国银联: newspapers and companies that begin with a country's name. */
const HAN_TAIL =
  /^(?:日报|日報|新闻网|新聞網|新闻社|新聞社|新闻周刊|青年报|青年報|证券报|经济网|广播|银联|銀聯|银行|銀行|建设银行|工商银行|农业银行|移动|移動|联通|聯通|电信|電信|石油|石化|人寿|平安|国航|东航|南航|国际航空|搜索|科学院|科學院|社会科学院|社科院|大学|足协|男足|女足|男篮|女排)/;

function hanCompound({ cased, around, type }: NameInText): string | null {
  const [after] = around.after;
  if (after?.gap !== '' || (type !== 'place' && !/[国國]$/.test(cased))) return null;
  const tail = HAN_TAIL.exec(after.cased)?.[0];
  return tail ? `${cased}${tail}` : null;
}

/** "UN-Habitat", "IGF-USA"; but "UN-backed", "ITU-T", "US-China" and the German compounds are what they name. */
function hyphened(name: NameInText): string | null {
  const { cased, around, type } = name;
  const [before, after] = [around.before[0], around.after[0]];
  if (
    after?.gap === '-' &&
    !name.namedAfter &&
    SMALL_NOUNS.has(name.lang) &&
    /^\p{Lu}\p{Ll}{3,}/u.test(after.cased)
  ) {
    return `${cased}-${after.cased}`;
  }
  if (before?.gap === '-' && type === 'place' && /^\p{Lu}{3,}$/u.test(before.cased) && ACRONYM.test(cased)) {
    return `${before.cased}-${cased}`;
  }
  return null;
}

/** "Bank of China", "Universidad de China". Offices are no names: "President of China". */
function ofSomething({ cased, around }: NameInText): string | null {
  const [of, head] = around.before;
  if (!of || !head || of.gap !== ' ' || head.gap !== ' ') return null;
  if (!/^(?:of|de|du|von|для)$/.test(of.word) || !isCapitalised(head.cased) || !isOf(head.word, KIND.head))
    return null;
  return `${head.cased} ${of.cased} ${cased}`;
}

/** The same in languages that put it behind, or that decline it. */
const WIDENED_BEHIND =
  /^ (?:du (?:Sud|Nord)|del (?:Sur|Norte)|do Sul|de l'(?:Est|Ouest)|centrale|australe|Meridional)(?!\p{L})/u;
const WIDENED_BEFORE = /^(?:(?:южн|северн|западн|восточн|центральн)\p{L}{2,3}|جنوب|شمال|غرب|شرق)$/u;

/** "South Africa", "New Zimbabwe": another place, at a sentence's start as elsewhere. */
function widened({ cased, type, around }: NameInText): string | null {
  const [before] = around.before;
  if (ACRONYM.test(cased) || (type !== 'place' && !/a$/.test(cased))) return null;
  const behind = WIDENED_BEHIND.exec(around.rest)?.[0];
  if (behind) return `${cased}${behind}`;
  if (!before || (before.gap !== ' ' && before.gap !== '-')) return null;
  if (WIDENED_BEFORE.test(before.word)) return `${before.cased} ${cased}`;
  if (!isCapitalised(before.cased) || !isOf(before.word, KIND.compass)) return null;
  return `${before.cased} ${cased}`;
}

/** "China Daily", "Apple Music", "Huawei Marine": a name goes on, unless what follows is an office, a number or a name of ours. */
function continued(name: NameInText): string | null {
  const { cased, around, class: class_ } = name;
  const [after] = around.after;
  if (after?.gap !== ' ' || !isCapitalised(after.cased) || CAPITAL_NOUNS.has(name.lang)) return null;
  if (isOf(after.word, KIND.head)) return `${cased} ${after.cased}`;
  if (ACRONYM.test(cased) && class_ !== 'common') return null;
  if (around.capitalsTellNothing || isOf(after.word, KIND.role | KIND.link | KIND.act)) return null;
  if (ACRONYM.test(after.cased) || after.cased.length < 3 || DEMONYM.test(after.word)) return null;
  // "China Africa Research Initiative": two of our names in a row, and the row goes on.
  if (name.namedAfter && !name.rowGoesOn) return null;
  return `${cased} ${after.cased}`;
}

/** "Fiona Apple", "Monte Meta", "George Washington": somebody else's name, unless an office or a people stands before. */
function preceded(name: NameInText): string | null {
  const { cased, around, class: class_ } = name;
  const [before, second] = around.before;
  if (before?.gap !== ' ' || !isBareCapital(before) || CAPITAL_NOUNS.has(name.lang)) return null;
  if (around.capitalsTellNothing || (ACRONYM.test(cased) && class_ !== 'common')) return null;
  // An owner is no part of a name: "Beijing's Huawei".
  if (/'s?$/.test(before.word)) return null;
  if (ACRONYM.test(before.cased) || DEMONYM.test(before.word) || isOf(before.word, KIND.compass)) return null;
  // A sentence's first word is capitalised anyway; it counts where it can be nothing but a name before this one.
  if (around.beforeOpensSentence && class_ === 'distinctive') return null;
  if (
    name.namedBefore &&
    !(second && second.gap === ' ' && isBareCapital(second) && !isOf(second.word, KIND.role))
  )
    return null;
  return `${before.cased} ${cased}`;
}

/** Capitalised, and not because it is an office or a little word at a sentence's start. */
function isBareCapital({ cased, word }: Neighbour): boolean {
  return isCapitalised(cased) && !isOf(word, KIND.role | KIND.link);
}
