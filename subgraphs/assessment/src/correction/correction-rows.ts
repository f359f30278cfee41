import { v7 as uuid } from 'uuid';
import type { AppraisalResult } from '../result/result.entity';
import type { AppraisalRound } from '../round/round.entity';
import type { ResultCorrection } from './correction.entity';

/** Why a result was corrected, as it is written down. */
export type CorrectionStated = Pick<ResultCorrection, 'ground' | 'document' | 'reason' | 'appliedOn' | 'correctedAt'>;

type CorrectionRow = {
  [K in keyof ResultCorrection as ResultCorrection[K] extends (...args: never[]) => unknown ? never : K]: ResultCorrection[K];
};

/** What a result was, and what it is since. `calculation`: which one gave it, null of a grade that was decided. */
export function correctionRow(
  after: AppraisalResult,
  before: AppraisalResult,
  { divisionCode: roundDivisionCode }: AppraisalRound,
  stated: CorrectionStated,
  { calculation = null, isConsequence = false }: Partial<Pick<ResultCorrection, 'calculation' | 'isConsequence'>> = {},
): CorrectionRow {
  const { id: resultId, divisionCode, gradeScale, version } = after;
  return {
    id: uuid(),
    resultId,
    divisionCode,
    roundDivisionCode,
    version,
    gradeScale,
    fromLevel: before.level!,
    toLevel: after.level!,
    fromHundredths: before.scoreHundredths,
    toHundredths: after.scoreHundredths,
    fromRank: before.rank,
    toRank: after.rank,
    calculation,
    isConsequence,
    ...stated,
  };
}
