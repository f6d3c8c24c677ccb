/**
 * The pages of `tests/fixtures/pages`: each a small document that needs nothing else, for one way in which pages break what
 * reads them. Its first comment names the failure mode and says, in a sentence, what is true on it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const FIXTURE_PAGES = fileURLToPath(new URL('../fixtures/pages', import.meta.url));

export interface FixturePage {
  /** Its file's name. */
  readonly file: string;
  readonly source: string;
  /** `B-8`: the failure mode it stands for. */
  readonly mode: string;
  readonly sentence: string;
}

const COMMENT = /<!--\s*(B-\d+)\s*:\s*(.*?)\s*-->/s;

export function fixturePages(): FixturePage[] {
  return readdirSync(FIXTURE_PAGES)
    .filter((name) => /^b\d\d-.*\.x?html$/.test(name))
    .sort()
    .map(readFixturePage);
}

function readFixturePage(file: string): FixturePage {
  const source = readFileSync(path.join(FIXTURE_PAGES, file), 'utf8');
  const [, mode, sentence] = COMMENT.exec(source) ?? [];
  if (mode === undefined || sentence === undefined)
    throw new Error(`${file} does not begin with a comment "B-n: sentence".`);
  return { file, source, mode, sentence: sentence.replace(/\s+/g, ' ') };
}
