import type { ServerSentEvent } from './event-stream';
import type { Change } from './feeds';

/** What a type looks like that may name an event. Ours are in small letters, so that no change can pass for one of them. */
const TYPE = /^[A-Z][A-Z0-9_.:-]{0,99}$/;

/** A change as an event, named by its type. */
export function changeEvent(feed: string, { payload, ...change }: Change): ServerSentEvent {
  return {
    event: TYPE.test(change.type) ? change.type : 'CHANGE',
    data: { feed, ...change, payload: payload === null ? null : parsed(payload) },
  };
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}
