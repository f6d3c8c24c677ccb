/**
 * Rules for sites. A pattern is a host, a host with the beginning of a path, a host with all that is under it, or everything:
 *
 *     news.example          news.example/live          *.example          *
 *
 * The most specific pattern that says something decides. A rule is looked up by the few patterns that an address can have, so that a
 * list of 50,000 takes no longer than one of five.
 */
import { DENSITIES, type Density } from '../model.ts';

export interface SiteRule {
  /** False: nothing is marked there. */
  readonly enabled?: boolean;
  readonly density?: Density;
}

/** By pattern. */
export type SiteRules = Readonly<Record<string, SiteRule>>;

/** The pattern of all sites. */
export const EVERYWHERE = '*';

/** Deeper paths go by their beginning. */
const MOST_STEPS = 8;

/** Patterns that an address can have, the most specific first. */
function patternsOf(address: string): readonly string[] {
  if (!URL.canParse(address)) return [EVERYWHERE];
  const { hostname, pathname } = new URL(address);
  const steps = pathname.split('/').filter(Boolean).slice(0, MOST_STEPS);
  const paths = steps.map((_, i) => `${hostname}/${steps.slice(0, i + 1).join('/')}`).reverse();
  const labels = hostname.split('.');
  const above = labels.map((_, i) => `*.${labels.slice(i).join('.')}`);
  return [...paths, hostname, ...above, EVERYWHERE];
}

/** What holds at an address. */
export function ruleFor(rules: SiteRules, address: string): SiteRule {
  const found = patternsOf(address).flatMap((pattern) =>
    Object.hasOwn(rules, pattern) ? (rules[pattern] ?? []) : [],
  );
  return { ...Object.assign({}, ...found.reverse()) };
}

/** A pattern as it is kept, of what a reader may write or paste; null where it is none. */
export function readPattern(written: string): string | null {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/^(?:[a-z*]+:)?\/\//, '')
    .replace(/[?#].*$/, '')
    .replace(/(?:\/\*?)+$/, '');
  if (/^[*.]+$|^<all_urls>$/.test(plain)) return EVERYWHERE;
  const [host = '', ...path] = plain.replace(/^\|\||\^$/g, '').split('/');
  const bare = host.replace(/^\*?\./, '');
  if (!/^[^\s*@]+$/.test(bare) || !URL.canParse(`http://${bare}`)) return null;
  const { hostname } = new URL(`http://${bare}`);
  if (bare !== host) return path.length === 0 ? `*.${hostname}` : null;
  return [hostname, ...path.slice(0, MOST_STEPS)].join('/');
}

/** A rule as it was stored, without what this version does not know; null where nothing is left. */
export function readRule(value: unknown): SiteRule | null {
  if (typeof value !== 'object' || value === null) return null;
  const { enabled, density } = value as { enabled?: unknown; density?: unknown };
  const known = DENSITIES.find((one) => one === density);
  if (typeof enabled !== 'boolean' && !known) return null;
  return { ...(typeof enabled === 'boolean' ? { enabled } : {}), ...(known ? { density: known } : {}) };
}

export interface ReadSites {
  readonly sites: SiteRules;
  /** Numbers of the lines, or patterns, that could not be read. */
  readonly unread: readonly string[];
}

/** A file of sites: what `writeSites` has written, or a list with a pattern in each line, all of them to be left alone. */
export function readSites(text: string): ReadSites {
  if (!text.trimStart().startsWith('{')) return readEntries(linesOf(text));
  const { sites } = JSON.parse(text) as { sites?: unknown };
  if (typeof sites !== 'object' || sites === null) throw new SyntaxError('no sites in it');
  return readRules(sites);
}

/** Rules by pattern, as a file has them. */
export function readRules(rules: object): ReadSites {
  return readEntries(Object.entries(rules).map(([pattern, rule]) => [pattern, pattern, rule]));
}

type Entry = readonly [place: string, pattern: string, rule: unknown];

function readEntries(entries: readonly Entry[]): ReadSites {
  const sites: Record<string, SiteRule> = {};
  const unread: string[] = [];
  for (const [place, written, rule] of entries) {
    const pattern = readPattern(written);
    const known = readRule(rule);
    if (pattern && known) sites[pattern] = known;
    else unread.push(place);
  }
  return { sites, unread };
}

function linesOf(text: string): readonly Entry[] {
  return text.split(/\r?\n/).flatMap((line, i): Entry[] => {
    const plain = line.replace(/^\s*[!#].*$/, '').trim();
    return plain === '' ? [] : [[String(i + 1), plain, { enabled: false }]];
  });
}

export function writeSites(sites: SiteRules): string {
  return `${JSON.stringify({ sites }, null, 2)}\n`;
}
