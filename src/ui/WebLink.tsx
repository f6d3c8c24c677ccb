/** A way out to the web: in a new tab that is told nothing of where the reader came from. */
import type { ComponentChildren } from 'preact';
import type { Translate } from './words.ts';

/** A link, or its words alone where there is no address. */
export function WebLink({
  url,
  t,
  children,
}: {
  readonly url: string | undefined;
  readonly t: Translate;
  readonly children: ComponentChildren;
}) {
  if (!url) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="unseen"> {t('newTab')}</span>
    </a>
  );
}
