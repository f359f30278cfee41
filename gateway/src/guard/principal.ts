import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Viewer } from '@township-graph/shared/viewer';

/** Whose budget a request is charged to. */
export interface Principal {
  readonly isAnonymous: boolean;
  /** Short, and names nobody: it may lie in a Redis that others read. */
  readonly key: string;
}

/** The token's subject; without a token the client's address. */
export function principalOf(viewer: Viewer | null, address: string): Principal {
  const isAnonymous = viewer === null || viewer.subject === null;
  // A connection that has just been cut has no address any more.
  const name = isAnonymous ? networkOf(address) : viewer.subject;
  return { isAnonymous, key: createHash('sha256').update(String(name)).digest('base64url') };
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
