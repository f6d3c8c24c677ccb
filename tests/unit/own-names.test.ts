/** The names that the build shortens in content scripts: none may be a name that others know. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { OWN_NAMES, SHORT_NAMES } from '../../src/tools/own-names.mjs';

const SRC = path.join(path.dirname(new URL(import.meta.url).pathname), '../../src');
/** What content scripts share with others: what they are sent and send, and what both sides read. */
const SHARED = ['core', 'protocol', 'background'];

/** Every name that stands where a property's does: `.name`, `name:`, `{ name, … }`, and a method's with its parameters. */
function propertiesIn(file: string): Set<string> {
  const code = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/'[^'\n]*'|`[^`]*`/g, "''");
  const names = code.match(
    /(?<=\.)[A-Za-z]\w*|[A-Za-z]\w*(?=\??:)|(?<=[{,]\s*)[A-Za-z]\w*(?=\s*[,}])|^ +[A-Za-z]\w*(?=\()/gm,
  );
  return new Set(names?.map((name) => name.trim()));
}

test('every short name stands for one name', () => {
  assert.equal(new Set(Object.values(SHORT_NAMES)).size, OWN_NAMES.length);
});

test('no name that content scripts share with others is shortened', () => {
  const wrong: string[] = [];
  for (const floor of SHARED)
    for (const file of readdirSync(path.join(SRC, floor), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts')) {
        const shared = propertiesIn(path.join(SRC, floor, file));
        for (const name of OWN_NAMES) if (shared.has(name)) wrong.push(`${name} in ${floor}/${file}`);
      }
  assert.deepEqual(wrong, []);
});
