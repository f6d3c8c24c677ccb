/** Printing for people and pipes: columns that line up, and no stack trace when the reader of a pipe has had enough. */

/** Rows of cells as lines, every column but the last as wide as its widest cell (wide characters count twice). */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns that a terminal gives a text: two for Chinese, Japanese and Korean characters, none for combining marks. */
function widthOf(text: string): number {
  const wide =
    text.match(/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ??
    0;
  const none = text.match(/\p{M}/gu)?.length ?? 0;
  return text.length + wide - none;
}

/** `… | head` closes the pipe before we are done: that is no failure. */
export function endWithPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
