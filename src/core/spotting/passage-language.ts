/**
 * What language a passage is in, told by its script and its commonest little words. The page's declared language is a
 * hint only: quotations, wire copy and wrong templates differ from it.
 */
const LITTLE: Readonly<Record<string, string>> = {
  en: 'the of and to in is was for that with on by as are at from it this be have has which an',
  fr: 'le la les des du et en dans une est que qui pour au aux par sur avec sont cette ce de l d qu',
  es: 'el la los las de del y en una que por con para se su al como es más sobre fue entre',
  de: 'der die das den dem des und in von zu mit ist im für auf nicht ein eine auch sich es wird bei',
  it: 'il lo gli della delle dei di che e un una per con del nel sono è al alla',
  pt: 'o os as da do das dos e em um uma que para com não por no na ao mais',
  nl: 'de het een van en in is dat op te voor met zijn niet aan ook door',
  da: 'og i at det er en af til på de som med for den ikke der et har',
  sv: 'och i att det är en av till på som med för den inte ett har om',
  pl: 'i w na z do że się nie jest o od przez po dla oraz',
  tr: 've bir bu da de için ile olarak olan daha çok',
};

/** Letters that few languages use: a vote each. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    fr: 'èêàçùœ',
    es: 'áíóúñ',
    de: 'äöüß',
    pt: 'ãõ',
    da: 'æø',
    sv: 'å',
    tr: 'ğış',
    pl: 'ąęłśżź',
  }).flatMap(([lang, letters]) => [...letters].map((letter) => [letter, lang] as const)),
);

/** The languages that each little word speaks for. */
const votes: ReadonlyMap<string, readonly string[]> = (() => {
  const all = new Map<string, string[]>();
  for (const [lang, words] of Object.entries(LITTLE)) {
    for (const word of words.split(' ')) all.set(word, [...(all.get(word) ?? []), lang]);
  }
  return all;
})();

/** The text is cut into passages of this length, and as much of each is read: enough to tell, and no more work than that. */
const PASSAGE = 1500;
const SAMPLE = 400;
const FEWEST_VOTES = 2;
/** How far the language with most votes must lead. */
const LEAD = 1.3;

/** The languages of one block's passages, each told once. */
export class PassageLanguages {
  readonly #text: string;
  readonly #declared: string;
  readonly #known = new Map<number, string>();

  /** `declared`: what the page says of its language, or ''. */
  constructor(text: string, declared: string) {
    this.#text = text;
    this.#declared = declared.split('-')[0]?.toLowerCase() ?? '';
  }

  /** The language of the passage at a place, without its region; '' where nothing tells. */
  at(place: number): string {
    const passage = Math.floor(place / PASSAGE);
    const known = this.#known.get(passage);
    if (known !== undefined) return known;
    const told =
      languageOf(this.#text.slice(passage * PASSAGE, passage * PASSAGE + SAMPLE)) ?? this.#declared;
    this.#known.set(passage, told);
    return told;
  }
}

/** The language that a sample of folded text is in, or null where it does not tell. */
export function languageOf(sample: string): string | null {
  const counts = new Map<string, number>();
  const vote = (lang: string) => counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const scripts = { latin: 0, ja: 0, zh: 0, ko: 0, ru: 0, ar: 0 };
  let start = 0;
  for (let i = 0; i <= sample.length; i++) {
    const unit = i < sample.length ? sample.charCodeAt(i) : 0;
    const isLatin =
      (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f) || (unit >= 0x41 && unit <= 0x5a);
    if (isLatin) {
      scripts.latin += 1;
      if (unit < 0xc0) continue;
      const lang = LETTERS.get(sample[i] as string);
      if (lang) vote(lang);
      continue;
    }
    if (i - start >= 1 && i - start <= 6)
      for (const lang of votes.get(sample.slice(start, i)) ?? []) vote(lang);
    start = i + 1;
    if (unit < 0x370) continue;
    const script = scriptOf(unit);
    if (script) scripts[script] += 1;
  }
  const letters = scripts.latin + scripts.ja + scripts.zh + scripts.ko + scripts.ru + scripts.ar;
  // Kana before Han, since Japanese writes both. A sign of these says more than a letter.
  if (scripts.ja > 0.2 * letters) return 'ja';
  if (scripts.zh > 0.2 * letters) return 'zh';
  if (scripts.ko > 0.3 * letters) return 'ko';
  if (scripts.ru > 0.5 * letters) return 'ru';
  if (scripts.ar > 0.5 * letters) return 'ar';
  return mostVoted(counts);
}

function scriptOf(unit: number): 'ja' | 'zh' | 'ko' | 'ru' | 'ar' | null {
  if (unit >= 0x400 && unit < 0x500) return 'ru';
  if (unit >= 0x600 && unit < 0x700) return 'ar';
  if (unit >= 0x3040 && unit < 0x3100) return 'ja';
  if (unit >= 0x3400 && unit < 0xa000) return 'zh';
  return unit >= 0xac00 && unit < 0xd7b0 ? 'ko' : null;
}

function mostVoted(counts: ReadonlyMap<string, number>): string | null {
  let [first, second, most, next] = ['', '', 0, 0];
  for (const [lang, count] of counts) {
    if (count > most) [second, next, first, most] = [first, most, lang, count];
    else if (count > next) [second, next] = [lang, count];
  }
  if (most < FEWEST_VOTES) return null;
  // Two Romance languages may tie; that the text is not English is told all the same.
  const isEnglish = first === 'en' || second === 'en';
  return !isEnglish || most >= LEAD * next ? first : null;
}
