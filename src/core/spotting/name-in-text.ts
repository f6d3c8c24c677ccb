/** A name where it stands, as the questions about its neighbours ask it; what is costly is worked out when asked. */
import type { Name } from '../gazetteer/lexicon.ts';
import type { AliasClass, EntityType } from '../model.ts';
import type { BlockContext } from './block-context.ts';
import type { Candidate } from './find-candidates.ts';
import { Surroundings } from './surroundings.ts';

export class NameInText {
  /** As written. */
  readonly cased: string;
  readonly class: AliasClass;
  readonly type: EntityType | undefined;
  readonly around: Surroundings;
  readonly #block: BlockContext;
  readonly #index: number;
  readonly #candidate: Candidate;

  constructor(name: Name, type: EntityType | undefined, index: number, block: BlockContext) {
    const candidate = block.candidates[index] as Candidate; // index is inside
    this.cased = block.folded.cased.slice(candidate.start, candidate.end);
    this.class = name.class;
    this.type = type;
    this.around = new Surroundings(block.folded.cased, candidate.start, candidate.end);
    this.#block = block;
    this.#index = index;
    this.#candidate = candidate;
  }

  /** The language of the passage. */
  get lang(): string {
    return this.#block.languages.at(this.#candidate.start);
  }

  /** Whether another name of the pack begins right after this one. */
  get namedAfter(): boolean {
    const next = this.#block.candidates[this.#index + 1];
    return next !== undefined && next.start - this.#candidate.end <= 1;
  }

  /** Whether another name of the pack ends right before it. */
  get namedBefore(): boolean {
    const last = this.#block.candidates[this.#index - 1];
    return last !== undefined && this.#candidate.start - last.end <= 3;
  }

  /** Whether a capitalised word follows that next name. */
  get rowGoesOn(): boolean {
    const next = this.#block.candidates[this.#index + 1];
    return (
      next !== undefined && / \p{Lu}\p{Ll}/u.test(this.#block.folded.cased.slice(next.end, next.end + 3))
    );
  }
}
