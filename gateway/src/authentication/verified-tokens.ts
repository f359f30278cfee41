import type { Clock } from '@township-graph/shared/clock';
import type { Viewer } from '@township-graph/shared/viewer';
import type { JWTPayload } from 'jose';

export interface VerifiedToken {
  readonly viewer: Viewer;
  readonly claims: JWTPayload;
}

interface Entry extends VerifiedToken {
  readonly keysVersion: number;
  readonly until: number;
}

const REMEMBERED_MS = 60_000;
const CAPACITY = 5000;

/**
 * Tokens verified in the last minute, since a signature costs more than the rest of a small request. One is forgotten when
 * the keys change, so that a withdrawn key stops counting, and at its own end.
 */
export class VerifiedTokens {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  /** By the header that brought it. */
  find(authorization: string, keysVersion: number): VerifiedToken | null {
    const entry = this.entries.get(authorization);
    if (!entry) return null;
    if (entry.keysVersion === keysVersion && this.clock().getTime() < entry.until) return entry;
    this.entries.delete(authorization);
    return null;
  }

  keep(authorization: string, { viewer, claims }: VerifiedToken, keysVersion: number): void {
    if (this.entries.size >= CAPACITY) this.entries.delete(this.entries.keys().next().value!);
    const until = Math.min(claims.exp! * 1000, this.clock().getTime() + REMEMBERED_MS);
    this.entries.set(authorization, { viewer, claims, keysVersion, until });
  }
}
