/** What no pack and no page should do, and some do, in both browsers: entities that strain a card, and places that have no room. */
import { after } from 'node:test';
import { assertNothingLeft, inBothBrowsers } from '../support/reading.ts';
import { addStrainedPack } from '../support/strained-pack.ts';
import { badEntitySentences } from './sentences/bad-entities.ts';
import { badPlaceSentences } from './sentences/bad-places.ts';
import { zoomSentences } from './sentences/zoomed-in.ts';

inBothBrowsers(
  (reading) => {
    badEntitySentences(reading);
    badPlaceSentences(reading);
    zoomSentences(reading);
    after(() => assertNothingLeft(reading.site));
  },
  { alter: addStrainedPack },
);
