import { createHash } from 'node:crypto';
import { DIGEST_ALGORITHMS, type DigestAlgorithm, requireDigest } from '../digest-algorithm';
import type { AuditRecord } from './audit-record.entity';

/** The algorithm of that name; SHA-256 when none is named. Each record names its own, so that one can follow the other. */
export function chainAlgorithm(name: string | undefined): DigestAlgorithm {
  const algorithm = DIGEST_ALGORITHMS.find((known) => known === (name ?? 'sha256').toLowerCase());
  if (!algorithm) throw new Error(`AUDIT_ALGORITHM is ${DIGEST_ALGORITHMS.join(' or ')}`);
  requireDigest(algorithm, 'AUDIT_ALGORITHM');
  return algorithm;
}

/** What stands before the first record. */
export const CHAIN_START = '0'.repeat(64);

/** The newest record of a chain: whoever holds it can prove every record up to it. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export type Unchained = Omit<AuditRecord, 'hash'>;

/** The hash of a record, over all that it says and the hash of the one before it. */
export function chainHash(subgraph: string, record: Unchained): string {
  const said = [
    'audit-1',
    subgraph,
    record.sequence,
    record.at.toISOString(),
    record.kind,
    record.action,
    record.subject,
    record.organization,
    record.divisions,
    record.divisionCode,
    record.targets.map(({ type, id, fields }) => [type, id, fields]),
    record.outcome,
    record.reason,
    record.purpose,
    record.requestId,
    record.inputHash,
    record.algorithm,
    record.previousHash,
  ];
  return createHash(record.algorithm).update(JSON.stringify(said)).digest('hex');
}
