import { isCitizenId } from '@township-graph/shared/citizen-id';
import { textOf } from '@township-graph/shared/stated-text';
import { invalid } from '../case/case.errors';
import { type ConcernedPartyGiven, concernedPartyColumns, hashed } from '../concerned-party/concerned-party.rules';
import { PartyKind } from '../power/power.enums';

/** Whom a case is about, as it was entered. */
export interface PartyGiven extends ConcernedPartyGiven {
  readonly idNumber?: string | null;
  readonly representative?: string | null;
  readonly phone?: string | null;
}

/** Columns of the party, or a refusal of what cannot be one. */
export function partyColumns({ kind, name, idNumber, creditCode, representative, phone, address }: PartyGiven) {
  const number = idNumber?.trim().toUpperCase() || null;
  if (number !== null && !isCitizenId(number))
    throw invalid('IDENTITY_NUMBER', '公民身份号码不正确（GB 11643）', 'Not an identity number (GB 11643)');
  if (kind === PartyKind.ORGANIZATION && number !== null)
    throw invalid('PARTY_IDENTITY', '单位当事人不填公民身份号码', 'An organisation has no identity number');
  const party = concernedPartyColumns({ kind, name, creditCode, address });
  return {
    ...party,
    partyIdNumber: number,
    partyRepresentative: textOf('party.representative', representative, 100),
    partyPhone: textOf('party.phone', phone, 20),
    partyKey: creditCode ?? number ?? hashed(party.partyName),
  };
}
