import { daysBetween } from '@township-graph/shared/calendar';
import { startOfDay } from '@township-graph/shared/clock';
import { LimitUnit, RestDayRule } from '@township-graph/shared/deadline';
import type { EntityManager } from 'typeorm';
import { DECISION_CLOCK, rule } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { CaseProcedure } from '../case/case.enums';
import { invalid, upheld } from '../case/case.errors';
import { type CaseColumns, type CaseMoving, subjectOf } from '../case/case-moving';
import { decisionOf } from '../decision/decisions-of-case';
import { FORGOTTEN } from '../notice/forgotten';
import { isSameDecision, type Judged, sameDecisionRefusal } from './redo.rules';
import { Remedy } from './remedy.entity';
import type { RevocationGround } from './remedy.enums';

/** The order to decide anew, as the review decision or the judgment gives it. */
export interface RedoGiven {
  readonly ground: RevocationGround;
  readonly until?: string | null;
}

/** Not of what it was decided: it is undecided again. */
const UNDONE = {
  ...FORGOTTEN,
  procedure: CaseProcedure.ORDINARY,
  outcome: null,
  decidedAt: null,
  isOnTime: null,
  servedOn: null,
  isPaidUp: null,
  isExecutionEnded: false,
  endedAt: null,
  endReason: null,
  archiveNumber: null,
} as const;

/** The case is investigated anew, in the time that was set; what was known before still is. */
export async function decideAnew(
  tx: EntityManager,
  { deadlines, settings }: CaseMoving,
  enforcementCase: EnforcementCase,
  { id: remedyId, concludedOn }: { readonly id: string; readonly concludedOn: string },
  { ground, until }: RedoGiven,
): Promise<CaseColumns> {
  if (until && until <= concludedOn)
    throw invalid('REDO_DAY', '重新作出决定的期限须晚于复议决定、判决之日', 'The time to decide anew ends after the day of the order');
  await tx.update(Remedy, { id: remedyId }, { redoGround: ground, redoUntil: until ?? null, evidence: enforcementCase.everVerified() });
  const set = until && rule(daysBetween(concludedOn, until), LimitUnit.DAY, '行政复议法§64①、行政诉讼法§70', RestDayRule.STANDS);
  const { dueAt } = await deadlines.start(tx, subjectOf(enforcementCase), DECISION_CLOCK, set || settings.redo, startOfDay(concludedOn));
  return { ...UNDONE, decideBy: dueAt, redoGround: ground };
}

/** What is decided anew is not what was revoked, on nothing that is new. */
export async function refuseSame(tx: EntityManager, enforcementCase: EnforcementCase, judged: Judged) {
  const { id: caseId, redoGround } = enforcementCase;
  if (redoGround === null) return;
  const before = await decisionOf(tx, caseId);
  const [order] = await tx.find(Remedy, { where: { caseId }, order: { id: 'DESC' }, take: 1 });
  const hasNewEvidence = enforcementCase.everVerified() > order!.evidence!;
  upheld(sameDecisionRefusal({ ground: redoGround, hasNewEvidence, isSame: isSameDecision(judged, before) }));
}
