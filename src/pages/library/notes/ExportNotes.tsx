/** Which notes are to leave, and in which format. */
import type { Note } from '../../../core/model.ts';
import { report } from '../../../platform/report.ts';
import { useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';
import { saveFile } from '../../save-file.ts';
import { Dialog } from './Dialog.tsx';
import { exportFile, FORMATS, type Format } from './export-notes.ts';
import type { HeldNotes } from './held-notes.ts';

interface ExportNotesProps {
  readonly held: HeldNotes;
  readonly all: readonly Note[];
  /** What is to be seen, and what is selected of it. */
  readonly shown: readonly Note[];
  readonly selected: readonly Note[];
  readonly lang: string;
  readonly t: Translate;
  readonly onClose: () => void;
}

type Which = 'all' | 'shown' | 'selected';

export function ExportNotes({ held, all, shown, selected, lang, t, onClose }: ExportNotesProps) {
  const sets: Readonly<Record<Which, readonly Note[]>> = { all, shown, selected };
  const offered = (['selected', 'shown', 'all'] as const).filter(
    (which) => sets[which].length > 0 && (which === 'all' || sets[which].length < all.length),
  );
  const [which, setWhich] = useState<Which>(offered[0] === 'selected' ? 'selected' : 'all');
  const [format, setFormat] = useState<Format>('jsonld');
  const [isFailed, setFailed] = useState(false);
  const save = async (): Promise<boolean> => {
    try {
      const what = { notes: sets[which], labelOf: held.labelOf, title: t('notes'), lang, now: new Date() };
      const { name, type, content } = await exportFile(format, what);
      saveFile(name, type, [content]);
    } catch (error) {
      report('exporting notes', error);
      setFailed(true);
      return false;
    }
    // Only of this format can all be had back.
    if (which === 'all' && format === 'jsonld')
      held.exported().catch((error) => report('keeping the time of an export', error));
    return true;
  };
  const count = (notes: readonly Note[]) => new Intl.NumberFormat(lang).format(notes.length);
  return (
    <Dialog title={t('exportNotes')} t={t} onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save().then((isSaved) => isSaved && close());
          }}
        >
          <fieldset class="options">
            <legend class="unseen">{t('exportWhich')}</legend>
            {offered.map((one) => (
              <label key={one}>
                <input type="radio" name="which" checked={which === one} onChange={() => setWhich(one)} />
                {t(`export_${one}`, count(sets[one]))}
              </label>
            ))}
          </fieldset>
          <fieldset class="options">
            <legend>{t('exportFormat')}</legend>
            {FORMATS.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="format"
                  value={one}
                  checked={format === one}
                  onChange={() => setFormat(one)}
                />
                {t(`format_${one}`)}
              </label>
            ))}
          </fieldset>
          {isFailed && (
            <p class="failure" role="alert">
              {t('exportFailed')}
            </p>
          )}
          <div class="deeds">
            <button type="submit" class="primary">
              {t('saveFile')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
