import { createHash } from 'node:crypto';
import { badInput } from '@township-graph/shared/errors';
import { statedText, textOf } from '@township-graph/shared/stated-text';
import { PartyKind } from '../power/power.enums';

/** As it was entered. */
export interface ConcernedPartyGiven {
  readonly kind: PartyKind;
  readonly name: string;
  readonly creditCode?: string | null;
  readonly address?: string | null;
}

/** Its columns, or a refusal of what is none. */
export function concernedPartyColumns({ kind, name, creditCode, address }: ConcernedPartyGiven) {
  if (kind === PartyKind.INDIVIDUAL && creditCode)
    throw badInput('PARTY_IDENTITY', { zh: '自然人不填统一社会信用代码', en: 'A natural person has no credit code' });
  return {
    partyKind: kind,
    partyName: statedText('party.name', name, 100),
    partyCreditCode: creditCode ?? null,
    partyAddress: textOf('party.address', address, 200),
  };
}

/** Who has no number is known by name. */
export const hashed = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');
