import type { FollowedChange } from './followed-feed';

type Payload = FollowedChange['payload'];

/** What an event has to say. One that does not is not understood, and set aside. */
export function textIn(payload: Payload, name: string): string {
  const text = optionalTextIn(payload, name);
  if (text === null) throw new TypeError(`the event says nothing of its ${name}`);
  return text;
}

export function optionalTextIn(payload: Payload, name: string): string | null {
  const text = payload[name];
  return typeof text === 'string' && text !== '' ? text : null;
}

export function integerIn(payload: Payload, name: string): number {
  const number = payload[name];
  if (!Number.isInteger(number)) throw new TypeError(`the event says nothing of its ${name}`);
  return number as number;
}
