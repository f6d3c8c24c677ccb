/** The page's context to take along: copied as Markdown, or saved as a page that reads and prints by itself, with its sources at the end. */
import { report } from '../../platform/report.ts';
import { callBackground } from '../../protocol/call.ts';
import { TextButton } from '../../ui/Buttons.tsx';
import { useState } from '../../ui/hooks.ts';
import type { Translate } from '../../ui/words.ts';
import { saveFile } from '../save-file.ts';

export function Digest({
  tab,
  title,
  t,
}: {
  readonly tab: number;
  readonly title: string;
  readonly t: Translate;
}) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    await navigator.clipboard.writeText(await callBackground('writeDigest', { tab, format: 'markdown' }));
    setSaid(t('copied'));
  };
  const save = async () => {
    const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
    saveFile(`${name}.html`, 'text/html', [await callBackground('writeDigest', { tab, format: 'html' })]);
  };
  const attempt = (work: Promise<void>) => {
    work.catch((error) => {
      report('writing a digest', error);
      setSaid(t('notCopied'));
    });
  };
  return (
    <footer class="tools">
      <TextButton onClick={() => attempt(copy())}>{t('digestCopy')}</TextButton>
      <TextButton onClick={() => attempt(save())}>{t('digestSave')}</TextButton>
      <span class="quiet" role="status">
        {said}
      </span>
    </footer>
  );
}
