/**
 * Dates on a line. A partial date stands in the middle of what it leaves open.
 *
 *     "2015"        2015.5
 *     "2015-12-16"  2015.96
 *
 * @returns years with their fraction, or null where there is no date.
 */
export function yearsOf(date: string): number | null {
  const [, year = '', month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? [];
  if (year === '') return null;
  const months =
    month === undefined ? 6 : Number(month) - 1 + (day === undefined ? 0.5 : (Number(day) - 1) / 31);
  return Number(year) + months / 12;
}
