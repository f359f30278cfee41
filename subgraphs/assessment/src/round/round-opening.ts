import { covers } from '@township-graph/shared/division-code';
import { statedText } from '@township-graph/shared/stated-text';
import { v7 as uuid } from 'uuid';
import type { AppraisalScheme } from '../scheme/scheme.entity';
import { IndicatorSource, SubjectKind } from '../scheme/scheme.enums';
import { compared, exact, ZERO } from '../scoring/exact';
import type { GivenRater, GivenSubject, OpenRound } from './round.commands';
import type { RoundBundle } from './round.entity';
import { notOfThatYear, wrongBundle, wrongRaters, wrongSubjects } from './round.errors';
import { RoundRater } from './round-rater.entity';
import { RoundSubject } from './round-subject.entity';

const MOST_SUBJECTS = 2000;
const MOST_RATERS = 500;
/** What a round is computed from is kept as one text. */
const MOST_CARDS = 50_000;

/** The subjects of a new round, as they are given. */
export function subjectsOf({ divisionCode, subjects }: OpenRound, roundId: string, scheme: AppraisalScheme): RoundSubject[] {
  if (subjects.length < 1 || subjects.length > MOST_SUBJECTS) throw wrongSubjects(null);
  const seen = new Set<string>();
  return subjects.map((given, at) => {
    const subjectKey = keyOf(given);
    const isOfScheme = given.kind === scheme.subjectKind || given.kind === scheme.bundledKind;
    const name = `${given.kind}:${subjectKey}`;
    if (subjectKey === null || !isOfScheme || !covers(divisionCode, given.divisionCode) || seen.has(name)) throw wrongSubjects(at);
    seen.add(name);
    const organizationCode = given.kind === SubjectKind.STAFF_MEMBER ? (given.creditCode ?? null) : null;
    const { divisionCode: place, kind: subjectKind } = given;
    return Object.assign(new RoundSubject(), { id: uuid(), roundId, divisionCode: place, subjectKind, subjectKey, organizationCode });
  });
}

function keyOf({ kind, divisionCode, creditCode, staffMemberId }: GivenSubject): string | null {
  switch (kind) {
    case SubjectKind.DIVISION:
      return creditCode || staffMemberId ? null : divisionCode;
    case SubjectKind.ORGANIZATION:
      return staffMemberId ? null : (creditCode ?? null);
    case SubjectKind.STAFF_MEMBER:
      return staffMemberId ? statedText('staffMemberId', staffMemberId, 36) : null;
  }
}

/** Its raters: in the scheme's groups, of which each that counts has somebody. */
export function ratersOf({ divisionCode, subjects, raters }: OpenRound, roundId: string, scheme: AppraisalScheme): RoundRater[] {
  if (raters.length > MOST_RATERS || raters.length * subjects.length > MOST_CARDS) throw wrongRaters(null);
  const county = divisionCode.slice(0, 6);
  const seen = new Set<string>();
  const made = raters.map((given) => {
    const name = `${given.group}:${given.creditCode ?? ''}:${given.account ?? ''}`;
    const isOfScheme = scheme.raters.some(({ code }) => code === given.group);
    const isOne = Boolean(given.creditCode) !== Boolean(given.account);
    if (!isOfScheme || !isOne || !covers(county, given.divisionCode) || seen.has(name)) throw wrongRaters(given.group.slice(0, 30));
    seen.add(name);
    return raterOf(given, roundId, divisionCode);
  });
  const isRated = scheme.indicators.some(({ source }) => source === IndicatorSource.MANUAL);
  const missing = scheme.raters.find(
    ({ code, weight }) => compared(exact(weight), ZERO) > 0 && !made.some(({ groupCode }) => groupCode === code),
  );
  if (isRated && missing) throw wrongRaters(missing.code);
  return made;
}

const raterOf = ({ group, divisionCode, creditCode, account }: GivenRater, roundId: string, roundDivisionCode: string): RoundRater =>
  Object.assign(new RoundRater(), {
    id: uuid(),
    roundId,
    divisionCode,
    roundDivisionCode,
    groupCode: group,
    creditCode: creditCode ?? null,
    account: account ? statedText('account', account, 100) : null,
  });

/** 捆绑考核: each bundle joins a division and an organisation on one indicator, and each subject is in one of them. */
export function bundlesOf({ bundles }: OpenRound, subjects: readonly RoundSubject[], scheme: AppraisalScheme): RoundBundle[] {
  const codes = scheme.indicators.filter(({ isBundled }) => isBundled).map(({ code }) => code);
  const made = (bundles ?? []).map(({ indicator, subjects: places }) => {
    const members = places.map((place) => subjects[place]);
    const kinds = new Set(members.map((member) => member?.subjectKind));
    if (!codes.includes(indicator) || kinds.has(undefined) || kinds.size !== 2) throw wrongBundle();
    return { indicator, subjectIds: members.map((member) => member!.id) };
  });
  for (const code of codes) {
    const bundled = made.filter(({ indicator }) => indicator === code).flatMap(({ subjectIds }) => subjectIds);
    if (new Set(bundled).size !== bundled.length || bundled.length !== subjects.length) throw wrongBundle();
  }
  return made;
}

/** The year that a round is held for. */
export function yearOf({ periodFrom, periodTo, scoringUntil }: OpenRound): number {
  const isOfOneYear = periodFrom.slice(0, 4) === periodTo.slice(0, 4);
  if (!isOfOneYear || periodFrom > periodTo || scoringUntil < periodFrom) throw notOfThatYear();
  return Number(periodFrom.slice(0, 4));
}
