/** What a card does once it stands there, in both browsers: it leads on, stays, and is moved. */
import { inBothBrowsers } from '../support/reading.ts';
import { contentSentences } from './sentences/card-content.ts';
import { intentSentences } from './sentences/card-intent.ts';
import { openingSentences } from './sentences/card-opening.ts';
import { pinSentences } from './sentences/card-pins.ts';
import { placeSentences } from './sentences/card-places.ts';
import { stateSentences } from './sentences/card-states.ts';
import { stepSentences } from './sentences/card-steps.ts';

inBothBrowsers((reading) => {
  contentSentences(reading);
  intentSentences(reading);
  openingSentences(reading);
  stateSentences(reading);
  stepSentences(reading);
  pinSentences(reading);
  placeSentences(reading);
});
