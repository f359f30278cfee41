import { insertAll } from '@township-graph/shared/insert-all';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { CaseOfficer } from './case-officer.entity';
import { CaseFunction } from './filing.enums';
import type { Functions } from './separation.rules';

type Placed = Pick<EnforcementCase, 'id' | 'divisionCode'>;

/** These officers from now on; who had the function before has left it. */
export async function assign(
  tx: EntityManager,
  { id: caseId, divisionCode }: Placed,
  caseFunction: CaseFunction,
  officerIds: readonly string[],
  now: Date,
): Promise<void> {
  const standing = await tx.findBy(CaseOfficer, { caseId, caseFunction, until: IsNull() });
  for (const { id, officerId } of standing) if (!officerIds.includes(officerId)) await tx.update(CaseOfficer, { id }, { until: now });
  const added = [...new Set(officerIds)].filter((each) => !standing.some(({ officerId }) => officerId === each));
  await insertAll(
    tx,
    CaseOfficer,
    added.map((officerId) => ({ id: uuid(), caseId, divisionCode, officerId, caseFunction, since: now, until: null })),
  );
}

/** Who has done what in the case, at whatever time: who investigated once does not review later. */
export async function functionsOf(tx: EntityManager, caseId: string): Promise<Functions> {
  const all = await tx.findBy(CaseOfficer, { caseId });
  const of = (wanted: CaseFunction) => all.filter(({ caseFunction }) => caseFunction === wanted).map(({ officerId }) => officerId);
  return {
    investigators: of(CaseFunction.INVESTIGATOR),
    reviewerId: of(CaseFunction.REVIEWER).at(-1),
    hostId: of(CaseFunction.HOST).at(-1),
  };
}

/** Who investigates now. */
export async function investigatorsOf(tx: EntityManager, caseId: string): Promise<string[]> {
  const standing = await tx.findBy(CaseOfficer, { caseId, caseFunction: CaseFunction.INVESTIGATOR, until: IsNull() });
  return standing.map(({ officerId }) => officerId);
}
