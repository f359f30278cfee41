import { CaseState } from '../case/case.enums';
import { OPEN_STATES } from '../case/case.moves';
import { OWES_RESTITUTION, UNDECIDED_RECUSAL } from '../case/case-waiting';
import { PenaltyKind } from '../power/power.enums';
import { RemedyKind, RemedyOutcome } from '../remedy/remedy.enums';
import { CONTENT_UP_TO } from '../return-visit/return-visit.enums';
import { countOf, shareOf } from './measure-sql';

/** When it is due, at the latest, by those clocks of the case that were not called off. */
const dueAt = (kind: string) =>
  `(SELECT MAX(clock.dueAt) FROM case_deadline clock WHERE clock.subjectId = row.id AND clock.kind = '${kind}' AND clock.state <> 'LAPSED')`;

/** A time that is counted in days is over with a day of Shanghai, and the last instant of that is on the same day in UTC. */
const dayOf = (instant: string) => `SUBSTR(${instant}, 1, 10)`;

const LAST_PAID_ON = '(SELECT MAX(payment.paidOn) FROM fine_payment payment WHERE payment.caseId = row.id)';

/** Of what is paid, by the last payment; of what is not, once it should be. What is due is looked up once a case; where nothing is, the case does not count. */
const PAID_ON_TIME_SHARE = `AVG(CASE WHEN row.isPaidUp THEN (COALESCE(${LAST_PAID_ON}, '9') <= ${dayOf(dueAt('PAYMENT'))}) * 1.0
  WHEN row.isPaidUp IS NOT NULL AND ${dueAt('PAYMENT')} < :now THEN 0.0 END)`;
const ORDINARY = `row.procedure = 'ORDINARY'`;

/** In which the ninety days run. */
export const UNDECIDED_STATES = OPEN_STATES.filter((state) => state !== CaseState.SUSPENDED);

/** The measures that one number tells, by their SQL: shares are quotients of sums, so that one statement gives them for any grouping. */
export const MEASURES = {
  cases: 'COUNT(*)',
  decided: 'COUNT(row.decidedAt)',
  closed: 'COUNT(row.endedAt)',
  overdue: countOf('row.decidedAt IS NULL AND row.decideBy < :now AND row.state IN (:...undecidedStates)'),
  undecidedRecusals: countOf(UNDECIDED_RECUSAL),
  restitutionsDue: countOf(OWES_RESTITUTION),
  decidedOnTimeShare: shareOf(`${ORDINARY} AND row.decidedAt IS NOT NULL`, 'row.isOnTime'),
  servedOnTimeShare: shareOf(`${ORDINARY} AND row.servedOn IS NOT NULL`, `row.servedOn <= ${dayOf(dueAt('SERVICE'))}`),
  paidOnTimeShare: PAID_ON_TIME_SHARE,
  frequentCases: countOf('power.isFrequent'),
  stationShare: shareOf('power.isFrequent', 'LENGTH(row.divisionCode) = 9'),
  visited: 'COUNT(visit.grade)',
  satisfaction: shareOf('visit.grade IS NOT NULL', `visit.grade <= ${CONTENT_UP_TO}`),
} as const;

export type Measure = keyof typeof MEASURES;

/** Days of the ordinary procedure. How two instants are taken from each other, engines disagree. */
export const averageDays = (isSqlite: boolean) =>
  `AVG(CASE WHEN ${ORDINARY} THEN ${isSqlite ? 'JULIANDAY(row.decidedAt) - JULIANDAY(row.filedAt)' : 'TIMESTAMPDIFF(SECOND, row.filedAt, row.decidedAt) / 86400.0'} END)`;

/** Penalties are JSON that we write ourselves; in a text of it every quotation mark has a backslash before it. */
export const penaltyCount = (kind: PenaltyKind) => countOf(`decision.revocation IS NULL AND decision.decided LIKE '%"kind":"${kind}"%'`);

export const PENALTY_KINDS = Object.values(PenaltyKind);

const PENDING = 'PENDING';
export const REMEDY_COUNTS = [...Object.values(RemedyOutcome), PENDING] as const;
export const remedyColumn = (kind: RemedyKind, count: (typeof REMEDY_COUNTS)[number]) => `${kind}_${count}`;

/** Reviews and lawsuits of each case that has any: few have, so that the whole table is soon counted. */
export const REMEDIES = `(SELECT remedied.caseId, ${Object.values(RemedyKind)
  .flatMap((kind) =>
    REMEDY_COUNTS.map((count) => {
      const outcome = count === PENDING ? 'IS NULL' : `= '${count}'`;
      return `${countOf(`remedied.kind = '${kind}' AND remedied.outcome ${outcome}`)} AS ${remedyColumn(kind, count)}`;
    }),
  )
  .join(', ')} FROM case_remedy remedied GROUP BY remedied.caseId)`;
