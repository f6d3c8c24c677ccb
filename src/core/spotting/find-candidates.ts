/**
 * From text to candidates: every stretch of a block that the gazetteer knows, that stands between word boundaries and
 * that is written as the name is. Which entity it is, if any, is judged later.
 */
import { scanGazetteer } from '../gazetteer/gazetteer.ts';
import type { Lexicon, Name } from '../gazetteer/lexicon.ts';
import type { FoldedText } from '../text/fold.ts';
import { cutsWord } from '../text/segment.ts';
import { addressesIn } from './addresses.ts';

/** A stretch of folded text and the names it may be. Offsets are of the folded text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly names: readonly Name[];
}

/** A cue word found, with the place of its first character in the folded text. */
export interface CueHit {
  readonly start: number;
  readonly lexicon: Lexicon;
  readonly key: number;
}

/** All candidates and cue words of one folded block, sorted by their start; candidates may overlap. */
export function findCandidates(
  folded: FoldedText,
  lexicons: readonly Lexicon[],
): { readonly candidates: Candidate[]; readonly cues: CueHit[] } {
  const candidates: Candidate[] = [];
  const cues: CueHit[] = [];
  for (const lexicon of lexicons) {
    const isInAddress = addressesIn(folded.cased);
    scanGazetteer(lexicon.gazetteer, folded.text, (start, end, key) => {
      if (lexicon.cuesOf(key).length > 0) cues.push({ start, lexicon, key });
      const names = lexicon.namesOf(key).filter((name) => isWrittenAs(name, folded.cased, start, end));
      const [first] = names;
      if (!first || isInAddress(start, end) || cutsWord(folded.text, start, end)) return;
      candidates.push({ start: start + first.lead, end, names });
    });
  }
  return { candidates, cues: lexicons.length > 1 ? cues.toSorted((a, b) => a.start - b.start) : cues };
}

/** The case rule, and that what follows does not make it another name. */
function isWrittenAs(name: Name, cased: string, start: number, end: number): boolean {
  const written = cased.slice(start, end);
  if (name.class !== 'distinctive' && goesOn(cased, end)) return false;
  if (name.rule === 'fold' || written === name.cased)
    return !(written === 'US' && PRONOUN_AFTER.test(cased.slice(Math.max(0, start - 12), start)));
  // "HUAWEI" in a headline of capitals is Huawei, and so is Turkish "TİKTOK"; "WHO" and "who" are never each other.
  if (!isCapitalised(name.cased) || written.replaceAll('İ', 'I') !== name.cased.toUpperCase()) return false;
  return isInCapitals(cased, start, end);
}

/** "TELL US WHAT YOU THINK": in a headline of capitals this is no country. */
const PRONOUN_AFTER =
  /\b(?:TELL|TOLD|LET|LETS|GIVE|GAVE|JOIN|HELP|FOLLOW|CONTACT|SHOW|TEACH|MAKE|ASK|LEAVE|ABOUT|ALL|OF|FOR|WITH) $/;

/**
 * "IGF-1" is no IGF and "Xi'an" no Xi; but "ITU-T" is the ITU's, and "Xi's", "ITU'nun" (Turkish) are only inflected. An
 * apostrophe may also close a quotation, so only letters that are no ending count.
 */
function goesOn(cased: string, end: number): boolean {
  const mark = cased[end];
  if (mark !== '-' && mark !== "'") return false;
  if (mark === '-') return /^\d/.test(cased.slice(end + 1, end + 2));
  const suffix = /^\p{L}{1,8}/u.exec(cased.slice(end + 1, end + 9))?.[0] ?? '';
  return suffix !== '' && !ENDING.test(suffix);
}

/** English, Estonian and Turkish endings after an apostrophe; the Turkish ones with vowels in harmony. */
const ENDING =
  /^(?:s|d|ll|re|ve|st|le|l[ae]r.*|[ns]?[iıuü]n(?:[dk].*|[ae].*|[iıuü].*)?|y?[aeiıuü]|[dt][ae](?:n|ki.*)?|y?l[ae]|y?[cç][ae]|l[iıuü].*|[dt][iıuü]r)$/iu;

/** Not so "AIDs", a plural of AID: in capitals it would be another word. */
function isCapitalised(text: string): boolean {
  return /\p{Ll}/u.test(text) && /^\p{Lu}/u.test(text) && !/^\p{Lu}{2,}s$/u.test(text);
}

/** Whether the nearest words around are in capitals too; a name that stands alone counts as such. */
function isInCapitals(cased: string, start: number, end: number): boolean {
  const before = cased.slice(Math.max(0, start - 40), start).match(/\p{L}+(?=\P{L}*$)/u)?.[0] ?? '';
  const after = cased.slice(end, end + 40).match(/\p{L}+/u)?.[0] ?? '';
  return !/\p{Ll}/u.test(before) && !/\p{Ll}/u.test(after);
}
