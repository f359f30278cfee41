import type { ApplyChange } from '@township-graph/shared/feed-follower/feed-follower';
import type { FollowedChange } from '@township-graph/shared/feed-follower/followed-feed';
import { integerIn, textIn } from '@township-graph/shared/feed-follower/payload';
import { CivilServantGrade, InstitutionGrade } from '@township-graph/shared/staff-grade';
import type { EntityManager } from 'typeorm';
import type { AppraisalCorrections } from '../placement/appraisal-corrections';
import type { AnnualResult, Appraisals } from '../placement/appraisals';
import type { GradeGiven } from '../placement/placement.commands';
import { correctRecallGround, type MutualEvaluation, recordRecallGround } from '../recall-ground/recall-grounds';
import { StaffMember } from '../staff-member/staff-member.entity';

const JOB = 'follow-assessmentFeed';

/** What confirmed results of the assessment lead to here: a year of somebody's placement, and the ground of a recall. */
export class FollowedResults {
  /** `recallGrades`: what a township must have said of a department, so that it may ask for its staff to be recalled. */
  constructor(
    private readonly appraisals: Appraisals,
    private readonly corrections: AppraisalCorrections,
    private readonly recallGrades: readonly string[],
  ) {}

  readonly apply: Readonly<Record<string, ApplyChange>> = {
    ANNUAL_RESULT_CONFIRMED: (tx, { payload }) => this.appraisals.applyResult(tx, JOB, resultIn(payload, 1)),
    ANNUAL_RESULT_CORRECTED: (tx, { payload }) => this.corrections.correct(tx, JOB, resultIn(payload, integerIn(payload, 'version'))),
    MUTUAL_EVALUATION_CONFIRMED: async (tx, change) => recordRecallGround(tx, await this.evaluationIn(tx, change, 1)),
    MUTUAL_EVALUATION_CORRECTED: async (tx, change) =>
      correctRecallGround(tx, await this.evaluationIn(tx, change, integerIn(change.payload, 'version'))),
  };

  private async evaluationIn(
    tx: EntityManager,
    { payload, divisionCode, at }: FollowedChange,
    sourceVersion: number,
  ): Promise<MutualEvaluation> {
    const departmentCreditCode = textIn(payload, 'department');
    return {
      divisionCode,
      departmentCreditCode,
      departmentName: await nameOf(tx, departmentCreditCode),
      period: String(integerIn(payload, 'year')),
      isEnabling: this.recallGrades.includes(textIn(payload, 'grade')),
      sourceId: textIn(payload, 'resultId'),
      sourceVersion,
      confirmedAt: new Date(at),
    };
  }
}

function resultIn(payload: FollowedChange['payload'], version: number): AnnualResult {
  const [staffMemberId, resultId] = [textIn(payload, 'staffMemberId'), textIn(payload, 'resultId')];
  return { staffMemberId, resultId, year: integerIn(payload, 'year'), version, ...gradeIn(payload) };
}

/** As its staff have it; a department of whom nobody is known here has nobody to be recalled either, and goes by its code. */
async function nameOf(tx: EntityManager, creditCode: string): Promise<string> {
  const staff = await tx.findOneBy(StaffMember, { homeCreditCode: creditCode });
  return staff?.homeName ?? creditCode;
}

/** Civil servants and institutions have grades of their own; which, the result says itself. */
function gradeIn(payload: FollowedChange['payload']): GradeGiven {
  const scale = textIn(payload, 'gradeScale');
  const grade = textIn(payload, 'grade');
  if (scale === 'INSTITUTION') return { institutionGrade: oneOf(InstitutionGrade, grade) };
  if (scale === 'CIVIL_SERVANT') return { civilServantGrade: oneOf(CivilServantGrade, grade) };
  throw new TypeError(`no grade of a person: ${scale}`);
}

function oneOf<E extends string>(grades: Readonly<Record<string, E>>, grade: string): E {
  const known = Object.values(grades).find((each) => each === grade);
  if (known === undefined) throw new TypeError(`no grade that is known here: ${grade}`);
  return known;
}
