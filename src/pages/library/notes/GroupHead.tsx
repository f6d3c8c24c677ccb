/** The heading of a group of notes: a page with its address, an entity, a tag, a day. */
import { isOfTheWeb } from '../../../core/card/addresses.ts';
import { WebLink } from '../../../ui/WebLink.tsx';
import { plural, type Translate } from '../../../ui/words.ts';
import type { HeadRow, View } from './rows.ts';

/** Characters of an address: what is longer is cut by the line, but need not stand in the document whole. */
const ADDRESS_SHOWN = 300;

interface GroupHeadProps {
  readonly row: HeadRow;
  readonly view: View;
  readonly lang: string;
  readonly t: Translate;
}

export function GroupHead({ row: { group, count }, view, lang, t }: GroupHeadProps) {
  const { title, url } = group;
  const without = view === 'tag' ? t('withoutTag') : t('withoutEntity');
  return (
    <header class="group">
      <h2>
        <WebLink url={isOfTheWeb(url) ? url : undefined} t={t}>
          <bdi>{title.slice(0, ADDRESS_SHOWN) || without}</bdi>
        </WebLink>
      </h2>
      <p class="quiet">{plural(t, lang, 'noteCount', count)}</p>
      {url && (
        <p class="address" dir="ltr">
          <bdi>{url.replace(/^https?:\/\/(www\.)?/i, '').slice(0, ADDRESS_SHOWN)}</bdi>
        </p>
      )}
    </header>
  );
}
