import { getHashes } from 'node:crypto';

/** SHA-256, or SM3 (GB/T 32905) where commercial cryptography is required (密码法§27). */
export const DIGEST_ALGORITHMS = ['sha256', 'sm3'] as const;

export type DigestAlgorithm = (typeof DIGEST_ALGORITHMS)[number];

/** Refuses, before anything is digested, an algorithm that this process lacks: OpenSSL can be built without SM3. */
export function requireDigest(algorithm: DigestAlgorithm, neededBy: string): void {
  if (!getHashes().includes(algorithm)) throw new Error(`${neededBy} needs ${algorithm}, which this Node.js (its OpenSSL) does not have`);
}
