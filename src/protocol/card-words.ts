/**
 * What the frames of a tab say to one another about cards, so that there is one card in a tab: a frame asks the tab's own document to show
 * the card of a mention, and tells where that stands. The background passes each word on; pages hear none.
 */
import type { EntityId, NoteTarget, Reason } from '../core/model.ts';

/** In pixels of some viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A mention in another frame. */
export interface FarMention {
  readonly entity: EntityId;
  readonly name: string;
  readonly surface: string;
  readonly reasons: readonly Reason[];
  readonly lang: string;
  readonly count: number;
  readonly target: NoteTarget;
  /** The way that its lines run (card/place.ts). */
  readonly flow: string;
  /** Its line boxes, in the frame's viewport. */
  readonly boxes: readonly Box[];
}

/** The pointer in a frame, by which the frame is found on the page. */
export interface FrameView {
  readonly client: Point;
  readonly screen: Point;
  /** The frame's viewport. */
  readonly width: number;
  readonly height: number;
  /** Whether it stands in a frame itself. */
  readonly isNested: boolean;
}

/** `id` is the card's, given by the frame with the mention; `by` is the document that speaks. */
export type CardWord =
  /** To the top: show a card. Answered with whether it stands there. */
  | { readonly kind: 'show'; readonly id: number; readonly far: FarMention; readonly view: FrameView }
  /** To the top: where the mention is now, where the pointer is in the frame, and whether it is on the mention. */
  | {
      readonly kind: 'stands';
      readonly id: number;
      readonly boxes: readonly Box[];
      readonly at: Point | null;
      readonly isOn: boolean;
    }
  /** To the frame: go on to the entity's next mention, which is the answer, or null. */
  | { readonly kind: 'step'; readonly id: number; readonly step: 1 | -1 }
  /** To the frame: the card has closed. */
  | { readonly kind: 'closed'; readonly id: number }
  /** To all: a card has opened here, and is now the only one that comes and goes; or the last one here has closed. */
  | { readonly kind: 'opened' | 'none'; readonly by: number }
  /** To all, from a document without a card: the reader has pressed Escape, or the pointer. */
  | { readonly kind: 'escape' | 'pressed' };

export type CardAnswer = FarMention | boolean | null;
