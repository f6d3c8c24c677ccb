/** A long list that shows its first rows, and the rest when asked. */
import type { ComponentChildren } from 'preact';
import { TextButton } from './Buttons.tsx';
import { useState } from './hooks.ts';

interface FoldedProps<Row> {
  readonly all: readonly Row[];
  readonly shown: number;
  /** Words of the button: how many rows are folded away. */
  readonly more: (count: number) => string;
  readonly children: (shown: readonly Row[]) => ComponentChildren;
}

export function Folded<Row>({ all, shown, more, children }: FoldedProps<Row>) {
  const [open, setOpen] = useState(false);
  // One row more is no longer than the button that would hide it.
  const isFolded = !open && all.length > shown + 1;
  return (
    <>
      {children(isFolded ? all.slice(0, shown) : all)}
      {isFolded && (
        <TextButton class="more" onClick={() => setOpen(true)}>
          {more(all.length - shown)}
        </TextButton>
      )}
    </>
  );
}
