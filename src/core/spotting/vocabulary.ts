/**
 * Words that tell what kind of thing stands beside them, or what a text is about: closed lists of the language, not of any
 * pack. A word can be of several kinds, so the kinds are bits. Lower case, as folded text is.
 */
import { COUNTRIES } from './countries.ts';
import { DOMAIN_WORDS } from './domain-words.ts';

export const KIND = {
  /** "president", "minister": before or after a name, in capitals or not. */
  role: 1,
  /** What institutions and companies do: "approved", "announced". */
  act: 2,
  /** What an institution has: "secretariat", "summit". */
  body: 4,
  /** What a company has: "shares", "users". */
  company: 8,
  /** "the", "of", "und": never a part of a name's end, and capitalised at a sentence's start only. */
  link: 16,
  /** A word that heads names of the form "Bank of China", or closes "China Daily". */
  head: 32,
  /** "south", "new": with a place's name behind it another place. */
  compass: 64,
  /** Public affairs, and each of the fields in which acronyms mean other things. */
  affairs: 128,
  medicine: 256,
  science: 512,
  sport: 1024,
  home: 2048,
  /** Names a country, its people or its capital. */
  country: 4096,
} as const;

const LISTS: Readonly<Record<Exclude<keyof typeof KIND, keyof typeof DOMAIN_WORDS | 'country'>, string>> = {
  role: `president presidents chancellor premier minister ministers secretary secretary-general ceo cfo cto chief chief's chairman
    chairwoman chair chairperson spokesman spokeswoman spokesperson official officials officer delegate delegates deputies director
    head founder co-founder cofounder ambassador envoy candidate member members leader leaders lawmakers regulator regulators
    executive executives senator commissioner mr mrs ms dr sir prof professor general vice deputy prime foreign state governor
    mayor king queen prince judge justice analyst diplomats diplomat comrade boss head's billionaire former ex-president
    président présidente ministre directeur porte-parole secrétaire chef monsieur madame presidente presidenta ministro ministra
    director portavoz secretario jefe señor señora präsident präsidentin kanzler minister ministerin sprecher sprecherin chef herr
    frau generalsekretär vorsitzender президент президента президентом президенту премьер министр глава главы генсек`,
  act: `arrested detained investigated jailed summoned drafted passed said says say announced announces approved approves adopted adopts elected elects issued issues published publishes launched
    launches ruled voted agreed opened opens sues sued suing released releases bought acquired bans banned banning blocked blocks
    fined debated rejected rejects declined declines convened warned warns told tells asked asks urged urges wants plans planned
    unveiled unveils reported confirmed confirms denied denies criticised criticized signed signs accused accuses ordered orders
    backed backs called calls proposed proposes pledged vowed vetoed imposed imposes joined decided decides declared lobbies
    regulates oversees funds employs sells sold makes builds built supplies deleted removed assigned allocated recommends
    recommended founded held hosts hosted refused argued claims claimed sent sends met meets said.
    dit annonce annoncé critique publié adopté accuse debatieron anunció aprobó dijo afirmó acusó adoptó acusa fordert teilt
    kritisiert kündigte warnt beschloss erklärte verabschiedete сообщил сообщила заявил заявила заявили приняла принял`,
  body: `secretariat summit conference meeting meetings council committee resolution resolutions charter standards report reports
    talks treaty mandate delegation headquarters spokesman bill bills project projects initiative countries agency agencies
    parliament commission sanctions directive regulation regulations states member-states nations forces troops assembly envoys
    leaders ministers lawmakers politicians legislation law laws rules officials vote budget membership plenary peacekeepers
    institutions ambassadors diplomats economies governments government congress resolution experts rapporteur
    secrétariat sommet rapport résolution secretaría cumbre informe resolución gipfel bericht resolution vertreter
    саммит доклад резолюция`,
  company: `ceo shares share stock app apps users user messaging messenger encrypted encryption customers customer platform browser
    smartphone smartphones phone phones iphone ipad software cloud startup revenue profit profits antitrust acquisition store device
    devices developers download downloads company companies firm giant tech subsidiary maker headset database lawsuit employees
    investors warehouse retailer e-commerce advertisers advertising account accounts channel chats chat online relays anonymity
    onion server servers web aws alexa prime kindle seller sellers workers billionaire zuckerberg bezos
    entreprise société application utilisateurs actions empresa aplicación usuarios acciones konzern unternehmen nutzer aktien
    компания компании приложение пользователи 公司 用户 手机`,
  link: `the a an of and or in on at for to from by with as but is was are were be been has have had will would can could not no nor
    so if when while after before since because until although though this that these those it its their his her our your my we
    they he she you i who which what where how why than then there here also only even both either neither each every all some any
    more most less under over against between among across into onto out up down off about above below through during without
    within along toward towards per via vs meanwhile however yet still now today yesterday tomorrow once again like unlike
    le la les l un une des du de d et ou en dans sur pour par avec au aux que qui dont est sont a été mais donc ni ce cet cette ces
    il elle ils elles on nous vous leur leurs son sa ses si selon après avant chez entre
    el los las una unos unas del al y o e u en para por con sin sobre que quien es son fue como pero según entre desde hasta
    der die das den dem des ein eine einen einem einer eines und oder in im an am auf für von vom zu zum zur mit bei nach aus über
    unter durch gegen ohne um ist sind war waren hat haben wird werden nicht auch aber wie als wenn dass ob seit laut sowie
    в и на с со по из у о об от до за для при не что как это а но к ко
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec`,
  head: `today bank banks university college museum institute academy radio voice library hospital church airlines airways airport press
    times daily news post herald television construction mobile unicom telecom telecommunications petroleum eastern southern foundation
    association society school journal review cup league open games series orchestra opera house centre center club park fund
    insurance securities exchange chamber corporation ltd inc republic gulf isle mount river lake sea strait forest street avenue
    square maps music pay watch drive chrome play translate photos messenger marine books studios records ocean
    banque université musée institut banco universidad museo instituto universität банк университет monte monti lago río rio`,
  compass: `south north east west new central southern northern eastern western great air sub-saharan latin equatorial old upper lower greater
    afrique sud nord est ouest sudáfrica süd nord ost west américa`,
};

