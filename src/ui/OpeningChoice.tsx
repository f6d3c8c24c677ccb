/** A choice of what opens a card, and how long the pointer rests first. */
import { DELAYS, type Opening, TRIGGERS } from '../core/model.ts';
import type { Translate } from './words.ts';

export interface OpeningChoiceProps extends Opening {
  /** The reader's language, BCP 47. */
  readonly lang: string;
  readonly t: Translate;
  readonly onChoose: (opening: Opening) => void;
}

export function OpeningChoice({ trigger, delay, lang, t, onChoose }: OpeningChoiceProps) {
  const seconds = new Intl.NumberFormat(lang, { style: 'unit', unit: 'second', unitDisplay: 'short' });
  return (
    <fieldset class="page styles">
      <legend>
        <h2>{t('opening')}</h2>
      </legend>
      {TRIGGERS.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="trigger"
            value={one}
            checked={one === trigger}
            onChange={() => onChoose({ trigger: one, delay })}
          />
          {t(`trigger_${one}`)}
        </label>
      ))}
      {trigger === 'hover' && (
        <label class="wide">
          {t('openingDelay')}
          <input
            type="range"
            name="delay"
            min={DELAYS.least}
            max={DELAYS.most}
            step={50}
            value={delay}
            aria-valuetext={seconds.format(delay / 1000)}
            onChange={({ currentTarget }) => onChoose({ trigger, delay: currentTarget.valueAsNumber })}
          />
          <output>{seconds.format(delay / 1000)}</output>
        </label>
      )}
    </fieldset>
  );
}
