/**
 * The reader's word on marks: this name is not this entity, on a page, on a site, or anywhere. It is final: no evidence weighs
 * against it. It goes by the name as the pack lists it, so that "ITUs" follows "ITU"; and case counts where the pack says so,
 * since "WHO" and "who" are never one name.
 */
import type { EntityId, Mention } from '../model.ts';
import { siteOf } from '../page/page-key.ts';

/** Where a correction holds. */
export type CorrectionScope =
  /** Origin and path: a query or a fragment makes no other page of it. */
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'everywhere' };
export type Reach = CorrectionScope['kind'];
export const REACHES: readonly Reach[] = ['page', 'site', 'everywhere'];

export interface Correction {
  /** The name as the pack lists it, folded, with its case: a mention's `name`. */
  readonly surface: string;
  readonly entity: EntityId;
  readonly scope: CorrectionScope;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What a correction silences, as one string: entity ids hold no space. */
export function silencedKey({ entity, name }: Pick<Mention, 'entity' | 'name'>): string {
  return `${entity} ${name}`;
}

/** The scope that reaches so far around an address, or null where the address has no such thing: a file has no site. */
export function scopeAround(reach: Reach, address: string): CorrectionScope | null {
  if (reach === 'everywhere') return { kind: reach };
  if (reach === 'page') return { kind: reach, page: pageOf(address) };
  const site = siteOf(address);
  return site === '' ? null : { kind: reach, site };
}

/** The keys of all that is not to be marked at an address, each once. */
export function silencedAt(corrections: readonly Correction[], address: string): string[] {
  const [page, site] = [pageOf(address), siteOf(address)];
  const holds = ({ scope }: Correction): boolean => {
    if (scope.kind === 'everywhere') return true;
    return scope.kind === 'page' ? scope.page === page : scope.site === site;
  };
  return [
    ...new Set(
      corrections.filter(holds).map(({ entity, surface }) => silencedKey({ entity, name: surface })),
    ),
  ];
}

/** Whether two corrections say the same, whenever they were made. */
export function isSameCorrection(a: Correction, b: Correction): boolean {
  return idOf(a) === idOf(b);
}

/** Those of `more` that `known` does not have yet, each once. */
export function newCorrections(known: readonly Correction[], more: readonly Correction[]): Correction[] {
  const seen = new Set(known.map(idOf));
  return more.filter((correction) => {
    const id = idOf(correction);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Takes what was stored or sent apart; null where it is no correction that this version understands. Unknown keys stay. */
export function parseCorrection(value: unknown): Correction | null {
  if (!isRecord(value)) return null;
  const { surface, entity, at } = value;
  const scope = parseScope(value['scope']);
  if (!isText(surface) || !isText(entity) || !isText(at) || Number.isNaN(Date.parse(at)) || !scope)
    return null;
  return { ...value, surface, entity: entity as EntityId, scope, at };
}

function parseScope(value: unknown): CorrectionScope | null {
  if (!isRecord(value)) return null;
  const { kind, page, site } = value;
  if (kind === 'page' && isText(page)) return { ...value, kind, page };
  if (kind === 'site' && isText(site)) return { ...value, kind, site };
  return kind === 'everywhere' ? { ...value, kind } : null;
}

function idOf({ surface, entity, scope }: Correction): string {
  const place = scope.kind === 'page' ? scope.page : scope.kind === 'site' ? scope.site : '';
  return JSON.stringify([surface, entity, scope.kind, place]);
}

/** Origin and path of an address; what is no address is its own page. */
function pageOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href;
}

/** Longer than any name, id or path of sense. */
const LONGEST = 8192;

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
