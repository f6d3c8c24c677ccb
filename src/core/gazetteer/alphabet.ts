/**
 * The automaton's alphabet: symbols 1 to 254, so that a cell holds its label in one byte. The commonest code units of
 * the keys get a symbol of their own; where keys use more units than that (Han), the rarer ones are written as two
 * symbols, a lead and a trail. Units that no key uses have no symbol: the walk ends there.
 *
 *     code of a unit:  0 no key has it   |   1..254 its symbol   |   lead + (trail << 8)
 */

/** Symbols are 1..SYMBOLS; 0 is "no key has this unit" and 255 marks an empty cell, so neither ever matches. */
export const SYMBOLS = 254;

/** More code units than two symbols can tell apart; the basic plane has 63,488 characters, so real keys never do. */
export const MAX_UNITS = SYMBOLS * SYMBOLS;

/** The code of every UTF-16 code unit, for units in descending order of use. */
export function tabulateCodes(units: Uint16Array): Uint16Array {
  const codes = new Uint16Array(0x10000);
  const direct = countDirect(units.length);
  for (let rank = 0; rank < units.length; rank++) {
    const behind = rank - direct;
    const code =
      behind < 0 ? rank + 1 : (direct + 1 + Math.floor(behind / SYMBOLS)) | ((1 + (behind % SYMBOLS)) << 8);
    codes[units[rank] as number] = code;
  }
  return codes;
}

/** A key as a string of symbols: one or two for each code unit. */
export function symbolsOfKey(codes: Uint16Array, key: string): string {
  const symbols: number[] = [];
  for (let i = 0; i < key.length; i++) {
    const code = codes[key.charCodeAt(i)] as number;
    symbols.push(code & 255);
    if (code > 255) symbols.push(code >>> 8);
  }
  return String.fromCharCode(...symbols);
}

/** The key that symbols stand for; what stands for nothing, as in damaged data, is left out. */
export function keyOfSymbols(units: Uint16Array, symbols: readonly number[]): string {
  const direct = countDirect(units.length);
  let key = '';
  for (let i = 0; i < symbols.length; i++) {
    const symbol = symbols[i] as number;
    const rank =
      symbol <= direct ? symbol - 1 : direct + (symbol - direct - 1) * SYMBOLS + (symbols[++i] ?? 0) - 1;
    if (rank < units.length) key += String.fromCharCode(units[rank] as number);
  }
  return key;
}

/** How many of `count` units get a symbol of their own: as many as leave enough leads for the rest. */
function countDirect(count: number): number {
  return count <= SYMBOLS ? count : Math.floor((MAX_UNITS - count) / (SYMBOLS - 1));
}
