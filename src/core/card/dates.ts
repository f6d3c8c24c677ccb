/** Dates of the pack are ISO and may be partial: they are shown as exactly as they are known, never more. */

/** "17 May 1865", "March 2018" or "2018", in the reader's language. */
export function formatPartialDate(date: string, lang: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  // Years before 1000 would be padded and misread by Date.UTC's two-digit rule; the pack has none.
  const at = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (Number.isNaN(at.getTime())) return date;
  // The pack's dates are Gregorian, whatever calendar a locale prefers.
  const parts: Intl.DateTimeFormatOptions = { calendar: 'gregory', timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) parts.month = day === undefined ? 'long' : 'short';
  if (day !== undefined) parts.day = 'numeric';
  return new Intl.DateTimeFormat(lang, parts).format(at);
}

/** A date as years since 0, for drawing to scale. */
export function yearsOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}

/** Moment of a note, in the reader's language and time zone. */
export function formatMoment(iso: string, lang: string): string {
  const at = new Date(iso);
  // A note's date is data: an import may have brought anything, and Intl throws.
  if (Number.isNaN(at.getTime())) return iso;
  // Arabic's medium style is figures and strokes, which run against the line they stand in.
  const dateStyle = lang.startsWith('ar') ? 'long' : 'medium';
  return new Intl.DateTimeFormat(lang, { dateStyle, timeStyle: 'short' }).format(at);
}
