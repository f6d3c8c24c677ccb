/**
 * A source shown beside the number that cites it. It lies in the scrolling body of the card, under the line of the number
 * or over it where there is no room, and takes no place from the text. The pointer may enter it.
 */
import type { ComponentChildren } from 'preact';
import type { EntrySource } from '../core/card/entry.ts';
import { useEffect, useRef, useState } from './hooks.ts';

/** What the tip shows, and where. */
interface Preview {
  readonly source: EntrySource;
  readonly number: HTMLElement;
}

/** Long enough to cross from the number into the tip. */
const GRACE_MS = 160;

/** The source being previewed. `show(null)` waits a little before it hides, so that the pointer can cross over; `show(null, null)` does not. */
export function usePreview() {
  const [preview, setPreview] = useState<Preview | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = () => clearTimeout(timer.current);
  useEffect(() => keep, []);
  return {
    preview,
    keep,
    show(source: EntrySource | null, number?: HTMLElement | null) {
      keep();
      if (number === undefined) timer.current = setTimeout(() => setPreview(null), GRACE_MS);
      else setPreview(source && number && { source, number });
    },
  };
}

interface SourceTipProps {
  readonly number: HTMLElement;
  readonly children: ComponentChildren;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** Hidden from screen readers: the number's own label says the same. */
export function SourceTip({ number, children, onEnter, onLeave }: SourceTipProps) {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const body = tip.current?.offsetParent;
    if (!tip.current || !body) return;
    // offsetTop knows nothing of zoom or transforms of the page, and so agrees with `top`.
    const { offsetHeight: height } = tip.current;
    const below = number.offsetTop + number.offsetHeight;
    const fits = below + height <= body.scrollTop + body.clientHeight;
    tip.current.style.top = `${fits ? below : Math.max(0, number.offsetTop - height)}px`;
  }, [number]);
  return (
    <div class="tip" ref={tip} aria-hidden="true" onPointerEnter={onEnter} onPointerLeave={onLeave}>
      {children}
    </div>
  );
}
