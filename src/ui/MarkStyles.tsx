/** A choice of how marks look, each shown on a sample, and of whether they are printed. */
import { MARK_STYLES, type MarkStyle } from '../core/model.ts';
import type { Translate } from './words.ts';

export interface MarkStylesProps {
  readonly chosen: MarkStyle;
  readonly t: Translate;
  readonly onChoose: (style: MarkStyle) => void;
  /** Undefined where the browser prints no marks whatever is chosen. */
  readonly inPrint?: boolean | undefined;
  readonly onPrint?: (print: boolean) => void;
}

export function MarkStyles({ chosen, t, onChoose, inPrint, onPrint }: MarkStylesProps) {
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
      {inPrint !== undefined && (
        <label class="wide">
          <input
            type="checkbox"
            name="print"
            checked={inPrint}
            onChange={({ currentTarget }) => onPrint?.(currentTarget.checked)}
          />
          {t('marksInPrint')}
        </label>
      )}
    </fieldset>
  );
}
