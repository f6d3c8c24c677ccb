/** The sample article against the list of what a careful reader would want marked in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openLexicon } from '../../src/core/gazetteer/lexicon.ts';
import { loadPack } from '../../src/tools/pack/load-pack.ts';
import { spotText } from '../../src/tools/spot/spot-file.ts';

const ASSETS = path.join(path.dirname(new URL(import.meta.url).pathname), '../../assets');
const read = (name: string) => readFileSync(path.join(ASSETS, 'welcome', name), 'utf8');

test('the sample article is marked as a careful reader would mark it', async () => {
  const { compiled } = await loadPack(path.join(ASSETS, 'packs/internet-governance'));
  assert.ok(compiled);
  const expected: { readonly mentions: readonly { readonly surface: string; readonly entity: string }[] } =
    JSON.parse(read('article-expected.json'));
  const lexicon = openLexicon(compiled.gazetteer, compiled.tables);
  const found = spotText(read('article.html'), [lexicon], { html: true });
  const wanted = expected.mentions.map(({ surface, entity }) => `${surface}=${entity}`).sort();
  const marked = found
    .map(({ surface, entity }) => `${surface.replace(/\s+/g, ' ')}=${entity.split(':')[1]}`)
    .sort();
  assert.deepEqual(without(marked, wanted), [], 'marked, though nobody wants it');
  assert.deepEqual(without(wanted, marked), [], 'wanted, and not marked');
});

/** The items of `a` that `b` has not, counted. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
