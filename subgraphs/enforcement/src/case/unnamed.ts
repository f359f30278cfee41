import { maskPersons } from '@township-graph/shared/masking';
import { PartyKind } from '../power/power.enums';
import type { EnforcementCase } from './case.entity';

/** Who the party is, the case says, masked for whom it must be; what is told in free words does not say it again, nor name others. */
export function unnamed({ partyKind, partyName }: EnforcementCase, text: string, ...others: readonly string[]): string {
  const party = partyName !== null && partyKind !== PartyKind.ORGANIZATION ? [partyName] : [];
  return maskPersons(text, [...party, ...others]);
}
