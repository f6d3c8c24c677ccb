/** What a date says, with its sources: those are read with the entry, when somebody wants to know. */
import type { EntrySource } from '../../core/card/entry.ts';
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import type { PageDate } from '../../protocol/desk.ts';
import { useEffect, useState } from '../../ui/hooks.ts';
import { Words } from '../../ui/LocalText.tsx';
import { WebLink } from '../../ui/WebLink.tsx';
import type { Translate } from '../../ui/words.ts';

export function Cited({ date, t }: { readonly date: PageDate; readonly t: Translate }) {
  const [sources, setSources] = useState<readonly EntrySource[]>([]);
  useEffect(() => {
    callBackground('getEntity', { id: date.entity }).then(
      (entry) => {
        const cites = entry?.timeline[date.index]?.sentence.cites ?? [];
        setSources(entry?.sources.filter(({ number }) => cites.includes(number)) ?? []);
      },
      (error) => report('reading sources', error),
    );
  }, []);
  return (
    <>
      <p>
        <Words {...date.text} />
      </p>
      <ul class="quiet">
        {sources.map(({ number, publisher, title, url }) => (
          <li key={number}>
            {publisher}{' '}
            {url ? (
              <WebLink url={url} t={t}>
                <Words {...title} />
              </WebLink>
            ) : (
              <Words {...title} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
