/** How many milliseconds the sender of a request waits for its answer. */
export const REQUEST_TIMEOUT_HEADER = 'x-request-timeout';

/** The header's value; null when it is no whole number of milliseconds. */
export function parseRequestTimeout(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : null;
}
