import { compared, dividedBy, type Exact, exact, exactOf, HUNDRED, sumOf, times, ZERO } from '../scoring/exact';
import { GradeScale } from '../scoring/grade';
import { speaksOfFines } from './fines';
import { type AppraisedUnit, IndicatorDuty, IndicatorSource, RaterKind, SchemeKind, SubjectKind } from './scheme.enums';
import type { SchemeAdjustment, SchemeCutOffs, SchemeIndicator, SchemeRater } from './scheme.parts';

/** What a scheme says, as it is given. */
export interface SchemeContent {
  readonly kind: SchemeKind;
  readonly subjectKind: SubjectKind;
  readonly bundledKind?: SubjectKind | null;
  readonly appraisedUnit?: AppraisedUnit | null;
  readonly gradeScale: GradeScale;
  readonly indicators: readonly SchemeIndicator[];
  readonly raters: readonly SchemeRater[];
  readonly bonuses: readonly SchemeAdjustment[];
  readonly deductions: readonly SchemeAdjustment[];
  readonly bonusCap: string;
  readonly vetoes: readonly string[];
  readonly cutOffs: SchemeCutOffs;
  readonly quotaPercent?: number | null;
}

export interface SchemeFault {
  readonly reason: string;
  readonly at: string | null;
}

const { DIVISION, ORGANIZATION, STAFF_MEMBER } = SubjectKind;

/** What each kind of scheme appraises. */
const SUBJECTS: Readonly<Record<SchemeKind, readonly SubjectKind[]>> = {
  MUTUAL: [DIVISION, ORGANIZATION],
  THREE_PARTY: [DIVISION, ORGANIZATION],
  FOUR_DIMENSION: [STAFF_MEMBER],
  GRID_MONTHLY: [STAFF_MEMBER],
  DEPARTMENT_YEAR_END: [ORGANIZATION],
  ANNUAL_STAFF: [STAFF_MEMBER],
  TOWNSHIP: [DIVISION],
};

const CODE = /^[A-Za-z0-9_]{1,30}$/;
const fault = (reason: string, at: string | null = null): SchemeFault => ({ reason, at });

/** The first thing that is wrong with it; null if nothing is. `townshipShare` is the least that townships' scores weigh, in a hundred. */
export function faultOf(scheme: SchemeContent, townshipShare: number | null): SchemeFault | null {
  return (
    subjectFault(scheme) ??
    codesFault(scheme) ??
    weightsFault(scheme) ??
    firstOf(scheme.indicators, (indicator) => indicatorFault(indicator, scheme)) ??
    gradesFault(scheme) ??
    pointsFault(scheme) ??
    shareFault(scheme, townshipShare)
  );
}

function subjectFault({ kind, subjectKind, bundledKind, appraisedUnit, gradeScale, indicators }: SchemeContent): SchemeFault | null {
  if (!SUBJECTS[kind].includes(subjectKind)) return fault('SUBJECT_OF_KIND', 'subjectKind');
  const isUnit = subjectKind !== STAFF_MEMBER;
  if (isUnit !== (gradeScale === GradeScale.ORGANIZATION)) return fault('SCALE_OF_SUBJECT', 'gradeScale');
  if ((subjectKind === ORGANIZATION) !== Boolean(appraisedUnit)) return fault('APPRAISED_UNIT', 'appraisedUnit');
  if (indicators.some(({ isBundled }) => isBundled) !== Boolean(bundledKind)) return fault('BUNDLED_KIND', 'bundledKind');
  const isPair = !bundledKind || (isUnit && bundledKind !== STAFF_MEMBER && bundledKind !== subjectKind);
  return isPair ? null : fault('BUNDLED_KIND', 'bundledKind');
}

function codesFault({ indicators, raters, bonuses, deductions, vetoes }: SchemeContent): SchemeFault | null {
  if (indicators.length < 1 || indicators.length > 100 || raters.length > 20) return fault('SIZE', 'indicators');
  if (bonuses.length > 50 || deductions.length > 50 || vetoes.length > 50) return fault('SIZE', 'bonuses');
  for (const codes of [indicators, raters, [...bonuses, ...deductions]].map((parts) => parts.map(({ code }) => code))) {
    const wrong = codes.find((code, index) => !CODE.test(code) || codes.indexOf(code) !== index);
    if (wrong !== undefined) return fault('CODE', wrong.slice(0, 30));
  }
  return null;
}

