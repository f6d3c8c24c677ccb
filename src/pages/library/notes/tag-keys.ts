/** What the keys do in a field of tags: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */

export interface TagState {
  readonly chosen: readonly string[];
  /** What stands in the field. */
  readonly written: string;
  /** The offered tag that Enter would take, or -1. */
  readonly active: number;
}

/** The state after a key; null where the key is not the field's. */
export function afterKey(key: string, state: TagState, offered: readonly string[]): TagState | null {
  const { chosen, written, active } = state;
  const isEmpty = written.trim() === '';
  if (key === 'ArrowDown' && offered.length > 0)
    return { ...state, active: Math.min(active + 1, offered.length - 1) };
  if (key === 'ArrowUp' && offered.length > 0) return { ...state, active: Math.max(active - 1, -1) };
  if (key === 'Enter' && !isEmpty) return withTags(state, offered[active] ?? written);
  if (key === ',') return withTags(state, written);
  if (key === 'Escape' && written !== '') return { ...state, written: '', active: -1 };
  if (key === 'Backspace' && written === '' && chosen.length > 0)
    return { ...state, chosen: chosen.slice(0, -1) };
  return null;
}

/** The state after words were taken for tags; commas of any script part them. */
export function withTags({ chosen }: TagState, text: string): TagState {
  const tags = text
    .split(/[,،、，]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return { chosen: [...new Set([...chosen, ...tags])], written: '', active: -1 };
}
