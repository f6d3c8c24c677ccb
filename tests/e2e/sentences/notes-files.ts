/// <reference lib="dom" />
/** Notes leave as files and come back: in every format, and from files that are whole, cut off, foreign or none. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import {
  clickOn,
  giveFile,
  type NotesPages,
  openNotesPage,
  rowsOf,
  shown,
} from '../../support/notes-page.ts';
import { type Reading, textOf } from '../../support/reading.ts';
import { FULL_NOTES, manyNotes, sampleNote } from '../../support/sample-notes.ts';

export function notesFileSentences(reading: Reading): void {
  describe('files of notes', () => {
    let pages: NotesPages;
    before(async () => {
      pages = await openNotesPage(reading);
    });
    after(() => pages?.close());

    /** Exports in a format, and answers the name and the bytes of the file that the browser was given. */
    const exported = async (
      format: string,
      open = () => clickOn(pages.list, '.text-button', 'Export notes'),
    ) => {
      // What is saved goes through here; the link itself is not followed, since no driver can see where a download went.
      await pages.list.evaluate(() => {
        const make = URL.createObjectURL;
        const saved = { name: '', bytes: null as number[] | null };
        (window as unknown as { saved: typeof saved }).saved = saved;
        URL.createObjectURL = (blob: Blob) => {
          blob.arrayBuffer().then((buffer) => {
            saved.bytes = [...new Uint8Array(buffer)];
          });
          URL.createObjectURL = make;
          return '#';
        };
        HTMLAnchorElement.prototype.click = function () {
          saved.name = this.download;
        };
      });
      await open();
      await clickOn(pages.list, `input[value=${format}]`);
      await clickOn(pages.list, '.dialog .primary');
      const { name, bytes } = await pages.list.waitFor(
        () =>
          pages.list.evaluate(() => {
            const { saved } = window as unknown as { saved: { name: string; bytes: number[] | null } };
            return saved.bytes && { name: saved.name, bytes: saved.bytes };
          }),
        { what: `a file of ${format}` },
      );
      await noDialog();
      return { name, bytes: Uint8Array.from(bytes ?? []) };
    };
    const noDialog = () =>
      pages.list.waitFor(() => pages.list.evaluate(() => document.querySelector('dialog') === null), {
        what: 'the box to be closed',
      });
    const text = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);
    const dialogSays = (words: string | RegExp) =>
      pages.list.waitFor(
        async () => {
          const said = await pages.list.evaluate(() => document.querySelector('dialog')?.textContent ?? '');
          return (typeof words === 'string' ? said.includes(words) : words.test(said)) && said;
        },
        { what: `"${words}" in the box` },
      );
    const offer = async (name: string, content: string) => {
      await clickOn(pages.list, '.text-button', 'Import notes');
      await giveFile(pages.list, name, content);
    };

    test('what is exported as JSON-LD comes back to the letter', async () => {
      await pages.become(FULL_NOTES);
      const file = await exported('jsonld');
      assert.match(file.name, /^glossator-notes-\d{4}-\d\d-\d\d\.jsonld$/);
      await pages.become([sampleNote('note-other')]);
      await offer(file.name, text(file));
      await dialogSays(/New notes\s*4/);
      await clickOn(pages.list, '.dialog .primary');
      await noDialog();
      await shown(pages.list, 5);
      const kept = new Map((await pages.kept()).map((note) => [note.id, note]));
      for (const note of FULL_NOTES) assert.deepEqual(kept.get(note.id), note);
      await clickOn(pages.list, '.toast .text-button', 'Undo');
      await shown(pages.list, 1);
      assert.deepEqual(
        (await pages.kept()).map(({ id }) => id),
        ['note-other'],
      );
    });

    test('a file taken twice changes nothing', async () => {
      await pages.become(FULL_NOTES);
      const file = await exported('jsonld');
      await offer(file.name, text(file));
      await dialogSays('There is nothing in this file that is not here already.');
      await pages.list.press('Escape');
      await noDialog();
    });

    test('notes leave as Markdown, as a zip of pages, as a table and as a page', async () => {
      await pages.become(FULL_NOTES);
      assert.match(text(await exported('markdown')), /# Cyber "sovereignty", explained/);
      const zip = unzipSync((await exported('zip')).bytes);
      assert.deepEqual(Object.keys(zip).length, 4);
      assert.ok(Object.keys(zip).every((name) => name.endsWith('.md')));
      assert.match(text(await exported('csv')), /^\ufeff?id,kind,page/);
      const html = text(await exported('html'));
      assert.match(html, /&lt;b&gt;not HTML&lt;\/b&gt;/);
      assert.doesNotMatch(html, /<script/);
    });

    test('only what is selected leaves, where that is asked for', async () => {
      await pages.become(FULL_NOTES);
      await clickOn(pages.list, '.pick');
      const file = JSON.parse(text(await exported('jsonld')));
      assert.equal(file.total, 1);
      await clickOn(pages.list, '.text-button', 'Select none');
    });

    test('a file that breaks off gives what stands before, and says where', async () => {
      await pages.become(FULL_NOTES);
      const whole = text(await exported('jsonld'));
      await pages.become([sampleNote('note-other')]);
      await offer('cut.jsonld', whole.slice(0, whole.lastIndexOf('"id"') + 20));
      const said = await dialogSays(/New notes\s*3/);
      assert.match(said, /Line \d+: The file breaks off here/);
      await clickOn(pages.list, '.dialog .primary');
      await shown(pages.list, 4);
    });

    test('annotations of another tool and of Hypothesis are taken, and what cannot be is told with its place', async () => {
      await pages.become([sampleNote('note-other')]);
      const foreign = {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'AnnotationPage',
        items: [
          {
            id: 'http://tool.test/1',
            type: 'Annotation',
            bodyValue: 'From elsewhere',
            target: 'http://a.test/',
          },
          { id: 'http://tool.test/2', type: 'Annotation', bodyValue: 'Of nothing' },
          { id: 'http://tool.test/3', type: 'Person' },
        ],
      };
      await offer('foreign.json', JSON.stringify(foreign));
      const said = await dialogSays(/New notes\s*1/);
      assert.match(said, /Record 2 target: It names no page\. It is left out\./);
      assert.match(said, /Record 3 type: This is no annotation\./);
      await clickOn(pages.list, '.dialog .primary');
      await shown(pages.list, 2);
      assert.ok((await rowsOf(pages.list)).includes('From elsewhere'));
      await offer(
        'hypothesis.json',
        JSON.stringify({
          annotations: [
            { id: 'AbC-1', uri: 'http://b.test/', text: 'Said *there*', tags: ['x'], user: 'me' },
          ],
        }),
      );
      await dialogSays(/New notes\s*1/);
      await clickOn(pages.list, '.dialog .primary');
      await shown(pages.list, 3);
      assert.ok((await rowsOf(pages.list)).includes('Said there'));
    });

    test('a reader is reminded to export after many changes, and no more once all have left', async () => {
      await pages.become(manyNotes(60));
      const isReminded = () => pages.list.evaluate(() => document.querySelector('.reminder') !== null);
      await pages.list.waitFor(isReminded, { what: 'the reminder' });
      await exported('jsonld', () => clickOn(pages.list, '.reminder .primary'));
      await pages.list.waitFor(async () => !(await isReminded()), { what: 'the reminder to go' });
    });

    test('a file of 100 MB is read and told, and nothing is written before that is asked for', async () => {
      await pages.become([sampleNote('note-other')]);
      await clickOn(pages.list, '.text-button', 'Import notes');
      await pages.list.evaluate(() => {
        const body = 'a'.repeat(1_000_000);
        const items = Array.from({ length: 100 }, (_, i) =>
          JSON.stringify({
            id: `urn:x:${i}`,
            type: 'Annotation',
            bodyValue: body,
            target: 'http://big.test/',
          }),
        );
        const files = new DataTransfer();
        files.items.add(new File([`{"type":"AnnotationPage","items":[${items.join()}]}`], 'big.jsonld'));
        const field = document.querySelector<HTMLInputElement>('input[type=file]');
        if (!field) return;
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await dialogSays(/New notes\s*100/);
      await pages.list.press('Escape');
      await noDialog();
      assert.equal((await pages.kept()).length, 1);
    });

    for (const [what, content, words] of [
      ['no JSON', 'Dear reader,', 'This file is not JSON.'],
      ['no notes', '{"hello": "world"}', 'This file holds no notes that can be read here.'],
      [
        'the addresses of notes only',
        '{"type": "AnnotationCollection", "first": "http://c.test/1"}',
        'nothing is fetched from there',
      ],
    ] as const)
      test(`a file of ${what} is refused in words`, async () => {
        const before = await pages.kept();
        await offer('file.json', content);
        await dialogSays(words);
        await pages.list.press('Escape');
        await noDialog();
        assert.deepEqual(await pages.kept(), before);
        assert.ok((await textOf(pages.list)).length > 0);
      });
  });
}
