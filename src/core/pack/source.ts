/**
 * A pack in its source form: text that a person writes and reviews in a diff.
 *
 *     <pack>/pack.json            who, what version, which licence
 *     <pack>/sources.json         every source, once
 *     <pack>/entities/<id>.json   one entity a file
 *
 * The shapes are those of `model.ts` with local ids and without what the compiler works out.
 */
import type { AliasClass, CaseRule, PackInfo, RelationKind, Source } from '../model.ts';

export interface SourceAlias {
  readonly text: string;
  readonly lang: string;
  readonly case: CaseRule;
  /** An editor's word against the compiler's class. */
  readonly class?: AliasClass;
}

export interface SourceStatement {
  readonly id: string;
  readonly from: readonly string[];
  readonly text: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
  readonly asOf?: string;
  /** The id of an earlier statement of the same list that other sources say otherwise. */
  readonly contradicts?: string;
}

export interface SourceEntity {
  readonly id: string;
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly aliases: readonly SourceAlias[];
  readonly background: readonly SourceStatement[];
  readonly statements: readonly SourceStatement[];
  readonly timeline: readonly { readonly date: string; readonly statement: SourceStatement }[];
  readonly relations: readonly { readonly kind: string; readonly to: string; readonly note?: string }[];
  readonly cues: Readonly<Record<string, readonly string[]>>;
  /** `names`: other senses' own names that contain one of ours; they take their place in the text, unmarked. */
  readonly rivals: readonly {
    readonly label: string;
    readonly cues: readonly string[];
    readonly names?: readonly string[];
  }[];
}

export interface PackSource {
  readonly info: PackInfo;
  readonly sources: readonly Source[];
  readonly entities: readonly SourceEntity[];
  readonly relationKinds: Readonly<Record<string, RelationKind>>;
}

/** A fault in a pack's source, with its place and its mend. Warnings do not stop the compiler. */
export interface PackProblem {
  readonly severity: 'error' | 'warning';
  /** Path inside the pack, for example `entities/itu.json`. */
  readonly file: string;
  readonly entity?: string;
  /** Where in the file, for example `statements[2].sources`. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

export function fileOfEntity(id: string): string {
  return `entities/${id}.json`;
}
