/**
 * How time per character grows with the length of a text: 1 for linear work, the ratio of the lengths for quadratic.
 * The least time of each size counts. Sizes take turns, and rounds are added while the answer is not below `bound`:
 * a busy machine makes single rounds slow, but only work that truly grows stays slow in all of them.
 */
export function timeGrowth(
  run: (size: number) => () => void,
  sizes: readonly number[],
  bound: number,
  mostRounds = 40,
): number {
  const runs = sizes.map((size) => ({ size, work: run(size), least: Number.POSITIVE_INFINITY }));
  runs[0]?.work(); // warm
  let growth = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds && (round < 2 || growth >= bound); round++) {
    for (const entry of runs) {
      const start = performance.now();
      entry.work();
      entry.least = Math.min(entry.least, (performance.now() - start) / entry.size);
    }
    const [first, ...others] = runs.map(({ least }) => least);
    growth = Math.max(...others) / (first as number);
  }
  return growth;
}
