/** What the reader has called wrong, the newest first: each can be taken back, all can be carried to another browser in a file. */

import { formatMoment } from '../core/card/dates.ts';
import type { Correction, CorrectionScope } from '../core/spotting/corrections.ts';
import { Icon } from './Icon.tsx';
import { Deleted } from './Notes.tsx';
import type { Translate } from './words.ts';

export interface CorrectionsListProps {
  readonly corrections: readonly Correction[];
  /** The name of the entity that a correction is about; '' where no pack has it. */
  readonly labelOf: (correction: Correction) => string;
  /** The one taken back last, with a way to put it back. */
  readonly removed: Correction | null;
  /** What came of the last file: shown, and said by screen readers. */
  readonly status: string;
  readonly lang: string;
  readonly t: Translate;
  readonly onRemove: (correction: Correction) => void;
  readonly onUndo: () => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
}

export function CorrectionsList(props: CorrectionsListProps) {
  const { corrections, removed, status, t } = props;
  return (
    <section class="page corrections" aria-labelledby="corrections">
      <h2 id="corrections">{t('corrections')}</h2>
      <p class="said">{t('correctionsHint')}</p>
      <ul>
        {corrections.toReversed().map((correction) => (
          <Item key={JSON.stringify(correction)} correction={correction} {...props} />
        ))}
      </ul>
      {removed && <Deleted t={t} said={t('correctionRemoved')} onUndo={props.onUndo} />}
      <p class="files">
        {corrections.length > 0 && (
          <button type="button" class="text-button" name="export" onClick={props.onExport}>
            {t('exportCorrections')}
          </button>
        )}
        <label class="text-button">
          {t('importCorrections')}
          <input
            type="file"
            class="unseen"
            accept=".json,application/json"
            onChange={({ currentTarget: input }) => {
              const file = input.files?.[0];
              if (file) props.onImport(file);
              input.value = ''; // the same file can be chosen again
            }}
          />
        </label>
      </p>
      <p class="said" role="status">
        {status}
      </p>
    </section>
  );
}

function Item({
  correction,
  labelOf,
  lang,
  t,
  onRemove,
}: CorrectionsListProps & { readonly correction: Correction }) {
  const label = labelOf(correction);
  return (
    <li>
      <div>
        <p>
          <bdi class="surface">{correction.surface}</bdi>
          {label && label !== correction.surface && (
            <>
              {' · '}
              <bdi>{label}</bdi>
            </>
          )}
        </p>
        <p class="address">
          <bdi>{placeOf(correction.scope, t)}</bdi> ·{' '}
          <time dateTime={correction.at}>{formatMoment(correction.at, lang)}</time>
        </p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={`${t('markAgain')}: ${correction.surface}`}
        title={t('markAgain')}
        onClick={() => onRemove(correction)}
      >
        <Icon name="remove" />
      </button>
    </li>
  );
}

function placeOf(scope: CorrectionScope, t: Translate): string {
  if (scope.kind === 'everywhere') return t('everywhere');
  return scope.kind === 'site' ? scope.site : scope.page.replace(/^https?:\/\//, '');
}
