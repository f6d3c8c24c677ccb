/** A reporter for `node --test`: the path of every test file in which something failed, a line each. */
import path from 'node:path';

export default async function* failedFiles(events) {
  const files = new Set();
  for await (const { type, data } of events)
    if (type === 'test:fail' && data.file !== undefined) files.add(path.relative(process.cwd(), data.file));
  for (const file of files) yield `${file}\n`;
}
