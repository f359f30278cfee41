import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type DatabaseOptions, engineOf, openDatabase } from './database';
import type { Logger } from './log';

const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;

export interface StartOptions {
  readonly log: Logger;
  /** Ends the trying. */
  readonly signal: AbortSignal;
  readonly random?: () => number;
}

/**
 * Opens the database as soon as that is possible: a subgraph outlives the minutes in which its database is down or on its
 * way up. A mistake in the address itself is refused at once, for no waiting mends it.
 */
export async function openWhenPossible(options: DatabaseOptions, { log, signal, random = Math.random }: StartOptions): Promise<DataSource> {
  engineOf(options.url);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openDatabase(options);
    } catch (error) {
      signal.throwIfAborted();
      // Half of it by chance, so that the subgraphs of one server do not all come back at the same instant.
      const retryInMs = Math.round(Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** attempt) * (0.5 + random() / 2));
      log.warn({ attempt, retryInMs, cause: causeOf(error, options.url) }, 'the database cannot be opened; trying again');
      await pause(retryInMs, undefined, { signal });
    }
  }
}

/** The error's code and words, without the password that a driver may have put into them. */
function causeOf(error: unknown, url: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words = [code, message].filter(Boolean).join(' ');
  return secretsOf(url).reduce((text, secret) => text.replaceAll(secret, '***'), words);
}

function secretsOf(url: string): string[] {
  const written = URL.canParse(url) ? new URL(url).password : '';
  return written ? [written, decodeURIComponent(written)] : [];
}

const ANSWER_WITHIN_MS = 2000;

/** Asks whether a database answers; those who ask meanwhile share the question, so that a hanging one is asked once. */
export function databaseAnswers(database: DataSource): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  const ask = () =>
    database
      .query('SELECT 1')
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = null;
      });
  return async () => {
    asked ??= ask();
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
    });
    return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
  };
}
