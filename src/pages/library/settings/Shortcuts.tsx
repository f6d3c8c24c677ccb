/** The keys as the browser has them now, and the way to its own page for them. */
import { browser } from '../../../platform/browser.ts';
import { report } from '../../../platform/report.ts';
import { TextButton } from '../../../ui/Buttons.tsx';
import { useEffect, useState } from '../../../ui/hooks.ts';
import type { Translate } from '../../../ui/words.ts';

interface Command {
  readonly name?: string;
  readonly description?: string;
  readonly shortcut?: string;
}

/** Firefox has a way to its page of keys; Chromium's has an address. */
function openKeys(): Promise<unknown> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  return openShortcutSettings?.() ?? browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

export function Shortcuts({ t }: { readonly t: Translate }) {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => {
    browser.commands.getAll().then(setCommands, (error) => report('reading keys', error));
  }, []);
  return (
    <section class="page">
      <h2>{t('shortcuts')}</h2>
      {commands.map(({ name, description, shortcut }) => (
        <p key={name} class="choice-row">
          <span>{description || t('actionTitle')}</span>
          <kbd>{shortcut || t('noKey')}</kbd>
        </p>
      ))}
      <TextButton onClick={() => openKeys().catch((error) => report('opening keys', error))}>
        {t('changeKeys')}
      </TextButton>
    </section>
  );
}
