import { gradeOf } from '../scoring/grade';
import type { AppraisalResult } from './result.entity';

/** What a year came to for a member of staff, as others are told of it. */
export function annualResult({ id: resultId, subjectKey: staffMemberId, year, gradeScale, level }: AppraisalResult) {
  return { staffMemberId, year, gradeScale, grade: gradeOf(gradeScale, level!), resultId };
}
