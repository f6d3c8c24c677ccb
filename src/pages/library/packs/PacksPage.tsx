/** What each pack covers and who answers for it, and every entry, to be looked up and read as its card. */
import { directionOf } from '../../../core/card/languages.ts';
import { report } from '../../../platform/report.ts';
import { callBackground } from '../../../protocol/call.ts';
import type { PackSummary } from '../../../protocol/desk.ts';
import { useEffect, useRef, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import { PackBrowser } from './PackBrowser.tsx';
import { PackFacts } from './PackFacts.tsx';

interface PacksPageProps {
  readonly lang: string;
  readonly t: Translate;
}

export function PacksPage({ lang, t }: PacksPageProps) {
  const [packs, setPacks] = useState<readonly PackSummary[]>([]);
  const [hasFailed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    callBackground('getPacks', {}).then(setPacks, (error) => {
      report('listing packs', error);
      setFailed(true);
    });
  }, []);
  return (
    <main class="library wide" lang={t('wordsLanguage')} dir={directionOf(t('wordsLanguage'))}>
      <header>
        <h1 tabIndex={-1} ref={heading}>
          {t('packs')}
        </h1>
        <a href="#notes">{t('notes')}</a>
      </header>
      {hasFailed && <p class="failure">{t('packsFailed')}</p>}
      {packs.map((pack) => (
        <PackFacts key={pack.id} pack={pack} lang={lang} t={t} />
      ))}
      <PackBrowser packs={packs} lang={lang} t={t} />
    </main>
  );
}
