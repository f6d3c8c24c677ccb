/** Everything without a mouse, and a mouse on a page that is at work, in both browsers. */
import { inBothBrowsers } from '../support/reading.ts';
import { keyboardSentences } from './sentences/keyboard.ts';
import { stallSentences } from './sentences/stalls.ts';
import { touchSentences } from './sentences/touch.ts';

inBothBrowsers((reading) => {
  keyboardSentences(reading);
  touchSentences(reading);
  stallSentences(reading);
});
