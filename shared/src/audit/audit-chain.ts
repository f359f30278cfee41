import { createHash, getHashes } from 'node:crypto';
import type { AuditRecord } from './audit-record.entity';

/** SHA-256, or SM3 (GB/T 32905) where commercial cryptography is required (密码法§27). Each record names its own, so that one can follow the other. */
export const CHAIN_ALGORITHMS = ['sha256', 'sm3'] as const;

export type ChainAlgorithm = (typeof CHAIN_ALGORITHMS)[number];

/** The algorithm of that name; SHA-256 when none is named. */
export function chainAlgorithm(name: string | undefined): ChainAlgorithm {
  const algorithm = CHAIN_ALGORITHMS.find((known) => known === (name ?? 'sha256').toLowerCase());
  if (!algorithm) throw new Error(`AUDIT_ALGORITHM is ${CHAIN_ALGORITHMS.join(' or ')}`);
  if (!getHashes().includes(algorithm)) throw new Error(`this Node.js was built without ${algorithm}`);
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
