/// <reference lib="dom" />
/** All notes on one page: grouped, found, changed, selected and deleted; and nothing that a note says is ever run. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clickOn, type NotesPages, openNotesPage, rowsOf, shown } from '../../support/notes-page.ts';
import { htmlPage, type Reading, textOf } from '../../support/reading.ts';
import { manyNotes, sampleNote } from '../../support/sample-notes.ts';

const STORY = 'http://notes-list.test/story.html';
const QUOTE = 'a passage that stands far below the fold of this page';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;

const SOME = [
  sampleNote('note-one', {
    body: 'Of *openness*.',
    tags: ['policy', 'open'],
    created: at(9),
    modified: at(9),
    target: { url: STORY, title: 'A story' },
  }),
  sampleNote('note-two', {
    body: '网络主权是什么？',
    tags: ['policy'],
    colour: 'green',
    created: at(8),
    modified: at(8),
    target: { url: `${STORY}?utm_source=feed`, title: 'A story' },
  }),
  sampleNote('note-three', {
    body: 'О суверенитете государства.',
    created: at(7),
    modified: at(7),
    target: { url: 'http://notes-list.test/other.html', title: 'Another story' },
  }),
  sampleNote('note-four', {
    kind: 'passage',
    body: 'عن السيادة الرقمية',
    created: at(6),
    modified: at(6),
    target: {
      url: STORY,
      title: 'A story',
      selectors: [{ type: 'TextQuoteSelector', exact: QUOTE, prefix: 'Here is ', suffix: ', and no more' }],
    },
    orphan: { reason: 'gone', since: at(9) },
  }),
];

export function notesListSentences(reading: Reading): void {
  describe('the page of all notes', () => {
    let pages: NotesPages;
    before(async () => {
      reading.site.page(
        STORY,
        htmlPage('A story', `${'<p>Other words.</p>'.repeat(200)}<p>Here is ${QUOTE}, and no more.</p>`),
      );
      pages = await openNotesPage(reading);
    });
    after(() => pages?.close());

    const search = async (query: string) => {
      await clickOn(pages.list, 'input[type=search]');
      await pages.list.press('Control+a');
      if (query === '') await pages.list.press('Delete');
      else await pages.list.type(query);
    };
    const noteRows = async () => (await rowsOf(pages.list)).filter((row) => !row.startsWith('#'));

    test('groups notes by page, tag and day', async () => {
      await pages.become(SOME);
      assert.deepEqual(await rowsOf(pages.list), [
        '#A story',
        'Of openness.',
        '网络主权是什么？',
        'عن السيادة الرقمية',
        '#Another story',
        'О суверенитете государства.',
      ]);
      await clickOn(pages.list, '.choice', 'Tags');
      await shown(pages.list, 5);
      const byTag = await rowsOf(pages.list);
      assert.deepEqual(
        byTag.filter((row) => row.startsWith('#')),
        ['#open', '#policy', '#Without a tag'],
      );
      await clickOn(pages.list, '.choice', 'Days');
      await shown(pages.list, 4);
      assert.equal((await rowsOf(pages.list)).filter((row) => row.startsWith('#')).length, 4);
      await clickOn(pages.list, '.choice', 'Pages');
      await shown(pages.list, 4);
    });

    const SEARCHES = [
      ['open', 'Of openness.'],
      ['主权', '网络主权是什么？'],
      ['суверенитета', 'О суверенитете государства.'],
      ['سيادة', 'عن السيادة الرقمية'],
      ['below the fold', 'عن السيادة الرقمية'],
    ] as const;
    for (const [query, body] of SEARCHES)
      test(`finds "${query}" as it is typed`, async () => {
        await pages.become(SOME);
        await search(query);
        await shown(pages.list, 1);
        assert.deepEqual(await noteRows(), [body]);
        await search('');
        await shown(pages.list, 4);
      });

    test('says so when nothing has the words', async () => {
      await search('nowhere at all');
      await pages.list.waitFor(async () => (await textOf(pages.list)).includes('No note has these words.'), {
        what: 'the words for no find',
      });
      await clickOn(pages.list, '.text-button', 'Show all notes');
      await shown(pages.list, 4);
    });

    test('shows what was not found on its page, with its quote and the reason', async () => {
      await clickOn(pages.list, '.choice', 'Passage not found: 1');
      await shown(pages.list, 1);
      const about = await pages.list.evaluate(() => document.querySelector('.about')?.textContent ?? '');
      assert.ok(about.includes(QUOTE));
      assert.match(about, /no longer on the page/);
      await clickOn(pages.list, '.text-button', 'Show all notes');
      await shown(pages.list, 4);
    });

    test('changes a note in its place, in all tabs at once, and keeps what it said', async () => {
      const other = await reading.reader.extensionPage('pages/library.html');
      await shown(other, 4);
      await pages.list.bringToFront();
      await clickOn(pages.list, '[data-note=note-one] .edit-note');
      await pages.list.waitFor(
        () => pages.list.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'),
        {
          what: 'the focus in the text',
        },
      );
      await pages.list.press('Control+a');
      await pages.list.type('Of **closeness**.');
      await clickOn(pages.list, '[role=combobox]');
      await pages.list.type('pol');
      await pages.list.press('Backspace');
      await pages.list.type('p');
      await pages.list.press('Enter');
      await clickOn(pages.list, '.edit .swatch', 'Blue');
      await pages.list.press('Control+Enter');
      const says = () =>
        other.evaluate(() => document.querySelector('[data-note=note-one] strong')?.textContent);
      await other.waitFor(async () => (await says()) === 'closeness', {
        what: 'the change in the other tab',
      });
      const note = (await pages.kept()).find(({ id }) => id === 'note-one');
      assert.equal(note?.body, 'Of **closeness**.');
      assert.deepEqual(note?.tags, ['policy', 'open', 'pop']);
      assert.equal(note?.colour, 'blue');
      assert.equal(note?.versions[0]?.body, 'Of *openness*.');
      await pages.list.waitFor(
        () => pages.list.evaluate(() => document.activeElement?.className.includes('edit-note')),
        { what: 'the focus where the change began' },
      );
      await other.close();
    });

    test('completes a tag from those there are', async () => {
      await pages.become(SOME);
      await clickOn(pages.list, '[data-note=note-three] .edit-note');
      await clickOn(pages.list, '[role=combobox]');
      await pages.list.type('pol');
      await pages.list.press('ArrowDown');
      const active = await pages.list.evaluate(() => {
        const field = document.querySelector('[role=combobox]');
        const id = field?.getAttribute('aria-activedescendant');
        return id ? document.getElementById(id)?.textContent : null;
      });
      assert.equal(active, 'policy');
      await pages.list.press('Enter');
      await pages.list.press('Control+Enter');
      await pages.list.waitFor(
        async () => (await pages.kept()).find(({ id }) => id === 'note-three')?.tags.join() === 'policy',
        { what: 'the tag on the note' },
      );
    });

    test('deletes what is selected, by the keyboard alone, and brings it back', async () => {
      await pages.become(SOME);
      await pages.list.evaluate(() => document.querySelector<HTMLElement>('.pick')?.focus());
      await pages.list.press('Space');
      await pages.list.press('Shift+ArrowDown');
      await pages.list.waitFor(
        () => pages.list.evaluate(() => document.querySelectorAll('.pick:checked').length === 2),
        { what: 'two notes selected' },
      );
      await pages.list.press('Delete');
      await shown(pages.list, 2);
      await pages.list.waitFor(
        () => pages.list.evaluate(() => document.activeElement?.closest('.toast') !== null),
        { what: 'the focus on the way back' },
      );
      await pages.list.press('Enter');
      await shown(pages.list, 4);
      assert.deepEqual(
        (await pages.kept()).map((note) => JSON.stringify(note)).toSorted(),
        SOME.map((note) => JSON.stringify(note)).toSorted(),
        'to the letter',
      );
    });

    test('gives an earlier text back, and keeps the one it had', async () => {
      const versions = [{ body: 'As it was.', tags: [], colour: 'pink', modified: at(1) }] as const;
      await pages.become([sampleNote('note-old', { body: 'As it is.', versions })]);
      await clickOn(pages.list, '.earlier summary');
      await clickOn(pages.list, '.earlier .text-button');
      await pages.list.waitFor(async () => (await noteRows()).join() === 'As it was.', {
        what: 'the earlier text',
      });
      const [note] = await pages.kept();
      assert.equal(note?.colour, 'pink');
      assert.deepEqual(
        note?.versions.map(({ body }) => body),
        ['As it is.', 'As it was.'],
      );
    });

    test('opens a page at the passage', async () => {
      await pages.become(SOME);
      await clickOn(pages.list, '[data-note=note-four] a.icon-button');
      const page = await pages.list.waitFor(
        async () => (await reading.reader.pages()).find(({ url }) => url.startsWith(STORY)),
        { what: 'the page in a tab of its own' },
      );
      await page.waitFor(() => page.evaluate(() => scrollY > 1_000), { what: 'the passage in view' });
      await page.close();
    });

    test('shows HTML in a note as characters, and loads and runs nothing', async () => {
      const evil =
        '<script>window.ran = 1</script><img src="http://evil.test/x.png" onerror="window.ran = 1">\n\n![p](http://evil.test/y.png) [l](javascript:window.ran=1)';
      await pages.become([
        sampleNote('note-evil', {
          body: evil,
          tags: ['<b>tag</b>'],
          target: { url: 'javascript:window.ran=1', title: '<i>title</i>' },
        }),
      ]);
      const found = await pages.list.evaluate(() => ({
        elements: document.querySelectorAll('main :is(script, img, i, b, iframe)').length,
        links: [...document.querySelectorAll('.rows a')].map((link) => link.getAttribute('href')),
        ran: 'ran' in window,
      }));
      assert.deepEqual(found, { elements: 0, links: ['http://evil.test/y.png'], ran: false });
      assert.match((await noteRows()).join(), /<script>window\.ran = 1<\/script>/);
      assert.deepEqual(reading.site.outside, []);
    });

    test('shows a note of 1 MB, one with 10,000 tags and an address of 20 kB without being held up', async () => {
      await pages.become([
        sampleNote('note-long', { body: 'word *a_ '.repeat(120_000) }),
        sampleNote('note-tags', { tags: Array.from({ length: 10_000 }, (_, i) => `tag ${i}`) }),
        sampleNote('note-address', { target: { url: `http://long.test/${'x'.repeat(20_000)}`, title: '' } }),
      ]);
      const size = await pages.list.evaluate(() => ({
        letters: document.querySelector('.rows')?.textContent?.length ?? 0,
        wide: document.documentElement.scrollWidth > innerWidth,
      }));
      assert.ok(size.letters < 8_000, `${size.letters} letters`);
      assert.equal(size.wide, false, 'nothing stands beyond the edge');
      await clickOn(pages.list, '.text-button', 'Show the whole note');
      await pages.list.waitFor(
        () =>
          pages.list.evaluate(() => (document.querySelector('.rows')?.textContent?.length ?? 0) > 1_000_000),
        { what: 'the whole note' },
      );
    });

    test('keeps few of many rows in the document, and comes to the last', async () => {
      await pages.become(manyNotes(2_000));
      const rows = () => pages.list.evaluate(() => document.querySelectorAll('.row-of-list').length);
      assert.ok((await rows()) < 60);
      await pages.list.evaluate(() => document.querySelector<HTMLElement>('.pick')?.focus());
      await pages.list.waitFor(
        () =>
          pages.list.evaluate(() => {
            document.querySelector('.rows')?.scrollIntoView({ block: 'end', behavior: 'instant' });
            return document.querySelector('[aria-posinset="2000"]') !== null;
          }),
        { what: 'the last note' },
      );
      assert.ok((await rows()) < 60);
      const focus = await pages.list.evaluate(
        () => document.activeElement?.closest('article')?.getAttribute('aria-posinset') ?? '',
      );
      assert.equal(focus, '1', 'the focus stays where it was');
    });
  });
}
