import {
  type AssessmentDesk,
  BUREAU,
  COUNTY,
  DEPARTMENT,
  GOVERNMENTS,
  ORGANIZER,
  OURS,
  rater,
  type ScoredRound,
  THEIRS,
  TOWNSHIPS,
} from './assessment-desk';

/** Three bureaus of the county, which three townships rate. */
export const bureaus = [ORGANIZER, DEPARTMENT, BUREAU].map((creditCode) => ({ kind: 'ORGANIZATION', divisionCode: COUNTY, creditCode }));
export const towns = TOWNSHIPS.slice(0, 3).map((divisionCode, at) => ({ group: 'T', divisionCode, creditCode: GOVERNMENTS[at] }));
export const ours = rater(GOVERNMENTS[0], OURS);
export const theirs = rater(GOVERNMENTS[1], THEIRS);
const RATERS = [ours, theirs, rater(GOVERNMENTS[2], TOWNSHIPS[2])];

export const TOWNSHIP = { kind: 'TOWNSHIP', subjectKind: 'DIVISION', appraisedUnit: null };
export const STAFF = { kind: 'ANNUAL_STAFF', subjectKind: 'STAFF_MEMBER', appraisedUnit: null, gradeScale: 'INSTITUTION' };
export const personOf = (staffMemberId: string, divisionCode: string) => ({ kind: 'STAFF_MEMBER', divisionCode, staffMemberId });

export const indicatorOf = (code: string, weight: string) => ({
  code,
  name: `示例指标${code}`,
  weight,
  source: 'MANUAL',
  duty: 'PRIMARY',
  isBundled: false,
});

export const raterIn = ({ raters }: Pick<ScoredRound, 'raters'>, division: string): string =>
  raters.find(({ division: { code } }) => code === division)!.id;

/** A round in which each township gives the first bureau the first of these points, and so on. */
export async function bureausScored(desk: AssessmentDesk, points: readonly string[], more: object = {}): Promise<ScoredRound> {
  const round = await desk.round(await desk.scheme(more), bureaus, towns);
  for (const [at, { id }] of round.subjects.entries())
    for (const town of round.raters) {
      const who = RATERS.find(({ organization }) => organization === town.organization!.creditCode)!;
      expect((await desk.score(who, town.id, id, { A: points[at]! })).error).toBeUndefined();
    }
  return round;
}

export const calculated = async (desk: AssessmentDesk, points: readonly string[]) =>
  desk.step('calculateRound', await bureausScored(desk, points));
