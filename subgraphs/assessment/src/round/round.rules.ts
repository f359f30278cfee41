import { covers } from '@township-graph/shared/division-code';
import { AppraisedUnit, SubjectKind } from '../scheme/scheme.enums';

/** One that is appraised, and one that rates, as far as it matters who may rate whom. */
interface Rated {
  readonly divisionCode: string;
  readonly subjectKind: SubjectKind;
  readonly subjectKey: string;
}

interface Rating {
  readonly divisionCode: string;
  readonly creditCode: string | null;
  readonly account: string | null;
}

/** Whether it would rate itself: the organisation itself, a township by whoever sits in it at its own level, a person by their account. */
export function isOwnSubject({ divisionCode, creditCode, account }: Rating, { subjectKind, subjectKey }: Rated): boolean {
  switch (subjectKind) {
    case SubjectKind.DIVISION:
      return divisionCode === subjectKey;
    case SubjectKind.ORGANIZATION:
      return creditCode === subjectKey;
    case SubjectKind.STAFF_MEMBER:
      return account === subjectKey;
  }
}

/** Whether it is to rate the subject: not itself; and a township rates the persons and dispatched units that it has, not those of others. */
export function isRaterOf(rater: Rating, subject: Rated, appraisedUnit: AppraisedUnit | null): boolean {
  if (isOwnSubject(rater, subject)) return false;
  const isLocal = subject.subjectKind === SubjectKind.STAFF_MEMBER || appraisedUnit === AppraisedUnit.DISPATCHED_UNIT;
  return !isLocal || covers(rater.divisionCode, subject.divisionCode);
}
