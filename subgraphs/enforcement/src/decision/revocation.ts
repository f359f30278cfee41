import { dayOf } from '@township-graph/shared/clock';
import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseColumns, CaseMoving } from '../case/case-moving';
import { oweAll } from '../restitution/restitution-due';
import { CaseDecision } from './case-decision.entity';
import { decisionOf } from './decisions-of-case';
import { unmarkFined } from './fined-acts';

/** The decision is no more, and nothing of it is due; what was taken by it is: the act may be judged anew. */
export async function revoked(
  tx: EntityManager,
  moving: CaseMoving,
  enforcementCase: EnforcementCase,
  endReason: string,
  since = dayOf(moving.clock()),
): Promise<CaseColumns> {
  const { deadlines, clock } = moving;
  const { id: caseId } = enforcementCase;
  const { id } = await decisionOf(tx, caseId);
  await tx.update(CaseDecision, { id }, { revocation: endReason });
  await unmarkFined(tx, caseId);
  await deadlines.lapse(tx, caseId);
  const owed = await oweAll(tx, enforcementCase, since);
  return { endReason, endedAt: clock(), isExecutionEnded: true, redoGround: null, ...owed };
}
