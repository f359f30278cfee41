import type { Viewer } from '@township-graph/shared/viewer';
import type { AppraisalResult } from '../result/result.entity';
import { SubjectKind } from '../scheme/scheme.enums';
import { type GradeScale, gradeOf, type Level } from '../scoring/grade';
import { CorrectionGround } from './correction.enums';
import { notConfirmed, notGraded, nothingCorrected, ownResult, worseForApplying, wrongGrade } from './correction.errors';

export interface GivenGrade {
  readonly civilServant?: string | null;
  readonly institution?: string | null;
  readonly organization?: string | null;
}

/** The level that was given in the words of the scale, and in no others. */
export function levelGiven({ civilServant, institution, organization }: GivenGrade, scale: GradeScale): Level {
  const given = { CIVIL_SERVANT: civilServant, INSTITUTION: institution, ORGANIZATION: organization };
  const [one, ...more] = Object.entries(given).filter(([, grade]) => grade !== null && grade !== undefined);
  if (!one || more.length > 0 || one[0] !== scale) throw wrongGrade(scale);
  return ([1, 2, 3, 4] as const).find((level) => gradeOf(scale, level) === one[1])!;
}

/** Who was appraised, whatever they sign in for. */
const isOwn = ({ subject, organization }: Viewer, { subjectKind, subjectKey }: AppraisalResult): boolean =>
  subjectKind === SubjectKind.STAFF_MEMBER ? subject === subjectKey : organization === subjectKey;

/** Why this viewer may not correct it although they hold the round; null where they may. */
export function correctionRefusal(viewer: Viewer, result: AppraisalResult) {
  if (result.confirmedAt === null) return notConfirmed();
  if (result.level === null) return notGraded();
  return isOwn(viewer, result) ? ownResult() : null;
}

/** A correction changes something, and who applied for it is not worse off for that (公务员法§97). */
export function checkChange(from: Level, to: Level, ground: CorrectionGround): void {
  if (from === to) throw nothingCorrected();
  if (to > from && ground !== CorrectionGround.ERROR) throw worseForApplying();
}
