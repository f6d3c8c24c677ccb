import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGazetteer } from '../../src/core/gazetteer/builder.ts';
import { decodeGazetteer, encodeGazetteer, GazetteerFormatError } from '../../src/core/gazetteer/codec.ts';
import { type Gazetteer, scanGazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { seededRandom } from '../support/seeded-random.ts';

const KEYS = [
  'itu',
  'itu-t',
  'internet governance',
  'internet governance forum',
  'global digital compact',
  '华为',
  '国际电联',
  'ال',
  ...Array.from({ length: 300 }, (_, n) => `${String.fromCharCode(0x4e00 + n)}网${n}`),
]; // More than 254 code units, so that leads and trails are in play.
const TEXT = '在国际电联说 itu-t and the internet governance forum 丁网1';
const CHECKSUM_AT = 40;

const gazetteer = buildGazetteer(KEYS);
const bytes = encodeGazetteer(gazetteer);

function hitsOf(from: Gazetteer): string[] {
  const hits: string[] = [];
  scanGazetteer(from, TEXT, (start, end, id) => hits.push(`${start}-${end} ${id}`));
  return hits;
}

test('a gazetteer comes back from its bytes as it was', () => {
  const back = decodeGazetteer(bytes);
  assert.deepEqual(back, gazetteer);
  assert.deepEqual(hitsOf(back), hitsOf(gazetteer));
  assert.ok(hitsOf(back).length >= 5);
  assert.deepEqual(encodeGazetteer(back), bytes);
});

test('an empty gazetteer and one of a single key come back', () => {
  for (const keys of [[], ['itu'], ['a']]) {
    const one = buildGazetteer(keys);
    assert.deepEqual(decodeGazetteer(encodeGazetteer(one)), one);
    assert.deepEqual([...one.keys()], keys);
  }
});

test('decoding copies nothing where the bytes are aligned, and copes where they are not', () => {
  assert.equal(decodeGazetteer(bytes).cells.buffer, bytes.buffer);
  for (const offset of [1, 2, 3, 4, 8]) {
    const inside = new Uint8Array(bytes.length + 16);
    inside.set(bytes, offset);
    const back = decodeGazetteer(inside.subarray(offset, offset + bytes.length));
    assert.deepEqual(hitsOf(back), hitsOf(gazetteer), `offset ${offset}`);
    const buffer = Buffer.from(inside.buffer, offset, bytes.length); // Its slice does not copy.
    assert.deepEqual(hitsOf(decodeGazetteer(buffer)), hitsOf(gazetteer), `Buffer at offset ${offset}`);
  }
});

const word = (at: number, value: number) => (altered: Uint8Array) =>
  new DataView(altered.buffer).setInt32(at, value, true);

for (const [why, alter, message] of [
  ['foreign bytes', word(0, 0x04034b50), /something else/],
  ['a later version', word(4, 2), /version 2, and this is version 1/],
  [
    'another byte order',
    (altered: Uint8Array) => altered.subarray(0, 44).fill(0) && reverseWords(altered),
    /byte order/,
  ],
  ['a wrong length', word(12, 100), /where its header says 100/],
  ['a changed byte', (altered: Uint8Array) => altered.fill(1, 900, 901), /checksum/],
] as const) {
  test(`bytes are refused: ${why}`, () => {
    const altered = bytes.slice();
    alter(altered);
    assert.throws(
      () => decodeGazetteer(altered),
      (error) => {
        assert.ok(error instanceof GazetteerFormatError);
        assert.match(error.message, message);
        assert.match(error.message, /Rebuild the pack\.$/);
        return true;
      },
    );
  });
}

test('every single changed byte, every cut and every extension is refused', () => {
  const random = seededRandom(1);
  for (let at = 0; at < bytes.length; at += at < 64 ? 1 : 1 + random.below(40)) {
    const altered = bytes.slice();
    altered[at] = (altered[at] as number) ^ (1 + random.below(255));
    assert.throws(() => decodeGazetteer(altered), GazetteerFormatError, `byte ${at}`);
    assert.throws(() => decodeGazetteer(bytes.slice(0, at)), GazetteerFormatError, `cut at ${at}`);
  }
  for (const more of [1, 4, 8, 4096]) {
    const longer = new Uint8Array(bytes.length + more);
    longer.set(bytes);
    assert.throws(() => decodeGazetteer(longer), GazetteerFormatError, `${more} bytes more`);
  }
  for (const length of [0, 1, 43, 44, 45, 1000]) {
    const noise = Uint8Array.from({ length }, () => random.below(256));
    assert.throws(() => decodeGazetteer(noise), GazetteerFormatError, `${length} bytes of noise`);
  }
});

test('bytes made to harm, with a checksum that fits, are refused or do no harm', () => {
  const random = seededRandom(99);
  const text = `${TEXT} ${KEYS.slice(0, 40).join(' ')} ${'a'.repeat(2000)}`;
  let accepted = 0;
  for (let round = 0; round < 3000; round++) {
    const altered = bytes.slice();
    const view = new DataView(altered.buffer);
    for (let change = 1 + random.below(6); change > 0; change--) {
      // Half the changes in the header's counts, half in the body; whole words and single bytes.
      const at =
        random.next() < 0.3 ? 16 + 4 * random.below(6) : 44 + 4 * random.below((bytes.length - 44) >> 2);
      if (random.next() < 0.5)
        view.setInt32(at, random.pick([0, 1, -1, 255, 0x7fffffff, random.below(2 ** 31)]), true);
      else altered[at + random.below(4)] = random.below(256);
    }
    forgeChecksum(altered);
    let harmful: Gazetteer;
    try {
      harmful = decodeGazetteer(altered);
    } catch (error) {
      assert.ok(error instanceof GazetteerFormatError, String(error));
      continue;
    }
    accepted++;
    scanGazetteer(harmful, text, (start, end, id) => {
      assert.ok(start >= 0 && start < end && end <= text.length, `${start}-${end}`);
      assert.ok(Number.isInteger(id) && id >= 0 && id < harmful.size, `id ${id} of ${harmful.size}`);
    });
    for (const key of KEYS.slice(0, 20)) harmful.idOf(key);
    for (let n = 0; n < 20 && harmful.size > 0; n++) {
      try {
        harmful.keyOf(random.below(harmful.size));
      } catch (error) {
        assert.match(String(error), /rebuild the pack/);
      }
    }
  }
  assert.ok(accepted > 300, `only ${accepted} got past the checks: the test proves little`);
});

/** The codec's own sum, written down a second time: whoever forges bytes has it too. */
function forgeChecksum(altered: Uint8Array): void {
  const words = new Int32Array(altered.buffer, 0, altered.length >> 2);
  let sum = words.length;
  for (let i = 0; i < words.length; i++) {
    if (i * 4 === CHECKSUM_AT) continue;
    sum = Math.imul(sum ^ (words[i] as number), 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  words[CHECKSUM_AT / 4] = sum;
}

/** The bytes as a machine of the other byte order would have written them. */
function reverseWords(altered: Uint8Array): void {
  for (let at = 0; at < altered.length; at += 4) {
    altered.set(bytes.slice(at, at + 4).reverse(), at);
  }
}
