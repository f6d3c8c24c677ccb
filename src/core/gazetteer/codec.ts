/**
 * A gazetteer as bytes and back. The bytes are the index itself behind a header, so decoding copies nothing: it checks,
 * and lays views over them. Anything cut short, altered, foreign or of another version is refused, and what passes is
 * sound in structure: no walk over it can leave the cells or run on without end, even if the bytes were made to harm.
 *
 *     0  magic "GlGz"        16  keys                 32  integers of first words
 *     4  version             20  longest key          36  bytes of tails
 *     8  byte order          24  code units used      40  checksum of all but this field
 *    12  length in bytes     28  cells                44  code units, two bytes each, padded to eight
 *                                                      …  first words, four bytes each; cells, eight bytes each;
 *                                                         tails, a byte each, padded to eight
 */
import { MAX_UNITS, SYMBOLS } from './alphabet.ts';
import { Gazetteer } from './gazetteer.ts';
import {
  EMPTY_LABEL,
  MARGIN,
  MAX_CELLS,
  MAX_FIRST_WORDS,
  MAX_KEY_LENGTH,
  MAX_TAIL_BYTES,
  ROOT,
  TAIL,
} from './layout.ts';

/** Bytes that are no gazetteer, or not a whole one. The message says what is wrong and what to do. */
export class GazetteerFormatError extends Error {
  override readonly name = 'GazetteerFormatError';
}

const MAGIC = 0x7a476c47; // "GlGz" read as a little-endian integer.
const VERSION = 1;
/** Reads as 0x04030201 where the bytes were written in the other order. */
const BYTE_ORDER = 0x01020304;
const HEADER_BYTES = 44;
const WORD = {
  magic: 0,
  version: 1,
  order: 2,
  bytes: 3,
  keys: 4,
  longest: 5,
  units: 6,
  cells: 7,
  firstWords: 8,
  tails: 9,
  checksum: 10,
};

/** The gazetteer as bytes: the same gazetteer gives the same bytes, in the byte order of this machine. */
export function encodeGazetteer(gazetteer: Gazetteer): Uint8Array<ArrayBuffer> {
  const { size, longest, units, cells, tails, firstWords } = gazetteer;
  const wordsAt = HEADER_BYTES + padded(units.length * 2);
  const cellsAt = wordsAt + firstWords.byteLength;
  const tailsAt = cellsAt + cells.byteLength;
  const bytes = new Uint8Array(tailsAt + padded(tails.length));
  const header = new Int32Array(bytes.buffer, 0, HEADER_BYTES / 4);
  header[WORD.magic] = MAGIC;
  header[WORD.version] = VERSION;
  header[WORD.order] = BYTE_ORDER;
  header[WORD.bytes] = bytes.length;
  header[WORD.keys] = size;
  header[WORD.longest] = longest;
  header[WORD.units] = units.length;
  header[WORD.cells] = cells.length / 2;
  header[WORD.firstWords] = firstWords.length;
  header[WORD.tails] = tails.length;
  new Uint16Array(bytes.buffer, HEADER_BYTES, units.length).set(units);
  new Int32Array(bytes.buffer, wordsAt).set(firstWords);
  new Int32Array(bytes.buffer, cellsAt, cells.length).set(cells);
  bytes.set(tails, tailsAt);
  header[WORD.checksum] = checksumOf(new Int32Array(bytes.buffer));
  return bytes;
}

/**
 * The gazetteer that bytes hold. Views the bytes where they start at a multiple of four in their buffer, else copies
 * them; they must not be changed afterwards. Throws a `GazetteerFormatError` where they are not whole and sound.
 */
