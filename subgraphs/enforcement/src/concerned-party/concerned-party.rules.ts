import { DomainError } from '@township-graph/shared/errors';
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
  if (kind === PartyKind.INDIVIDUAL && creditCode) {
    throw new DomainError('BAD_USER_INPUT', 'PARTY_IDENTITY', {
      zh: '自然人不填统一社会信用代码',
      en: 'A natural person has no credit code',
    });
  }
  return {
    partyKind: kind,
    partyName: statedText('party.name', name, 100),
    partyCreditCode: creditCode ?? null,
    partyAddress: textOf('party.address', address, 200),
  };
}
