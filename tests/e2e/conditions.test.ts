/** Cards for readers of other languages, of calm motion and of their own colours, in both browsers: one launch for two of these. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inBothBrowsers } from '../support/reading.ts';
import { hanSentences, leftwardSentences } from './sentences/conditions.ts';

/** Firefox goes by its language packs, which this machine may not have: there our English words are those of the language. */
const speaking = (locale: string) => (extensionDir: string) => {
  const manifest = JSON.parse(readFileSync(path.join(extensionDir, 'manifest.json'), 'utf8'));
  if (manifest.browser_specific_settings)
    cpSync(path.join(extensionDir, '_locales', locale), path.join(extensionDir, '_locales/en'), {
      recursive: true,
    });
};

inBothBrowsers(leftwardSentences, {
  alter: speaking('ar'),
  launch: { locale: 'ar', reducedMotion: true },
});
inBothBrowsers(hanSentences, {
  alter: speaking('zh_CN'),
  launch: { locale: 'zh-CN', forcedColors: true },
});
