/**
 * A source shown beside the number that cites it. It lies in the scrolling body of the card, under the line of the number
 * or over it where there is no room, and takes no place from the text. The pointer may enter it.
 */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Citation } from './citations.ts';

/** What the tip shows, and where. */
export interface Preview {
  readonly citation: Citation;
  readonly number: HTMLElement;
}

/** Long enough to cross from the number into the tip. */
const GRACE_MS = 160;

/** The source being previewed; `show(null)` waits a little before it hides, so that the pointer can cross over. */
export function usePreview() {
  const [preview, setPreview] = useState<Preview | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useCallback(() => clearTimeout(timer.current), []);
  const show = useCallback((citation: Citation | null, number?: HTMLElement) => {
    clearTimeout(timer.current);
    if (citation && number) setPreview({ citation, number });
    else timer.current = setTimeout(() => setPreview(null), GRACE_MS);
  }, []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setPreview(null);
  }, []);
  useEffect(() => keep, [keep]);
  return { preview, show, keep, hide };
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
  useLayoutEffect(() => {
    const body = number.closest<HTMLElement>('.body');
    if (!tip.current || !body) return;
    // offsetTop knows nothing of zoom or transforms of the page, and so agrees with `top`.
    const { offsetHeight: height } = tip.current;
    const below = number.offsetTop + number.offsetHeight;
    const fits = below + height <= body.scrollTop + body.clientHeight;
    tip.current.style.top = `${fits ? below : Math.max(0, number.offsetTop - height)}px`;
  }, [number, children]);
  return (
    <div class="tip" ref={tip} aria-hidden="true" onPointerEnter={onEnter} onPointerLeave={onLeave}>
      {children}
    </div>
  );
}
