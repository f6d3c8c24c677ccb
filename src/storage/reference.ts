/**
 * Reading reference data: the database where there is one, the package where there is none (a browser set never to remember, a
 * full disk). The caller cannot tell the difference but by time.
 */
import type { Lexicon } from '../core/gazetteer/lexicon.ts';
import { openLexicon } from '../core/gazetteer/lexicon.ts';
import {
  type Entity,
  type EntityDetails,
  type EntityId,
  type PackInfo,
  splitEntityId,
} from '../core/model.ts';
import type { PackReference } from '../core/pack/compile-pack.ts';
import { report } from '../platform/report.ts';
import {
  openGazetteer,
  type PackEntry,
  readGazetteerBytes,
  readPackIndex,
  readReference,
  readTables,
} from './pack-files.ts';
import { openReferenceDb, type PackRow, type ReferenceDb } from './reference-db.ts';
import { type ImportProgress, importPack, isComplete } from './reference-import.ts';

export interface PackSize {
  readonly info: PackInfo;
  readonly relationKinds: PackRow['relationKinds'];
  readonly sources: number;
}

export interface Reference {
  /** The lexicons of all bundled packs. */
  lexicons(): Promise<readonly Lexicon[]>;
  /** Everything a card shows of an entity; null where no pack has it. */
  entityDetails(id: EntityId): Promise<EntityDetails | null>;
  /** Label and type of some entities; those that no pack has are left out. */
  entities(ids: readonly EntityId[]): Promise<readonly Entity[]>;
  /** Every entity of every bundled pack, whole. */
  all(): Promise<readonly Entity[]>;
  /** What the bundled packs say of themselves, in their order, with the number of their sources. */
  packs(): Promise<readonly PackSize[]>;
  close(): void;
}

/** Opens reference data, rebuilt first where it is missing, half-written or of another version. */
export async function openReference(onGone: () => void, onProgress?: ImportProgress): Promise<Reference> {
  const index = await readPackIndex();
  try {
    const db = await openReferenceDb(onGone);
    for (const entry of index) {
      if (!(await isComplete(db, entry))) await importPack(db, entry, onProgress);
    }
    return fromDatabase(db, index);
  } catch (error) {
    report('building the reference database; reading the package instead', error);
    return fromPackage(index);
  }
}

/** Throws where the row is missing or its bytes are not what was written: a marker vouches for an import, not for a disk. */
async function readLexicon(db: ReferenceDb, { id }: PackEntry): Promise<Lexicon> {
  const row = await db.get('lexicons', id);
  if (!row) throw new Error(`no lexicon of ${id}`);
  return openLexicon(openGazetteer(row.gazetteer), row.tables);
}

function fromDatabase(db: ReferenceDb, index: readonly PackEntry[]): Reference {
  const entities = async (ids: readonly EntityId[]) =>
    (await Promise.all(ids.map((id) => db.get('entities', id)))).flatMap((entity) => entity ?? []);
  return {
    lexicons: () =>
      Promise.all(
        index.map((entry) =>
          readLexicon(db, entry).catch(async (error) => {
            report('opening a lexicon; rebuilding its pack', error);
            await importPack(db, entry);
            return readLexicon(db, entry);
          }),
        ),
      ),
    async entityDetails(id) {
      const { pack } = splitEntityId(id);
      const [entity, row] = await Promise.all([db.get('entities', id), db.get('packs', pack)]);
      if (!entity || !row) return null;
      const related = await entities(entity.relations.map((relation) => relation.to));
      const sources = await Promise.all(citedBy(entity).map((source) => db.get('sources', [pack, source])));
      return details(
        entity,
        row,
        related,
        sources.flatMap((source) => source ?? []),
      );
    },
    entities,
    all: () => db.getAll('entities'),
    packs: async () =>
      Promise.all(
        index.map(async ({ id }) => {
          const row = await db.get('packs', id);
          if (!row) throw new Error(`no pack ${id}`);
          // Every source of a pack has the pack's id before its own.
          const sources = await db.count('sources', IDBKeyRange.bound([id], [id, []]));
          return { info: row.info, relationKinds: row.relationKinds, sources };
        }),
      ),
    close: () => db.close(),
  };
}

function fromPackage(index: readonly PackEntry[]): Reference {
  const packs = new Map<string, Promise<PackReference>>();
  const read = (pack: string): Promise<PackReference> => {
    const known = packs.get(pack) ?? readReference(pack);
    packs.set(pack, known);
    return known;
  };
  const reference = (pack: string) => (index.some(({ id }) => id === pack) ? read(pack) : null);
  const find = async (id: EntityId) =>
    (await reference(splitEntityId(id).pack))?.entities.find((entity) => entity.id === id);
  const entities = async (ids: readonly EntityId[]) =>
    (await Promise.all(ids.map(find))).flatMap((entity) => entity ?? []);
  return {
    lexicons: () =>
      Promise.all(
        index.map(async ({ id }) =>
          openLexicon(openGazetteer(await readGazetteerBytes(id)), await readTables(id)),
        ),
      ),
    async entityDetails(id) {
      const [entity, pack] = [await find(id), await reference(splitEntityId(id).pack)];
      if (!entity || !pack) return null;
      const cited = new Set(citedBy(entity));
      const related = await entities(entity.relations.map((relation) => relation.to));
      return details(
        entity,
        pack,
        related,
        pack.sources.filter((source) => cited.has(source.id)),
      );
    },
    entities,
    all: async () => (await Promise.all(index.map(async ({ id }) => (await read(id)).entities))).flat(),
    packs: () =>
      Promise.all(
        index.map(async ({ id }) => {
          const { info, relationKinds, sources } = await read(id);
          return { info, relationKinds, sources: sources.length };
        }),
      ),
    close: () => {},
  };
}

function citedBy(entity: Entity): readonly string[] {
  const statements = [
    ...entity.background,
    ...entity.statements,
    ...entity.timeline.map((item) => item.statement),
  ];
  return [...new Set(statements.flatMap((statement) => statement.sources))];
}

function details(
  entity: Entity,
  pack: { readonly info: PackInfo; readonly relationKinds: PackRow['relationKinds'] },
  related: readonly Entity[],
  sources: readonly EntityDetails['sources'][string][],
): EntityDetails {
  const labels = new Map(related.map((other) => [other.id, other.labels]));
  return {
    entity,
    sources: Object.fromEntries(sources.map((source) => [source.id, source])),
    // A relation to an entity that is not there (its pack is off) falls away quietly.
    relations: entity.relations.flatMap((relation) => {
      const toLabels = labels.get(relation.to);
      const label = pack.relationKinds[relation.kind]?.label;
      return toLabels && label ? [{ ...relation, label, toLabels }] : [];
    }),
    pack: pack.info,
  };
}
