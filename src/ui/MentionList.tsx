/** What the toolbar popup shows of a page: how many mentions of which entities, and a switch for this site. */

import type { ComponentChildren } from 'preact';
import { directionOf } from '../core/card/languages.ts';
import { TYPE_ICONS } from '../core/card/type-icons.ts';
import {
  DENSITIES,
  type Density,
  type EntityId,
  type EntityType,
  type LocalText as Texts,
} from '../core/model.ts';
import { TextButton } from './Buttons.tsx';
import { Icon } from './Icon.tsx';
import { LocalText } from './LocalText.tsx';
import { STATE_WORDS } from './page-states.ts';
import { plural, type Translate } from './words.ts';

export interface MentionListProps {
  readonly state: 'ready' | keyof typeof STATE_WORDS;
  /** The site's host name; '' where there is none to switch. */
  readonly site: string;
  readonly total: number;
  readonly entities: readonly {
    readonly entity: EntityId;
    readonly labels: Texts;
    readonly type: EntityType;
    readonly count: number;
  }[];
  readonly lang: string;
  readonly t: Translate;
  readonly onSwitch: (enabled: boolean) => void;
  readonly onOpenNotes: () => void;
  /** False where marks are off everywhere. */
  readonly isOn: boolean;
  readonly density: Density;
  readonly onSwitchAll: (enabled: boolean) => void;
  readonly onDensity: (density: Density) => void;
  readonly onHideMarks: () => void;
  /** Opens the side panel, where the browser has one. */
  readonly onPanel: () => void;
  /** Opens a place on the page to note it as a whole. */
  readonly onNotePage: () => void;
  /** Asks the reader for the right to read pages. */
  readonly onAllow: () => void;
  /** Shows marks again that are hidden on all pages. */
  readonly onShowMarks: () => void;
  /** Given where a mention can be shown on the page: its row is then a button. */
  readonly onReveal?: (entity: EntityId) => void;
}

/** Where nothing of ours can stand on the page. */
const NO_CARD: ReadonlySet<string> = new Set(['unsupported', 'denied']);
/** Entities that stand in the popup; the panel has all. */
const MAIN = 5;
/** Where a switch for the site would change nothing. */
const NO_SWITCH: ReadonlySet<string> = new Set(['unsupported', 'denied', 'hidden']);

/** The popup's whole content. */
export function MentionList(props: MentionListProps) {
  const { state, site, isOn, total, t, onSwitch, onOpenNotes, onAllow } = props;
  return (
    <main class="popup" lang={t('wordsLanguage')} dir={directionOf(t('wordsLanguage'))}>
      {isOn && site !== '' && !NO_SWITCH.has(state) && (
        <Switch isOn={state !== 'off'} onSwitch={onSwitch}>
          {t('markOn')} <bdi>{site}</bdi>
        </Switch>
      )}
      {(!isOn || state === 'off') && (
        <Switch isOn={isOn} onSwitch={props.onSwitchAll}>
          {t('markEverywhere')}
        </Switch>
      )}
      <div class="summary" aria-live="polite">
        {state !== 'ready' && <p class="quiet">{t(STATE_WORDS[state])}</p>}
        {state === 'denied' && (
          <button type="button" class="primary" onClick={onAllow}>
            {t('allowPages')}
          </button>
        )}
        {state === 'hidden' && <TextButton onClick={props.onShowMarks}>{t('showMarks')}</TextButton>}
        {state === 'ready' && total === 0 && <p class="quiet">{t('nothingHere')}</p>}
        {state === 'ready' && total > 0 && <Found {...props} />}
      </div>
      {state === 'ready' && <Choices {...props} />}
      <footer>
        <TextButton onClick={props.onPanel}>{t('openPanel')}</TextButton>
        {!NO_CARD.has(state) && (
          <button type="button" class="text-button" onClick={props.onNotePage}>
            <Icon name="note" />
            {t('notePage')}
          </button>
        )}
        <TextButton onClick={onOpenNotes}>{t('allNotes')}</TextButton>
      </footer>
    </main>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly children: ComponentChildren;
}

function Switch({ isOn, onSwitch, children }: SwitchProps) {
  return (
    <label class="site">
      <span>{children}</span>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}

/** How many marks there are, and whether any. */
function Choices({ density, t, onDensity, onHideMarks, onSwitchAll }: MentionListProps) {
  return (
    <p class="choices">
      <select
        class="field"
        aria-label={t('density')}
        onChange={({ currentTarget: { value } }) =>
          onDensity(DENSITIES.find((one) => one === value) ?? density)
        }
      >
        {DENSITIES.map((one) => (
          <option key={one} value={one} selected={one === density}>
            {t(`density_${one}`)}
          </option>
        ))}
      </select>
      <TextButton onClick={onHideMarks}>{t('hideMarks')}</TextButton>
      <TextButton onClick={() => onSwitchAll(false)}>{t('markNowhere')}</TextButton>
    </p>
  );
}

/** The entities, most often named first. */
function Found({ total, entities, lang, t, onReveal }: MentionListProps) {
  const number = new Intl.NumberFormat(lang);
  return (
    <>
      <h1>
        {plural(t, lang, 'mentions', total)} <small>{plural(t, lang, 'ofEntities', entities.length)}</small>
      </h1>
      {/* biome-ignore lint/a11y/noRedundantRoles: without bullets Safari's reader takes it for no list */}
      <ul class="entities" role="list">
        {entities
          .toSorted((a, b) => b.count - a.count)
          .slice(0, MAIN)
          .map(({ entity, labels, type, count }) => {
            const row = (
              <>
                <Icon path={TYPE_ICONS[type]} />
                <span class="label">
                  <LocalText texts={labels} lang={lang} />
                </span>
                <span class="count" aria-hidden="true">
                  {number.format(count)}
                </span>
                <span class="unseen">{plural(t, lang, 'countOfEntity', count)}</span>
              </>
            );
            return (
              <li key={entity}>
                {onReveal ? (
                  <button type="button" class="row" onClick={() => onReveal(entity)}>
                    {row}
                  </button>
                ) : (
                  <div class="row">{row}</div>
                )}
              </li>
            );
          })}
      </ul>
    </>
  );
}