export function decodeGazetteer(bytes: Uint8Array): Gazetteer {
  if (bytes.length < HEADER_BYTES) refuse(`has ${bytes.length} bytes, fewer than its header`);
  const whole = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const words = new Int32Array(whole.buffer, whole.byteOffset, whole.length >>> 2);
  const at = (word: number) => words[word] as number;

  const isOurs = at(WORD.magic) === MAGIC || at(WORD.magic) === swapped(MAGIC);
  if (!isOurs) refuse('is something else: its first bytes differ');
  if (at(WORD.order) === swapped(BYTE_ORDER)) refuse('was written on a machine of the other byte order');
  const version = at(WORD.version);
  if (version !== VERSION) refuse(`is of version ${version}, and this is version ${VERSION}`);
  const promised = at(WORD.bytes);
  if (promised !== whole.length) refuse(`has ${whole.length} bytes where its header says ${promised}`);
  if (at(WORD.checksum) !== checksumOf(words)) refuse('was altered: its checksum does not match');

  const size = at(WORD.keys);
  const longest = at(WORD.longest);
  const unitCount = at(WORD.units);
  const cellCount = at(WORD.cells);
  const wordCount = at(WORD.firstWords);
  const tailBytes = at(WORD.tails);
  if (size < 0) refuse(`counts ${size} keys`);
  if (longest < 0 || longest > MAX_KEY_LENGTH) refuse(`has a longest key of ${longest} code units`);
  if (unitCount < 0 || unitCount > MAX_UNITS) refuse(`uses ${unitCount} code units`);
  if (cellCount < ROOT + MARGIN || cellCount > MAX_CELLS) refuse(`has ${cellCount} cells`);
  const isPowerOfTwo = wordCount > 0 && (wordCount & (wordCount - 1)) === 0;
  if (!isPowerOfTwo || wordCount > MAX_FIRST_WORDS) refuse(`has ${wordCount} integers of first words`);
  const wordsAt = HEADER_BYTES + padded(unitCount * 2);
  const cellsAt = wordsAt + wordCount * 4;
  if (tailBytes < 1 || tailBytes > MAX_TAIL_BYTES) refuse(`has ${tailBytes} bytes of tails`);
  const tailsAt = cellsAt + cellCount * 8;
  if (tailsAt + padded(tailBytes) !== whole.length) refuse('has sections that do not add up to its length');

  const cells = new Int32Array(whole.buffer, whole.byteOffset + cellsAt, cellCount * 2);
  const tails = new Uint8Array(whole.buffer, whole.byteOffset + tailsAt, tailBytes);
  if (tails.at(-1) !== 0) refuse('has a last tail without an end');
  if (!areCellsSound(cells, tails)) refuse('has cells that lead outside');
  const units = new Uint16Array(whole.buffer, whole.byteOffset + HEADER_BYTES, unitCount);
  const firstWords = new Int32Array(whole.buffer, whole.byteOffset + wordsAt, wordCount);
  return new Gazetteer({ size, longest, units, cells, tails, firstWords });
}

function refuse(what: string): never {
  throw new GazetteerFormatError(`The gazetteer ${what}. Rebuild the pack.`);
}

/** Every label is a symbol or empty; every edge leads to a tail, or to a base with room for all symbols behind it. */
function areCellsSound(cells: Int32Array, tails: Uint8Array): boolean {
  const lastBase = cells.length / 2 - SYMBOLS - 1;
  for (let at = 0; at < cells.length; at += 2) {
    const cell = cells[at] as number;
    const label = cell & 255;
    if (label === EMPTY_LABEL) continue;
    const last = ((cells[at + 1] as number) & TAIL) === 0 ? lastBase : tails.length - 1;
    if (label === 0 || cell >>> 8 > last) return false;
  }
  return true;
}

/**
 * 32 bits over all words but its own. Each step is one-to-one in the word and in the sum so far, so a change within a
 * single word never goes unseen; others do once in four thousand million. It guards against accident, not malice.
 */
function checksumOf(words: Int32Array): number {
  let sum = words.length;
  for (let i = 0; i < words.length; i++) {
    if (i === WORD.checksum) continue;
    sum = Math.imul(sum ^ (words[i] as number), 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  return sum;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function swapped(value: number): number {
  return ((value & 255) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);
}
