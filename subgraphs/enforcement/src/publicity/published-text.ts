import { addDays } from '@township-graph/shared/calendar';
import { maskName, maskPersons } from '@township-graph/shared/masking';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseDecision } from '../decision/case-decision.entity';
import type { Penalty } from '../decision/penalty.rules';
import { penaltiesText } from '../document/case-wording';
import { PartyKind, PenaltyKind } from '../power/power.enums';
import { confiscatedOf } from './publication.rules';

/**
 * What is published of a decision (双公示): the name of an organisation with its credit code, of a natural person or a sole trader no more
 * than a masked name; no address, no identity number. What is public is kept as it is public: there is no clear name behind it to leak.
 */
export function publishedColumns(enforcementCase: EnforcementCase, decision: CaseDecision, statedFacts: string | null) {
  const { partyKind, partyName, partyCreditCode, partyRepresentative, organCreditCode, organName, cause, domain } = enforcementCase;
  const { documentNumber, facts, legalBasis, decided, fineFen, decidedOn } = decision;
  const isOrganization = partyKind === PartyKind.ORGANIZATION;
  const masked = withoutPersons(enforcementCase);
  return {
    partyKind: partyKind!,
    partyName: isOrganization ? partyName! : maskName(partyName!),
    partyCreditCode: isOrganization ? partyCreditCode : null,
    partyRepresentative: isOrganization && partyRepresentative ? maskName(partyRepresentative) : null,
    documentNumber,
    cause: cause!,
    domain: domain!,
    facts: masked(statedFacts ?? facts),
    legalBasis,
    penaltyKinds: [...new Set(decided.map(({ kind }) => kind))],
    penalties: masked(penaltiesText(decided)),
    licence: licencesOf(decided, masked),
    fineFen,
    confiscatedFen: confiscatedOf(decided),
    decidedOn,
    validUntil: validUntil(decided, decidedOn),
    organCreditCode: organCreditCode!,
    organName: organName!,
  };
}

const OF_LICENCES: readonly PenaltyKind[] = [PenaltyKind.LICENCE_SUSPENSION, PenaltyKind.LICENCE_REVOCATION];

function licencesOf(penalties: readonly Penalty[], masked: (text: string) => string): string | null {
  const names = penalties.flatMap(({ kind, object }) => (OF_LICENCES.includes(kind) && object ? [object] : []));
  return names.length > 0 ? masked(names.join('、')) : null;
}

/** Until when a penalty that lasts for a time has effect; null where none ends by itself. */
function validUntil(penalties: readonly Penalty[], decidedOn: string): string | null {
  const days = penalties.flatMap((each) => each.days ?? []);
  return days.length > 0 ? addDays(decidedOn, Math.max(...days)) : null;
}

/** Takes out of free text whatever the case knows of persons, and every number that looks like one of theirs. */
export function withoutPersons({
  partyKind,
  partyName,
  partyRepresentative,
  partyAddress,
  partyPhone,
  partyIdNumber,
}: Pick<EnforcementCase, 'partyKind' | 'partyName' | 'partyRepresentative' | 'partyAddress' | 'partyPhone' | 'partyIdNumber'>): (
  text: string,
) => string {
  const names = [partyKind === PartyKind.ORGANIZATION ? null : partyName, partyRepresentative].flatMap((name) => name ?? []);
  const numbers = [partyAddress, partyPhone, partyIdNumber].flatMap((each) => each ?? []);
  return (text) =>
    maskPersons(
      numbers.reduce((said, each) => said.replaceAll(each, '***'), text),
      names,
    );
}

/** The same of what an organ says publicly about a withdrawal. */
export const publicReason = (enforcementCase: EnforcementCase, reason: string) => withoutPersons(enforcementCase)(reason);
