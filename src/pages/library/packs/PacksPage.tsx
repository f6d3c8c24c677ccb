/** What each pack covers and who answers for it, and every entry, to be looked up and read as its card. */
import { directionOf } from '../../../core/card/languages.ts';
import { report } from '../../../platform/report.ts';
import { callBackground } from '../../../protocol/call.ts';
import type { PackSummary } from '../../../protocol/desk.ts';
import { useEffect, useRef, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import { prefer, useSettings } from '../../use-settings.ts';
import { PackBrowser } from './PackBrowser.tsx';
import { PackFacts } from './PackFacts.tsx';

interface PacksPageProps {
  /** The entry that is shown at first, or ''. */
  readonly asked: string;
  readonly lang: string;
  readonly t: Translate;
}

export function PacksPage({ asked, lang, t }: PacksPageProps) {
  const [packs, setPacks] = useState<readonly PackSummary[]>([]);
  const [hasFailed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const settings = useSettings();
  const ids = packs.map(({ id }) => id);
  const off = packs.filter(({ isOn }) => !isOn).map(({ id }) => id);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    callBackground('getPacks', {}).then(setPacks, (error) => {
      report('listing packs', error);
      setFailed(true);
    });
  }, [settings]);
  return (
    <main class="library wide" lang={t('wordsLanguage')} dir={directionOf(t('wordsLanguage'))}>
      <header>
        <h1 tabIndex={-1} ref={heading}>
          {t('packs')}
        </h1>
      </header>
      {hasFailed && <p class="failure">{t('packsFailed')}</p>}
      {packs.map((pack, i) => (
        <PackFacts
          key={pack.id}
          pack={pack}
          lang={lang}
          t={t}
          onSwitch={(isOn) =>
            prefer({ packsOff: ids.filter((id) => (id === pack.id ? !isOn : off.includes(id))) })
          }
          onUp={
            i > 0 ? () => prefer({ packOrder: ids.toSpliced(i, 1).toSpliced(i - 1, 0, pack.id) }) : undefined
          }
        />
      ))}
      <PackBrowser asked={asked} packs={packs} lang={lang} t={t} />
    </main>
  );
}