function weightsFault({ indicators, raters }: SchemeContent): SchemeFault | null {
  const weightless = indicators.find(({ weight }) => compared(exact(weight), ZERO) <= 0);
  if (weightless) return fault('WEIGHT', weightless.code);
  const negative = raters.find(({ weight, quorum }) => compared(exact(weight), ZERO) < 0 || (quorum ?? 1) < 1);
  if (negative) return fault('WEIGHT', negative.code);
  const isHundred = (parts: readonly { readonly weight: string }[]) =>
    compared(sumOf(parts.map(({ weight }) => exact(weight))), HUNDRED) === 0;
  if (!isHundred(indicators)) return fault('WEIGHTS_NOT_100', 'indicators');
  const isRated = indicators.some(({ source }) => source === IndicatorSource.MANUAL);
  return isRated !== raters.length > 0 || (isRated && !isHundred(raters)) ? fault('WEIGHTS_NOT_100', 'raters') : null;
}

/** Its own text, and what it asks of the graph. What other fields the query reaches, whoever saves it asks the graph's schema. */
function indicatorFault(indicator: SchemeIndicator, { subjectKind }: SchemeContent): SchemeFault | null {
  const { code, name, description, source, duty, isBundled, query, answerPath, worst, best } = indicator;
  if (speaksOfFines([code, name, description, query, answerPath])) return fault('FINES_IN_APPRAISAL', code);
  if (subjectKind === DIVISION && duty === IndicatorDuty.SUPPORTING) return fault('SUPPORTING_DUTY', code);
  const given = [query, answerPath, worst, best].filter((each) => each !== null && each !== undefined && each !== '');
  if (source === IndicatorSource.MANUAL) return given.length === 0 ? null : fault('QUERY_OF_MANUAL', code);
  if (given.length < 4 || isBundled) return fault('QUERY_INCOMPLETE', code);
  return compared(exact(worst!), exact(best!)) === 0 ? fault('QUERY_RANGE', code) : null;
}

function gradesFault({ cutOffs, quotaPercent }: SchemeContent): SchemeFault | null {
  const [first, second, third] = [cutOffs.first, cutOffs.second, cutOffs.third].map(exact) as [Exact, Exact, Exact];
  const isFalling =
    compared(first, second) > 0 && compared(second, third) > 0 && compared(third, ZERO) > 0 && compared(first, HUNDRED) <= 0;
  if (!isFalling) return fault('CUT_OFFS', 'cutOffs');
  const isQuota = (quotaPercent ?? 0) >= 0 && (quotaPercent ?? 0) <= 100;
  return isQuota ? null : fault('QUOTA', 'quotaPercent');
}

function pointsFault({ bonuses, deductions, bonusCap }: SchemeContent): SchemeFault | null {
  const isPoints = (text: string) => compared(exact(text), ZERO) >= 0 && compared(exact(text), HUNDRED) <= 0;
  if (!isPoints(bonusCap)) return fault('POINTS', 'bonusCap');
  return firstOf([...bonuses, ...deductions], ({ code, name, maximum }) => {
    if (speaksOfFines([code, name])) return fault('FINES_IN_APPRAISAL', code);
    return isPoints(maximum) && compared(exact(maximum), ZERO) > 0 ? null : fault('POINTS', code);
  });
}

/** What townships say of a department, or of a unit that it sent out, weighs at least so much. */
function shareFault(scheme: SchemeContent, least: number | null): SchemeFault | null {
  if (least === null) return null;
  return compared(townshipShareOf(scheme), exactOf(least)) >= 0 ? null : fault('TOWNSHIP_SHARE', 'raters');
}

/** In a hundred: what raters give, times what townships weigh among them. */
function townshipShareOf({ indicators, raters }: SchemeContent): Exact {
  const manual = sumOf(indicators.filter(({ source }) => source === IndicatorSource.MANUAL).map(({ weight }) => exact(weight)));
  const townships = sumOf(raters.filter(({ kind }) => kind === RaterKind.TOWNSHIP).map(({ weight }) => exact(weight)));
  return dividedBy(times(manual, townships), HUNDRED);
}

function firstOf<T>(all: readonly T[], faultIn: (each: T) => SchemeFault | null): SchemeFault | null {
  for (const each of all) {
    const found = faultIn(each);
    if (found) return found;
  }
  return null;
}
