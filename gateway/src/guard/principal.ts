import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Viewer } from '@township-graph/shared/viewer';
import { ENTRY_WEIGHT, RecentlyUsed } from '../recently-used';

const MOST_ADDRESSES = 5000;

/** Whose budget a request is charged to. */
export interface Principal {
  readonly isAnonymous: boolean;
  /** Short, and names nobody: it may lie in a Redis that others read. */
  readonly key: string;
}

/** Digests of those that have asked lately: each request needs its principal several times. */
const bySubject = new WeakMap<Viewer, Principal>();
const byAddress = new RecentlyUsed<Principal>(MOST_ADDRESSES * ENTRY_WEIGHT);

/** The token's subject; without a token the client's address, which is not looked up before: behind proxies that takes reading a header. */
export function principalOf(viewer: Viewer | null, client: { readonly ip: string }): Principal {
  if (viewer !== null && viewer.subject !== null) {
    const known = bySubject.get(viewer);
    if (known) return known;
    const principal = { isAnonymous: false, key: digestOf(viewer.subject) };
    bySubject.set(viewer, principal);
    return principal;
  }
  // A connection that has just been cut has no address any more.
  const name = String(client.ip);
  const known = byAddress.get(name);
  if (known) return known;
  const principal = { isAnonymous: true, key: digestOf(networkOf(name)) };
  byAddress.set(name, principal, 0);
  return principal;
}

function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}

/** An IPv6 client owns at least the 64 bits that follow its network's 64, and could come from another address each time. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  // Without "::" all eight groups are in the head.
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
