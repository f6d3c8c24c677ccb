/** Which Glossator this is, what may be done with it, and what it does with what is read. */
import { browser } from '../../../platform/browser.ts';
import type { Translate } from '../../../ui/words.ts';

export function About({ t }: { readonly t: Translate }) {
  return (
    <section class="page">
      <h2>{t('about')}</h2>
      <p>{t('packVersion', browser.runtime.getManifest().version)}</p>
      <p>{t('privacy')}</p>
      <p class="files">
        <a href="../CHANGELOG.md">{t('whatIsNew')}</a>
        <a href="../LICENSE">{t('licences')}</a>
      </p>
    </section>
  );
}
