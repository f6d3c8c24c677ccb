/** Reads a document for the command line, or says in words why it cannot be read. */
import { readFile } from 'node:fs/promises';

export interface ReadDocument {
  readonly name: string;
  readonly text: string;
  readonly html: boolean;
}

/** `-` is what comes in by a pipe. */
export async function readDocument(
  file: string,
  input: AsyncIterable<Uint8Array | string>,
): Promise<ReadDocument | { readonly fault: string }> {
  const name = file === '-' ? 'stdin' : file;
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await readAll(input) : await readFile(file);
  } catch (error) {
    return { fault: `${name}: ${whyUnread(error as NodeJS.ErrnoException)}` };
  }
  const fault = faultOfBytes(bytes);
  if (fault) return { fault: `${name}: ${fault}` };
  const text = new TextDecoder().decode(bytes);
  return { name, text, html: /\.x?html?$/i.test(file) || /^\s*<(?:!doctype\s+html|html)\b/i.test(text) };
}

async function readAll(input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function whyUnread({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file. Check the path.';
  if (code === 'EISDIR') return 'it is a folder. Name the files in it.';
  if (code === 'EACCES') return 'it may not be read. Check its permissions.';
  return `it cannot be read (${message}).`;
}

/** Null for text in UTF-8. */
function faultOfBytes(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'it is UTF-16. Save it as UTF-8.';
  if (bytes.includes(0)) return 'it is not text. Name a text or HTML file.';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    return 'it is not UTF-8. Save it as UTF-8.';
  }
}
