import type { Clock } from '@township-graph/shared/clock';
import { covers } from '@township-graph/shared/division-code';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { EnforcementCase } from './case.entity';
import type { CaseSource } from './case.enums';
import { caseElsewhere, caseNotFiled, caseNotFound, caseOfOtherSource } from './case.errors';

/** The case, for a command of who has it, or to whom it was handed over; not yours and not there look the same. */
export async function ownCase(tx: EntityManager, viewer: Viewer, id: string, clock: Clock): Promise<EnforcementCase> {
  const enforcementCase = await tx.findOneBy(EnforcementCase, { id });
  // Compared again: MariaDB finds "x" for "x ".
  if (enforcementCase?.id !== id || !placesOf(enforcementCase).some((place) => sees(viewer, place, clock))) throw caseNotFound();
  return enforcementCase;
}

/** Where it is read: by the organ that has it, and by the one to which it was handed over. */
const placesOf = ({ divisionCode, receivingDivisionCode }: EnforcementCase) => [divisionCode, receivingDivisionCode ?? divisionCode];

/** Where a case is said to come from. */
export interface CaseOrigin {
  readonly source: CaseSource;
  readonly divisionCode: string;
}

/** The viewer's own case that came of it: filed with that source, by the organ of the place or one above it. */
export async function caseCameOf(
  tx: EntityManager,
  viewer: Viewer,
  id: string,
  { source, divisionCode }: CaseOrigin,
  clock: Clock,
): Promise<EnforcementCase> {
  const enforcementCase = await ownCase(tx, viewer, id, clock);
  if (enforcementCase.filedAt === null) throw caseNotFiled();
  if (enforcementCase.source !== source) throw caseOfOtherSource(source);
  if (!covers(enforcementCase.divisionCode, divisionCode)) throw caseElsewhere();
  return enforcementCase;
}
