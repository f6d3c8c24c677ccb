/** The page of all notes, in both browsers, over notes that stand in the reader's own database. */

import { addNotesSource } from '../support/notes-source-page.ts';
import { inBothBrowsers } from '../support/reading.ts';
import { notesFileSentences } from './sentences/notes-files.ts';
import { notesListSentences } from './sentences/notes-list.ts';

inBothBrowsers(
  (reading) => {
    notesListSentences(reading);
    notesFileSentences(reading);
  },
  { alter: addNotesSource },
);
