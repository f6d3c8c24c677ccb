/** Sites that are left alone, or marked all the same, by pattern: written one by one, or taken from a file. */
import {
  EVERYWHERE,
  readPattern,
  readSites,
  type SiteRules,
  writeSites,
} from '../../../core/settings/sites.ts';
import { report } from '../../../platform/report.ts';
import { callBackground } from '../../../protocol/call.ts';
import { IconButton, TextButton } from '../../../ui/Buttons.tsx';
import { useRef, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import { saveFile } from '../../save-file.ts';
import { ruleSites } from '../../use-settings.ts';
import { type ListControl, VirtualList } from '../VirtualList.tsx';

interface SitesProps {
  readonly sites: SiteRules;
  readonly t: Translate;
}

/** The list wants the same rows for the same sites. */
const known = new WeakMap<SiteRules, readonly { readonly key: string }[]>();

function rowsOf(sites: SiteRules) {
  const rows = known.get(sites) ?? Object.keys(sites).map((key) => ({ key }));
  known.set(sites, rows);
  return rows;
}

export function Sites({ sites, t }: SitesProps) {
  const [written, setWritten] = useState('');
  const [said, setSaid] = useState('');
  const control = useRef<ListControl>(undefined);
  const rows = rowsOf(sites);
  const add = (enabled: boolean, isSure = false) => {
    const pattern = readPattern(written);
    if (!pattern) return setSaid(t('noPattern'));
    // All sites at once is asked for twice.
    if (pattern === EVERYWHERE && !enabled && !isSure) return setSaid(t('allSitesSure'));
    ruleSites({ [pattern]: { enabled } });
    setWritten('');
    setSaid('');
  };
  const take = async (file: File) => {
    const read = readSites(await file.text());
    await callBackground('setSites', { rules: read.sites });
    const [first] = read.unread;
    const unread = first === undefined ? '' : ` ${t('sitesUnread', read.unread.length, first)}`;
    setSaid(t('sitesAdded', Object.keys(read.sites).length) + unread);
  };
  return (
    <section class="page">
      <h2>{t('sites')}</h2>
      <form
        class="files"
        onSubmit={(event) => {
          event.preventDefault();
          add(false, said === t('allSitesSure'));
        }}
      >
        <input
          class="field"
          placeholder="*.example.org"
          aria-label={t('sitePattern')}
          dir="ltr"
          value={written}
          onInput={({ currentTarget }) => setWritten(currentTarget.value)}
        />
        <button type="submit" class="text-button">
          {t('siteLeave')}
        </button>
        <TextButton onClick={() => add(true)}>{t('siteMark')}</TextButton>
      </form>
      <p class="quiet" role="status">
        {said}
      </p>
      <VirtualList rows={rows} estimate={() => 32} label={t('sites')} control={control} onKeyDown={() => {}}>
        {({ key }) => (
          <div class="choice-row">
            <bdi>{key}</bdi>
            <span class="quiet">
              {t(sites[key]?.enabled === false ? 'siteLeft' : 'siteMarked')}
              <IconButton
                class="small"
                icon="remove"
                label={`${t('removeSite')} ${key}`}
                onClick={() => ruleSites({ [key]: null })}
              />
            </span>
          </div>
        )}
      </VirtualList>
      <p class="files">
        <TextButton onClick={() => saveFile('glossator-sites.json', 'application/json', [writeSites(sites)])}>
          {t('sitesSave')}
        </TextButton>
        <label class="text-button">
          {t('sitesTake')}
          <input
            type="file"
            name="sites"
            class="unseen"
            onChange={({ currentTarget: { files } }) => {
              if (files?.[0])
                take(files[0]).catch((error) => {
                  report('reading sites', error);
                  setSaid(t('sitesUnreadable'));
                });
            }}
          />
        </label>
      </p>
    </section>
  );
}
