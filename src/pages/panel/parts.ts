import type { EntityId } from '../../core/model.ts';
import type { PageContext } from '../../protocol/desk.ts';
import type { Translate } from '../../ui/words.ts';

/** What each part of the panel is given. */
export interface PartProps {
  readonly context: PageContext;
  readonly tab: number;
  /** The reader's language, BCP 47. */
  readonly lang: string;
  readonly t: Translate;
  /** Shows the first mention of an entity on the page. */
  readonly onReveal: (entity: EntityId) => void;
  /** Shows an entity's entry. */
  readonly onEntry: (entity: EntityId) => void;
}
