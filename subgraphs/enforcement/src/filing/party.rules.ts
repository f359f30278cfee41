import { createHash } from 'node:crypto';
import { isCitizenId } from '@township-graph/shared/citizen-id';
import { statedText, textOf } from '@township-graph/shared/stated-text';
import { invalid } from '../case/case.errors';
import { PartyKind } from '../power/power.enums';

/** Whom a case is about, as it was entered. */
export interface PartyGiven {
  readonly kind: PartyKind;
  readonly name: string;
  readonly idNumber?: string | null;
  readonly creditCode?: string | null;
  readonly representative?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
}

/** Columns of the party, or a refusal of what cannot be one. */
export function partyColumns({ kind, name, idNumber, creditCode, representative, phone, address }: PartyGiven) {
  const number = idNumber?.trim().toUpperCase() || null;
  if (number !== null && !isCitizenId(number))
    throw invalid('IDENTITY_NUMBER', '公民身份号码不正确（GB 11643）', 'Not an identity number (GB 11643)');
  if (kind === PartyKind.ORGANIZATION && number !== null)
    throw invalid('PARTY_IDENTITY', '单位当事人不填公民身份号码', 'An organisation has no identity number');
  if (kind === PartyKind.INDIVIDUAL && creditCode)
    throw invalid('PARTY_IDENTITY', '自然人不填统一社会信用代码', 'A natural person has no credit code');
  const partyName = statedText('party.name', name, 100);
  return {
    partyKind: kind,
    partyName,
    partyIdNumber: number,
    partyCreditCode: creditCode ?? null,
    partyRepresentative: textOf('party.representative', representative, 100),
    partyPhone: textOf('party.phone', phone, 20),
    partyAddress: textOf('party.address', address, 200),
    partyKey: creditCode ?? number ?? hashed(partyName),
  };
}

/** Who has neither number is known by name. */
export const hashed = (...parts: readonly string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');
