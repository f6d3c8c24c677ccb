/**
 * A card that stands in one of our own pages as it stands in others': in a shadow root, with its own sheets. The pages link them, so
 * that their scripts need not carry them.
 */
import { render } from 'preact';
import { Card, type CardProps } from './Card.tsx';
import { useEffect, useRef } from './hooks.ts';

/** As `CARD_STYLES`, in the same order; the page stands in the same folder. */
const SHEETS = ['tokens.css', 'parts.css', 'card.css'];

export function CardFrame(props: CardProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (root)
      render(
        <>
          {SHEETS.map((href) => (
            <link key={href} rel="stylesheet" href={href} />
          ))}
          <Card {...props} />
        </>,
        root,
      );
  }, [props]);
  useEffect(
    () => () => {
      if (host.current?.shadowRoot) render(null, host.current.shadowRoot);
    },
    [],
  );
  return <div class="card-frame" ref={host} />;
}
