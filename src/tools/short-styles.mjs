/**
 * The card's style sheets as its script carries them: minified, without what only pages have, with lengths in place of the tokens for
 * them, and short names for the others, which stand some hundred times in them. Ours are set on the card itself, so that no property of a page comes through.
 */
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** A token that is a length. */
const LENGTH = /^ *(--[\w-]+): ([\d.]+px);$/gm;

/** The tokens that are one length wherever they hold, and a letter for each of the others. */
function shorten(tokens) {
  const told = Array.from(tokens.matchAll(/(--[\w-]+):/g), ([, name]) => name);
  const names = new Set(told);
  const isToldOnce = ([, name]) => told.indexOf(name) === told.lastIndexOf(name);
  const lengths = new Map(
    [...tokens.matchAll(LENGTH)].filter(isToldOnce).map(([, name, length]) => [name, length]),
  );
  const others = [...names].filter((name) => !lengths.has(name));
  if (others.length > 26) throw new Error('more tokens than letters: mend short-styles.mjs');
  return { lengths, letters: new Map(others.map((name, i) => [name, `--${String.fromCharCode(97 + i)}`])) };
}

/** An esbuild plugin; `tokens` is the path of the sheet that names them. */
export function shortStyles(tokens) {
  return {
    name: 'short-styles',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
        const { lengths, letters } = shorten(await readFile(tokens, 'utf8'));
        const sheet = await readFile(file, 'utf8');
        if (file !== tokens && [...lengths.keys()].some((name) => sheet.includes(`${name}:`)))
          throw new Error(`${file} changes a token that is written out: mend short-styles.mjs`);
        const source = sheet
          .replace(/:root,\s*/g, '')
          .replace(LENGTH, (told, name) => (lengths.has(name) ? '' : told))
          .replace(/var\((--[\w-]+)\)/g, (used, name) => lengths.get(name) ?? used)
          .replace(/--[\w-]+/g, (name) => letters.get(name) ?? name);
        const { code } = await transform(source, { loader: 'css', minify: true });
        // The minifier leaves what tokens stand for as it is; no string of ours has these in it.
        return {
          contents: code
            .trim()
            .replace(/(--\w): /g, '$1:')
            .replaceAll(', ', ','),
          loader: 'text',
        };
      });
    },
  };
}
