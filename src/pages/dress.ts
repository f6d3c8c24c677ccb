/** What all pages of ours do at first: they take the reader's language and theme, and follow when the theme is changed. */
import { directionOf } from '../core/card/languages.ts';
import { words } from '../platform/i18n.ts';
import { report } from '../platform/report.ts';
import { readSettings } from '../storage/settings.ts';
import { followStored } from './use-settings.ts';

export function dress(): void {
  const { documentElement: root } = document;
  root.lang = words('wordsLanguage');
  root.dir = directionOf(root.lang);
  followStored(() => {
    readSettings().then(
      ({ theme }) => {
        root.style.colorScheme = theme === 'system' ? '' : theme;
      },
      (error) => report('choosing a theme', error),
    );
  });
}
