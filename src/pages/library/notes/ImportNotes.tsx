/** Notes from a file: first it is told what will happen, then it happens, all of it or nothing. */
import type { Problem } from '../../../core/formats/read-notes.ts';
import type { Note } from '../../../core/model.ts';
import { report } from '../../../platform/report.ts';
import { Folded } from '../../../ui/Folded.tsx';
import { useState } from '../../../ui/hooks.ts';
import type { MessageKey, Translate } from '../../../ui/words.ts';
import { Dialog } from './Dialog.tsx';
import type { HeldNotes } from './held-notes.ts';
import { type ImportError, type ImportRead, planned, readImport } from './read-import.ts';
import type { Done } from './taking-back.ts';

interface ImportNotesProps {
  readonly held: HeldNotes;
  readonly lang: string;
  readonly t: Translate;
  readonly onClose: () => void;
  /** How many notes were written, and what can be taken back. */
  readonly onImported: (count: number, done: Done) => void;
}

type State =
  | { readonly is: 'choosing' | 'reading' | 'writing' }
  | { readonly is: 'failed'; readonly why: ImportError | 'not-written' }
  | { readonly is: 'read'; readonly read: Extract<ImportRead, { ok: true }> };

export function ImportNotes({ held, lang, t, onClose, onImported }: ImportNotesProps) {
  const [state, setState] = useState<State>({ is: 'choosing' });
  const [name, setName] = useState('');
  const take = async (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    setState({ is: 'reading' });
    await painted();
    const read = await readImport(file, new Date());
    setState(read.ok ? { is: 'read', read } : { is: 'failed', why: read.error });
  };
  const write = async (notes: readonly Note[], close: () => void) => {
    setState({ is: 'writing' });
    await painted();
    try {
      // Planned anew: the notes may have changed since the preview.
      const { added, changed } = planned(held.all() ?? [], notes);
      onImported(
        added.length + changed.length,
        await held.change({ put: [...added, ...changed], remove: [] }),
      );
      close();
    } catch (error) {
      report('importing notes', error);
      setState({ is: 'failed', why: 'not-written' });
    }
  };
  return (
    <Dialog title={t('importNotes')} t={t} onClose={onClose}>
      {(close) => (
        <>
          <p class="quiet">{t('importHint')}</p>
          <p class="choose-file">
            <label>
              {t('chooseFile')}
              <input
                type="file"
                class="unseen"
                accept=".jsonld,.json,application/json,application/ld+json"
                disabled={state.is === 'reading' || state.is === 'writing'}
                onChange={({ currentTarget }) => {
                  take(currentTarget.files?.[0]);
                  // So that the same file can be chosen again once it has been mended.
                  currentTarget.value = '';
                }}
              />
            </label>
            <bdi>{name}</bdi>
          </p>
          <div role="status">
            {state.is === 'reading' && <p>{t('importReading')}</p>}
            {state.is === 'writing' && <p>{t('importWriting')}</p>}
            {state.is === 'failed' && (
              <p class="failure">{t(`import_${state.why.replaceAll('-', '_')}` as MessageKey)}</p>
            )}
            {state.is === 'read' && (
              <Preview
                read={state.read}
                own={held.all() ?? []}
                lang={lang}
                t={t}
                onImport={() => write(state.read.notes, close)}
              />
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

interface PreviewProps {
  readonly read: Extract<ImportRead, { ok: true }>;
  readonly own: readonly Note[];
  readonly lang: string;
  readonly t: Translate;
  readonly onImport: () => void;
}

/** What the import will do, in numbers, and what of the file it cannot take. */
function Preview({ read: { notes, problems }, own, lang, t, onImport }: PreviewProps) {
  const { added, changed, same } = planned(own, notes);
  const numbers = new Intl.NumberFormat(lang);
  const lost = problems.filter(({ taken }) => !taken).length;
  const rows = [
    ['importAdded', added.length],
    ['importChanged', changed.length],
    ['importSame', same],
    ['importLost', lost],
  ] as const;
  return (
    <>
      <dl class="figures">
        {rows
          .filter(([key, count]) => count > 0 || key === 'importAdded')
          .map(([key, count]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{numbers.format(count)}</dd>
            </div>
          ))}
      </dl>
      {problems.length > 0 && (
        <>
          <h3>{t('importProblems')}</h3>
          <Folded all={problems} shown={5} more={(count) => t('moreProblems', numbers.format(count))}>
            {(shown) => (
              <ul class="problems">
                {shown.slice(0, MOST_PROBLEMS).map((problem) => (
                  <li key={`${problem.number} ${problem.path} ${problem.reason}`}>
                    {problemWords(problem, numbers, t)}
                  </li>
                ))}
              </ul>
            )}
          </Folded>
        </>
      )}
      {added.length + changed.length > 0 ? (
        <div class="deeds">
          <button type="button" class="primary" onClick={onImport}>
            {t('importDo', numbers.format(added.length + changed.length))}
          </button>
        </div>
      ) : (
        <p>{t('importNothing')}</p>
      )}
    </>
  );
}

/** Lines of problems in the document at the most: a file may be nothing else. */
const MOST_PROBLEMS = 1_000;

function problemWords({ number, path, reason, taken }: Problem, numbers: Intl.NumberFormat, t: Translate) {
  const place = t(reason === 'cut-off' ? 'importLine' : 'importRecord', numbers.format(number));
  const why = t(`problem_${reason.replaceAll('-', '_')}` as MessageKey);
  return (
    <>
      {place}
      {path && (
        <>
          {' '}
          <code dir="ltr">{path}</code>
        </>
      )}
      {': '}
      {why} {!taken && reason !== 'cut-off' && t('problemLost')}
    </>
  );
}

/** Once the browser has shown what was drawn, before work that holds it up. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
