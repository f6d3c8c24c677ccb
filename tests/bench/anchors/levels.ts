/** How much a page is edited: shares of its paragraphs, of a paragraph's words and of its text nodes, and numbers. */
export const LEVELS = {
  /** Nothing is changed. */
  unchanged: { words: 0, share: 0, removed: 0, moved: 0, adverts: 0, rendered: 0 },
  /** A correction here and there, other advertisements, other quotation marks, another template. */
  light: { words: 0.15, share: 0.02, removed: 0, moved: 0, adverts: 2, rendered: 0.3 },
  /** The story is brought up to date: half of the paragraphs are touched, some leave, some move. */
  medium: { words: 0.5, share: 0.05, removed: 0.05, moved: 0.05, adverts: 4, rendered: 0.5 },
  /** It is written anew. */
  heavy: { words: 0.9, share: 0.2, removed: 0.2, moved: 0.15, adverts: 6, rendered: 0.7 },
} as const;
export type Level = keyof typeof LEVELS;
