import { type EntityManager, In } from 'typeorm';
import { teamsOnDuty } from '../team/team-on-duty';
import { Officer } from './officer.entity';
import { officersElsewhere, tooFewOfficers, uncertified } from './officer.errors';
import { mayInvestigate } from './officer.rules';
import { OfficerCertificate } from './officer-certificate.entity';

/** How many there must be (行政处罚法§42第二款). */
const FEWEST = 2;

interface WantedInvestigators {
  readonly officerIds: readonly string[];
  /** Where they are to act: a village's code too. */
  readonly divisionCode: string;
}

/**
 * The officers who may investigate in that place on that day; refused if they are fewer than two (or than `fewest`, where a law
 * lets one act alone), if one has no valid certificate, or if the team of one is not on duty there.
 */
export async function investigatorsOn(
  tx: EntityManager,
  { officerIds, divisionCode }: WantedInvestigators,
  day: string,
  fewest = FEWEST,
): Promise<Officer[]> {
  if (officerIds.length < fewest || new Set(officerIds).size < officerIds.length) throw tooFewOfficers();
  const officers = await tx.find(Officer, { where: { id: In([...officerIds]) }, order: { id: 'ASC' } });
  const certificates = await tx.findBy(OfficerCertificate, { officerId: In([...officerIds]) });
  const without = officerIds.filter((id) => {
    const officer = officers.find((each) => each.id === id);
    const own = certificates.filter(({ officerId }) => officerId === id);
    return !officer || !mayInvestigate(officer, own, day);
  });
  if (without.length > 0) throw uncertified(without, day);
  const teamIds = officers.flatMap(({ teamId }) => teamId ?? []);
  const onDuty = await teamsOnDuty(tx, [...new Set(teamIds)], divisionCode, day);
  const elsewhere = officers.filter(({ teamId }) => teamId === null || !onDuty.has(teamId)).map(({ id }) => id);
  if (elsewhere.length > 0) throw officersElsewhere(elsewhere, divisionCode);
  return officers;
}
