/*
 * Days as texts (YYYY-MM-DD), and as the midnights at which they begin in UTC. Clocks and calendars walk over the same days again
 * and again, and to write or read one takes longer than to look it up.
 */
const daysMet = new Map<number, string>();
const midnightsMet = new Map<string, number>();
const MOST_MET = 10_000;

/** The day that begins at this midnight in UTC. Throws RangeError for a number that is no instant. */
export function dayAt(midnight: number): string {
  return daysMet.get(midnight) ?? met(midnight, new Date(midnight).toISOString().slice(0, 10));
}

/** The midnight in UTC at which the day begins; null for a text that is no real day. */
export function midnightOf(day: string): number | null {
  const known = midnightsMet.get(day);
  if (known !== undefined) return known;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && dayAt(midnight) === day ? midnight : null;
}

function met(midnight: number, day: string): string {
  // Beyond the year 9999 the text is another, and no day of ours.
  if (day.charAt(4) !== '-') return day;
  if (daysMet.size >= MOST_MET) {
    daysMet.clear();
    midnightsMet.clear();
  }
  daysMet.set(midnight, day);
  midnightsMet.set(day, midnight);
  return day;
}