function tabulate(): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  const country = COUNTRIES.flatMap(({ words }) => words).join(' ');
  const lists: Readonly<Record<string, string>> = { ...LISTS, ...DOMAIN_WORDS, country };
  for (const [kind, bit] of Object.entries(KIND)) {
    for (const word of (lists[kind] ?? '').split(/\s+/)) {
      if (word) kinds.set(word, (kinds.get(word) ?? 0) | bit);
    }
  }
  return kinds;
}

const kinds = tabulate();

/**
 * For each pair of first letters (ASCII), the lengths that words of the lists have, as bits: most words of a text are ruled
 * out by it, without being cut out of the text.
 */
const lengths: Int32Array = (() => {
  const table = new Int32Array(128 * 128);
  for (const word of kinds.keys()) {
    const at = pairAt(word, 0);
    if (at >= 0) table[at] = (table[at] ?? 0) | (1 << Math.min(word.length, 31));
  }
  return table;
})();

function pairAt(text: string, start: number): number {
  const [first, second] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
  return first < 128 && second < 128 ? first * 128 + second : -1;
}

/** The kinds of the word that stands in a text between two places; as `kindsOf`, and faster. */
export function kindsBetween(text: string, start: number, end: number): number {
  const at = pairAt(text, start);
  if (at >= 0 && (((lengths[at] ?? 0) >>> Math.min(end - start, 31)) & 1) === 0) return 0;
  return kinds.get(text.slice(start, end)) ?? 0;
}

/** The kinds of a word, as bits of `KIND`; 0 for most words. */
export function kindsOf(word: string): number {
  return kinds.get(word) ?? 0;
}

/** Whether a word, in lower case, is of a kind. */
export function isOf(word: string, kind: number): boolean {
  return ((kinds.get(word) ?? 0) & kind) !== 0;
}
