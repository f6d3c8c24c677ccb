/**
 * What the language knows of some names before any pack does: which short forms the news uses without spelling them out,
 * and which names have a second bearer as well known as the first. Closed lists of general knowledge, to be kept short.
 */

/** Short forms by what they must stand for: "EU" is familiar as the European Union's, not as a pack's own Electric Utility. */
const FAMILIAR: Readonly<Record<string, RegExp>> = {
  un: /\bunited nations\b|vereinte nationen/,
  'u.n.': /\bunited nations\b/,
  uno: /vereinte nationen|united nations/,
  onu: /nations unies|naciones unidas|nazioni unite|nações unidas|united nations/,
  eu: /\beurop\S+ uni/,
  ue: /\bunion europ|unión europea|unione europea|união europeia|european union/,
  us: /\bunited states\b/,
  'u.s.': /\bunited states\b/,
  usa: /\bunited states\b/,
  uk: /\bunited kingdom\b/,
  ai: /\bartificial intelligence\b/,
  ia: /intelligence artificielle|inteligencia artificial/,
  ki: /künstliche intelligenz/,
  dns: /\bdomain name system\b/,
  vpn: /\bvirtual private network/,
  itu: /\binternational telecommunications? union\b/,
  uit: /union internationale des télécommunications|unión internacional de telecomunicaciones|international telecommunications? union/,
  isp: /\binternet service provider/,
  icann: /\binternet corporation for assigned names\b/,
  nato: /\bnorth atlantic treaty\b/,
  gdpr: /\bgeneral data protection\b/,
  unesco: /./,
  '5g': /./,
};

/** Whether a short form (folded) is familiar for an entity with these names (folded). */
export function isFamiliar(short: string, names: readonly string[]): boolean {
  const pattern = Object.hasOwn(FAMILIAR, short) ? FAMILIAR[short] : undefined;
  return pattern !== undefined && names.some((name) => pattern.test(name));
}

/** Names in capitals that more than one well-known thing bears: places and people, myths and brands, ordinary Han words. */
const SHARED = new Set(
  `georgia jordan chad amazon oracle washington victoria paris sydney austin jackson lincoln madison phoenix alexandria
  birmingham cambridge granada cordoba congo guinea niger mercury saturn venus apollo titan atlas orion delta nova vega zoom line
  slack signal telegram tor meta apple x twitch discord shell target visa gap sprint orange corona cook ma li wang xi nix
  苹果 蘋果 小米 信号 信號 电报 電報 亚马逊 亞馬遜 甲骨文 字母表 推特 川普 中共`.split(/\s+/),
);

/** Names that dictionaries know as words, too, and that written as names mean one thing. */
const PLAIN = new Set(['china', 'japan', 'turkey']);

/** Whether a name (folded), written as one, means one thing though it is a word as well. */
export function isPlainName(name: string): boolean {
  return PLAIN.has(name);
}

/** Whether a name (folded) has a second bearer as well known. */
export function isShared(name: string): boolean {
  return SHARED.has(name);
}
