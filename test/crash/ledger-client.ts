import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { systemClock } from '@township-graph/shared/clock';
import { signCall } from '@township-graph/shared/signature';
import type { SigningKey } from '@township-graph/shared/signing-key';
import { viewerOf } from '@township-graph/shared/testing/ask';
import type { LedgerServer } from './ledger-server';

/** The ledger that clients append to. */
export interface LedgerAccess {
  readonly server: LedgerServer;
  readonly key: SigningKey;
  readonly ledgerId: string;
}

/** What a client was told of its append. */
export interface Acknowledgement {
  readonly words: string;
  readonly version: number;
  /** The call that was answered; an earlier one may have done the work. */
  readonly requestId: string;
}

const APPEND = 'mutation ($input: AppendEntryInput!) { appendEntry(input: $input) { version } }';
const VIEWER = viewerOf(['410225201'], ['matters:read', 'matters:handle']);

/** Refusals that ask to be sent again: nothing was done, or nobody knows. */
const TO_BE_SENT_AGAIN: readonly string[] = ['STALE_VERSION', 'CONTENDED', 'COMMIT_UNCONFIRMED', 'OVERLOADED'];

type Outcome = { readonly version: number } | { readonly refused: { readonly reason: string } } | { readonly failed: string };

/** Sends the same append under the same key until it is acknowledged, as a careful client does. */
export async function append(access: LedgerAccess, words: string): Promise<Acknowledgement> {
  for (let attempt = 1; ; attempt += 1) {
    const requestId = `${words}.${attempt}`;
    const serving = await access.server.serving;
    const outcome = await call(access, serving.url, words, requestId);
    if ('version' in outcome) return { words, version: outcome.version, requestId };
    if ('failed' in outcome && outcome.failed !== 'ECONNREFUSED') serving.brokenOff += 1;
    if ('refused' in outcome && !TO_BE_SENT_AGAIN.includes(outcome.refused.reason))
      throw new Error(`${requestId} was refused: ${JSON.stringify(outcome.refused)}`);
  }
}

async function call({ ledgerId, key }: LedgerAccess, url: string, words: string, requestId: string): Promise<Outcome> {
  const body = JSON.stringify({ query: APPEND, variables: { input: { ledgerId, words, idempotencyKey: words } } });
  const context = { viewer: VIEWER, requestId, locale: 'en', purpose: null } as const;
  const { pathname: path } = new URL(url);
  const headers = signCall({ key, context, clock: systemClock, method: 'POST', path, body });
  let answer: string;
  try {
    answer = await post(url, body, headers);
  } catch (error) {
    return { failed: (error as NodeJS.ErrnoException).code ?? 'CUT' };
  }
  const { data, errors } = JSON.parse(answer);
  return errors ? { refused: errors[0].extensions } : { version: data.appendEntry.version };
}

const agent = new Agent({ keepAlive: true });

function post(url: string, body: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } });
    sent.once('response', (response) => text(response).then(resolve, reject));
    sent.once('error', reject);
    sent.end(body);
  });
}
