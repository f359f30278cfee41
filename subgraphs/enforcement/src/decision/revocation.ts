import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseColumns, CaseMoving } from '../case/case-moving';
import { CaseDecision } from './case-decision.entity';
import { decisionOf } from './decisions-of-case';
import { unmarkFined } from './fined-acts';

/** The decision is no more, and nothing of it is due: the act may be judged anew. */
export async function revoked(
  tx: EntityManager,
  { deadlines, clock }: CaseMoving,
  { id: caseId }: EnforcementCase,
  endReason: string,
): Promise<CaseColumns> {
  const { id } = await decisionOf(tx, caseId);
  await tx.update(CaseDecision, { id }, { revocation: endReason });
  await unmarkFined(tx, caseId);
  await deadlines.lapse(tx, caseId);
  return { endReason, endedAt: clock(), isExecutionEnded: true, redoGround: null };
}
