/**
 * Search as you type. Each note has its search form, made once; a search looks through all of them, in slices, so that the
 * page stays free while the forms of 50,000 notes are made for the first time.
 */
import { quoteOf } from '../../../core/formats/note-pages.ts';
import type { Note } from '../../../core/model.ts';
import { hasAll, searchForm, wantedForms } from '../../../core/text/search-form.ts';

/** Milliseconds of work between two looks at whether something else is waiting. */
const SLICE = 12;

export interface NoteSearch {
  /** Where the notes stand that have all words of the query, in their order; null when `signal` came first. */
  find(notes: readonly Note[], query: string, signal: AbortSignal): Promise<readonly number[] | null>;
  /** Makes the forms that are still missing, before somebody searches. */
  prepare(notes: readonly Note[], signal: AbortSignal): Promise<void>;
  /** Names have come of what notes are about. */
  renamed(): void;
}

/** What was made ready for a search through these notes. */
interface Ready {
  readonly notes: readonly Note[];
  /** Forms in the order of the notes: 50,000 are read faster side by side than from a map. */
  readonly forms: string[];
  /** What was found last, to be narrowed by the next letter. */
  last?: { readonly wanted: readonly string[]; readonly places: readonly number[] };
}

/** `labelOf` answers the name of what a note is about. */
export function searchNotes(labelOf: (note: Note) => string): NoteSearch {
  /** Forms without names, which may come late. */
  const forms = new WeakMap<Note, string>();
  let ready: Ready = { notes: [], forms: [] };

  function formOf(note: Note): string {
    let form = forms.get(note);
    if (form === undefined) {
      const { body, tags, target } = note;
      form = searchForm([body, tags.join(' '), quoteOf(note), target.title, target.url].join('\n'));
      forms.set(note, form);
    }
    const label = labelOf(note);
    return label === '' ? form : `${form}\n${searchForm(label)}`;
  }

  async function prepare(notes: readonly Note[], signal: AbortSignal): Promise<Ready | null> {
    if (ready.notes !== notes) ready = { notes, forms: [] };
    const own = ready;
    const isThrough = await inSlices(own.forms.length, notes.length, signal, (at) => {
      const note = notes[at];
      if (note) own.forms[at] ??= formOf(note);
    });
    return isThrough ? own : null;
  }

  return {
    async find(notes, query, signal) {
      const own = await prepare(notes, signal);
      if (!own) return null;
      const { forms, last } = own;
      const wanted = wantedForms(query);
      // A letter more finds no other notes than were found without it.
      const isNarrower = last?.wanted.every((word) => wanted.some((longer) => longer.includes(word)));
      const before = isNarrower ? last?.places : undefined;
      const places: number[] = [];
      const isThrough = await inSlices(0, before?.length ?? notes.length, signal, (i) => {
        const at = before?.[i] ?? i;
        if (hasAll(forms[at] ?? '', wanted)) places.push(at);
      });
      if (!isThrough) return null;
      own.last = { wanted, places };
      return places;
    },
    async prepare(notes, signal) {
      await prepare(notes, signal);
    },
    renamed() {
      ready = { notes: [], forms: [] };
    },
  };
}

/** Does some work for each number from `begin` up to `end`; answers whether it came there. */
async function inSlices(
  begin: number,
  end: number,
  signal: AbortSignal,
  work: (i: number) => void,
): Promise<boolean> {
  let limit = performance.now() + SLICE;
  for (let i = begin; i < end; i++) {
    work(i);
    // The clock is asked now and then: that costs as much as a short note does.
    if (i % 64 !== 0 || performance.now() < limit) continue;
    await nextTask();
    if (signal.aborted) return false;
    limit = performance.now() + SLICE;
  }
  return !signal.aborted;
}

/** After whatever waits already: a key, a frame. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
