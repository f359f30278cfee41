import type { ServerResponse } from 'node:http';

/** Aborts as soon as an answer is of no use to anybody: the time is up, or the client has gone. */
export function patienceFor(response: ServerResponse, remainingMs: number): AbortSignal {
  const patience = new AbortController();
  if (response.destroyed) patience.abort();
  const timer = setTimeout(() => patience.abort(), remainingMs);
  // Comes after the last byte of an answer, too, when there is nothing left to abort.
  response.once('close', () => {
    clearTimeout(timer);
    patience.abort();
  });
  return patience.signal;
}
