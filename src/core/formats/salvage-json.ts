/**
 * What is whole in JSON that breaks off or is spoilt: the records of its list of notes up to that place. A scanner that knows
 * only strings and brackets finds where each record begins and ends; what stands between is then parsed as usual.
 */

export interface Salvaged {
  readonly records: readonly unknown[];
  /** Line, from 1, at which the first thing stands that is not whole. */
  readonly line: number;
}

/** The lists that notes stand in, by their keys; '' is a list that is the whole file. */
const LISTS: ReadonlySet<string> = new Set(['', 'items', 'annotations', 'rows', '@graph']);

export function salvageRecords(text: string): Salvaged {
  const records: unknown[] = [];
  const open: { readonly isList: boolean; readonly key: string; readonly at: number }[] = [];
  let last = '';
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') {
      const end = endOfString(text, i);
      if (end < 0) break;
      last = text.slice(i + 1, Math.min(end, i + 40));
      i = end;
    } else if (char === '{' || char === '[') {
      open.push({ isList: char === '[', key: last, at: i });
      if (char === '[') last = '';
    } else if (char === '}' || char === ']') {
      const closed = open.pop();
      const list = open.at(-1);
      if (closed?.isList === false && list?.isList && LISTS.has(list.key)) {
        const record = parsed(text.slice(closed.at, i + 1));
        if (record === undefined) return { records, line: lineOf(text, closed.at) };
        records.push(record);
        whole = i + 1;
      }
    }
  }
  return { records, line: lineOf(text, whole) };
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
