/** A choice of how marks look, each shown on a sample. */
import { MARK_STYLES, type MarkStyle } from '../core/model.ts';
import type { Translate } from './words.ts';

export interface MarkStylesProps {
  readonly chosen: MarkStyle;
  readonly t: Translate;
  readonly onChoose: (style: MarkStyle) => void;
}

export function MarkStyles({ chosen, t, onChoose }: MarkStylesProps) {
  return (
    <fieldset class="page styles">
      <legend>
        <h2>{t('markStyles')}</h2>
      </legend>
      {MARK_STYLES.map((style) => (
        <label key={style}>
          <input
            type="radio"
            name="style"
            value={style}
            checked={style === chosen}
            onChange={() => onChoose(style)}
          />
          <mark class={style}>{t(`markStyle_${style}`)}</mark>
        </label>
      ))}
    </fieldset>
  );
}
