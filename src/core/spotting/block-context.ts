/** A block as its judgement reads it: the text, what was found in it, and what is worked out of it only when asked. */
import type { Lexicon } from '../gazetteer/lexicon.ts';
import type { FoldedText } from '../text/fold.ts';
import { type BlockDefinitions, definitionsIn } from './defined-forms.ts';
import { type DomainWord, domainWordsOf } from './domains.ts';
import type { Candidate, CueHit } from './find-candidates.ts';
import { PassageLanguages } from './passage-language.ts';
import { mayHoldShareLine } from './share-line.ts';

export class BlockContext {
  readonly lang: string;
  readonly folded: FoldedText;
  readonly candidates: readonly Candidate[];
  readonly cues: readonly CueHit[];
  readonly lexicons: readonly Lexicon[];
  readonly definitions: BlockDefinitions;
  readonly languages: PassageLanguages;
  #domainWords: readonly DomainWord[] | undefined;
  #mayShare: boolean | undefined;

  constructor(parts: {
    readonly lang: string;
    readonly folded: FoldedText;
    readonly candidates: readonly Candidate[];
    readonly cues: readonly CueHit[];
    readonly lexicons: readonly Lexicon[];
  }) {
    this.lang = parts.lang;
    this.folded = parts.folded;
    this.candidates = parts.candidates;
    this.cues = parts.cues;
    this.lexicons = parts.lexicons;
    this.definitions = definitionsIn(parts.folded.cased, parts.candidates, parts.lexicons);
    this.languages = new PassageLanguages(parts.folded.text, parts.lang);
  }

  /** Whether a line that asks to share or follow may stand in the block. */
  get mayShare(): boolean {
    this.#mayShare ??= mayHoldShareLine(this.folded.cased);
    return this.#mayShare;
  }

  /** Words that tell what the block is about. */
  get domainWords(): readonly DomainWord[] {
    this.#domainWords ??= domainWordsOf(this.folded.text);
    return this.#domainWords;
  }
}
