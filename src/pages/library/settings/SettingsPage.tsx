/** Everything that can be chosen, on one page, with a field that finds the part it stands in. */
import { directionOf } from '../../../core/card/languages.ts';
import { DENSITIES } from '../../../core/model.ts';
import { CARD_WIDTHS, THEMES } from '../../../core/settings/preferences.ts';
import { searchForm } from '../../../core/text/search-form.ts';
import { browser } from '../../../platform/browser.ts';
import { useEffect, useRef, useState } from '../../../ui/hooks.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { MarkStyles } from '../../../ui/MarkStyles.tsx';
import { OpeningChoice } from '../../../ui/OpeningChoice.tsx';
import type { Translate } from '../../../ui/words.ts';
import { ChooseBackup } from '../../backups.tsx';
import { Corrections } from '../../corrections.tsx';
import { prefer, useSettings } from '../../use-settings.ts';
import type { HeldNotes } from '../notes/held-notes.ts';
import { About } from './About.tsx';
import { Choice } from './Choice.tsx';
import { Data } from './Data.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';

/** Firefox prints a copy of the page, and its custom highlights are not in that (docs/browser-bugs.md). */
const PRINTS_MARKS = !browser.runtime.getURL('').startsWith('moz');

/** Languages that packs are written in. */
const LANGUAGES = ['', 'en', 'zh-CN', 'zh-TW', 'fr', 'es', 'ru', 'ar'] as const;

interface SettingsPageProps {
  /** What is looked for at first. */
  readonly asked: string;
  readonly held: HeldNotes;
  readonly lang: string;
  readonly t: Translate;
}

export function SettingsPage({ asked, held, lang, t }: SettingsPageProps) {
  const settings = useSettings();
  const [query, setQuery] = useState(asked);
  const parts = useRef<HTMLDivElement>(null);
  const languages = new Intl.DisplayNames([lang], { type: 'language' });
  useEffect(() => {
    const wanted = searchForm(query).trim();
    for (const part of parts.current?.children ?? [])
      if (part instanceof HTMLElement) part.hidden = !searchForm(part.textContent ?? '').includes(wanted);
  }, [query, settings === null]);
  return (
    <main class="library" lang={t('wordsLanguage')} dir={directionOf(t('wordsLanguage'))}>
      <header>
        <h1>{t('settings')}</h1>
        <search class="search">
          <Icon name="search" />
          <input
            type="search"
            class="field"
            placeholder={t('settingsSearch')}
            aria-label={t('settingsSearch')}
            value={query}
            onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          />
        </search>
      </header>
      {settings && (
        <div ref={parts}>
          <MarkStyles
            chosen={settings.style}
            inPrint={PRINTS_MARKS ? settings.print : undefined}
            t={t}
            onChoose={(style) => prefer({ style })}
            onPrint={(print) => prefer({ print })}
          />
          <OpeningChoice {...settings} lang={lang} t={t} onChoose={prefer} />
          <section class="page">
            <h2>{t('appearance')}</h2>
            <Choice
              label={t('theme')}
              all={THEMES}
              chosen={settings.theme}
              name={(one) => t(`theme_${one}`)}
              onChoose={(theme) => prefer({ theme })}
            />
            <Choice
              label={t('cardWidth')}
              all={CARD_WIDTHS}
              chosen={settings.width}
              name={(one) => t(`width_${one}`)}
              onChoose={(width) => prefer({ width })}
            />
            <Choice
              label={t('cardLanguage')}
              all={LANGUAGES}
              chosen={settings.language}
              name={(one) => (one === '' ? t('browserLanguage') : (languages.of(one) ?? one))}
              onChoose={(language) => prefer({ language })}
            />
          </section>
          <section class="page">
            <h2>{t('behaviour')}</h2>
            <label class="choice-row">
              <span>{t('markEverywhere')}</span>
              <input
                type="checkbox"
                name="enabled"
                checked={settings.enabled}
                onChange={({ currentTarget }) => prefer({ enabled: currentTarget.checked })}
              />
            </label>
            <label class="choice-row">
              <span>{t('fading')}</span>
              <input
                type="checkbox"
                name="fading"
                checked={settings.fading}
                onChange={({ currentTarget }) => prefer({ fading: currentTarget.checked })}
              />
            </label>
            <Choice
              label={t('density')}
              all={DENSITIES}
              chosen={settings.density}
              name={(one) => t(`density_${one}`)}
              onChoose={(density) => prefer({ density })}
            />
          </section>
          <Sites sites={settings.sites} t={t} />
          <Corrections />
          <ChooseBackup />
          <Shortcuts t={t} />
          <Data held={held} settings={settings} lang={lang} t={t} />
          <About t={t} />
        </div>
      )}
    </main>
  );
}
