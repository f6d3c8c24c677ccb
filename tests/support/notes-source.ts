/// <reference lib="dom" />
/**
 * A page for a copy of the build that puts notes where the notes page finds them, by the project's own storage: the tests call what
 * stands here under `notesSource`. It is bundled by the test that needs it and is part of no build.
 */
import MiniSearch from 'minisearch';
import type { Note, Selector } from '../../src/core/model.ts';
import { searchForm } from '../../src/core/text/search-form.ts';
import { openNotes } from '../../src/storage/notes-db.ts';
import { manyNotes } from './sample-notes.ts';

const api = (
  globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
).chrome;

/** As our pages announce what they have changed. */
async function announce(): Promise<void> {
  await api.runtime.sendMessage({
    tag: 'glossator',
    version: 1,
    to: 'background',
    verb: 'announceNotes',
    params: {},
  });
}

const exactOf = (selector: Selector) => (selector.type === 'TextQuoteSelector' ? selector.exact : '');

/** In ms; of each query the least of five times. */
export interface MiniSearchCost {
  readonly index: number;
  readonly searches: readonly number[];
}

let work: { readonly value: unknown } | null = null;

export const source = {
  /** Begins what takes longer than a driver waits; `done` answers null until it is done. */
  begin(what: 'fill' | 'miniSearch', argument: number | readonly string[]): void {
    work = null;
    // The two go together as the bench calls them.
    const run = source[what] as (given: unknown) => Promise<unknown>;
    run(argument).then((value) => {
      work = { value };
    });
  },

  done: () => work,

  /** Exactly these notes, whatever was there. */
  async become(kept: readonly Note[]): Promise<void> {
    const notes = await openNotes(() => {});
    const ids = new Set(kept.map(({ id }) => id));
    const remove = (await notes.all()).map(({ id }) => id).filter((id) => !ids.has(id));
    await notes.change({ put: kept, remove });
    notes.close();
    await announce();
  },

  /** As many as asked for, on many pages. */
  async fill(count: number): Promise<void> {
    await source.become(manyNotes(count));
  },

  /** What a search costs that goes by an index of MiniSearch: ms to make the index, and of each query. */
  async miniSearch(queries: readonly string[]): Promise<MiniSearchCost> {
    const notes = await source.all();
    const begun = performance.now();
    const index = new MiniSearch<{ id: string; text: string }>({
      fields: ['text'],
      tokenize: (text) => searchForm(text).trim().split(' '),
      processTerm: (term) => term,
    });
    index.addAll(
      notes.map(({ id, body, tags, target }) => ({
        id,
        text: [body, ...tags, target.title, target.url, ...target.selectors.map(exactOf)].join('\n'),
      })),
    );
    const indexed = performance.now() - begun;
    const searches = queries.map((query) => {
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        index.search(query, { prefix: true, combineWith: 'AND' });
        return performance.now() - start;
      });
      return Math.min(...times);
    });
    return { index: indexed, searches };
  },

  async all(): Promise<readonly Note[]> {
    const notes = await openNotes(() => {});
    const all = await notes.all();
    notes.close();
    return all;
  },
};

declare global {
  /** What the proof page offers to the tests that drive it. */
  var notesSource: typeof source;
}
globalThis.notesSource = source;
