/**
 * Which page `npm start` is asked for, or in words why it cannot be opened. Plain JavaScript, because it is asked before
 * anything is installed or built: a misspelt name should cost nobody a minute.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: npm start -- [--page FILE|URL] [--firefox]';
const REMEDY =
  'Give --page the path of an HTML file or an http(s) address; without --page the sample article opens.';

/** Reads the command line. `page` is null where the sample article is meant; a `problem` names what is wrong and the remedy. */
export function askedPage(args, folder = process.cwd()) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { page: { type: 'string' }, firefox: { type: 'boolean', default: false } },
    }));
  } catch (error) {
    return { problem: `${error.message.split('. ')[0]}.\n${USAGE}` };
  }
  const kind = values.firefox ? 'firefox' : 'chromium';
  const asked = values.page;
  if (asked === undefined) return { kind, page: null };
  // A drive letter is no scheme.
  if (!/^[a-z][a-z0-9+.-]+:/i.test(asked)) return { kind, ...fileAt(path.resolve(folder, asked), asked) };
  if (!URL.canParse(asked)) return { problem: `${asked}: this is no address. ${REMEDY}` };
  const url = new URL(asked);
  if (url.protocol === 'file:') return { kind, ...fileAt(fileURLToPath(url), asked) };
  if (!/^https?:$/.test(url.protocol))
    return {
      problem: `${asked}: extensions see http and https pages only, not "${url.protocol}". ${REMEDY}`,
    };
  return { kind, page: { url: url.href } };
}

function fileAt(file, asked) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return { problem: `${asked}: there is no such file (looked for ${file}). ${REMEDY}` };
  if (stat.isDirectory()) return { problem: `${asked}: this is a folder. Name one HTML file in it.` };
  if (!/\.x?html?$/i.test(file) || isBinary(file))
    return { problem: `${asked}: this is no HTML file. ${REMEDY} Plain text: npm run spot -- FILE` };
  if (stat.size === 0) return { problem: `${asked}: the file is empty. ${REMEDY}` };
  return { page: { file } };
}

/** Text holds no NUL; what is called .html and holds one near its beginning is something else. */
function isBinary(file) {
  const start = Buffer.alloc(1024);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, start);
  closeSync(descriptor);
  return start.subarray(0, length).includes(0);
}
