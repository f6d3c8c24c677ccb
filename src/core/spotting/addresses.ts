/**
 * Names inside addresses are no mentions: web and mail addresses, file paths, @handles and #hashtags. A hashtag may mean
 * the name, but stands where people label rather than write, and a page of them would be a page of marks: silence.
 */

/** What an unbroken run of ASCII must hold for all of it to be an address. */
const ADDRESS = /:\/\/|\bwww\.|\w@\w|^\W?(?:[\w-]+\.)+[a-z]{2,}\/|^\W?[~.]*\/[\w.-]+\//;

/** A test for one text: whether what stands at `start`..`end` is part of an address. Linear over all calls in order. */
export function addressesIn(cased: string): (start: number, end: number) => boolean {
  // Most text holds none of these, and is not looked at again.
  const mayHold = /[@#]|\/|www\./.test(cased);
  let run = { start: 0, end: -1, isAddress: false };
  return (start, end) => {
    if (isInDomain(cased, start, end)) return true;
    if (!mayHold) return false;
    const before = cased[start - 1];
    if (before === '@' || before === '#' || cased[end] === '@') return true;
    if (start > run.end) run = runAt(cased, start, Math.max(0, run.end));
    return run.isAddress && start >= run.start;
  };
}

/** "huawei.com", "www.huawei": a dot between letters, of which the second is small. */
function isInDomain(cased: string, start: number, end: number): boolean {
  if (cased[end] === '.' && isSmall(cased.charCodeAt(end + 1))) return true;
  return (
    cased[start - 1] === '.' && isSmall(cased.charCodeAt(start)) && isWordUnit(cased.charCodeAt(start - 2))
  );
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isWordUnit(unit: number): boolean {
  return isSmall(unit) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a);
}

/** The run of visible ASCII around a place, or right before it (an address may end in Chinese); from `least` on. */
function runAt(cased: string, place: number, least: number) {
  let start = place;
  let end = place;
  while (start > least && isVisibleAscii(cased.charCodeAt(start - 1))) start -= 1;
  while (end < cased.length && isVisibleAscii(cased.charCodeAt(end))) end += 1;
  return { start, end, isAddress: ADDRESS.test(cased.slice(start, end)) };
}

function isVisibleAscii(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}
