import type { OutboxEntry } from '@township-graph/shared/command/journal';
import { annualResult } from '../result/annual-result';
import type { AppraisalResult } from '../result/result.entity';
import { concernedBy, eventOf } from '../result/result-publicity';
import type { AppraisalRound } from '../round/round.entity';
import { SchemeKind } from '../scheme/scheme.enums';
import { gradeOf } from '../scoring/grade';

/**
 * To all that read the result; and what a year came to for a person is told again, as a correction with its version, to who acts on
 * it. Whose grade is as it was has no other consequences either.
 */
export function correctionEvents(after: AppraisalResult, before: AppraisalResult, round: AppraisalRound): OutboxEntry[] {
  const { version, gradeScale } = after;
  const corrected = { ...eventOf(after, 'RESULT_CORRECTED', { version }), concerns: concernedBy(after, round) };
  if (round.kind !== SchemeKind.ANNUAL_STAFF || after.level === before.level) return [corrected];
  const again = { ...annualResult(after), was: gradeOf(gradeScale, before.level!), version };
  return [corrected, eventOf(after, 'ANNUAL_RESULT_CORRECTED', again)];
}
