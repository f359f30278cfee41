import { CivilServantGrade, InstitutionGrade } from '@township-graph/shared/staff-grade';
import { EstablishmentKind } from '../staff-member/staff-member.enums';
import type { GradeGiven } from './placement.commands';
import type { Placement } from './placement.entity';
import { PlacementKind, PlacementOutcome, PlacementState } from './placement.enums';

/** What comes of 基本合格, of which what was published says nothing: a county's own rule. */
export type BasicallyQualified = PlacementOutcome.UNCHANGED | PlacementOutcome.RETURNED;

/**
 * What a yearly appraisal does to a placement: only selection attaches anything to it. An excellent year earns the conversion although
 * the placement has ended since; who was returned has lost it. Who has failed is banned in any case.
 */
export function outcomeOf(
  kind: PlacementKind,
  grade: InstitutionGrade | null,
  basically: BasicallyQualified,
  state: PlacementState = PlacementState.SERVING,
): PlacementOutcome {
  if (kind !== PlacementKind.SELECTION || grade === null) return PlacementOutcome.UNCHANGED;
  if (state === PlacementState.RETURNED && grade === InstitutionGrade.EXCELLENT) return PlacementOutcome.UNCHANGED;
  return {
    [InstitutionGrade.EXCELLENT]: PlacementOutcome.CONVERTED,
    [InstitutionGrade.QUALIFIED]: PlacementOutcome.UNCHANGED,
    [InstitutionGrade.BASICALLY_QUALIFIED]: basically,
    [InstitutionGrade.UNQUALIFIED]: PlacementOutcome.RETURNED,
  }[grade];
}

const CIVIL_SERVICE: readonly EstablishmentKind[] = [
  EstablishmentKind.ADMINISTRATIVE,
  EstablishmentKind.POLITICAL_LEGAL,
  EstablishmentKind.CIVIL_SERVICE_MANAGED,
];

/** Civil servants, and who is managed as they are (公务员法§112), are graded by its words; everybody else by those of institutions. */
export const isGradedAsCivilServant = (kind: EstablishmentKind): boolean => CIVIL_SERVICE.includes(kind);

/** Placements of which a year is appraised: those that go on, and those that were over before the year was confirmed. */
export const APPRAISED: readonly PlacementState[] = [PlacementState.SERVING, PlacementState.ENDED, PlacementState.RETURNED];

/** A year of which something was served, and that has begun. */
export const isAppraisable = (year: number, { startsOn, endedOn }: Pick<Placement, 'startsOn' | 'endedOn'>, today: string): boolean =>
  Number(startsOn.slice(0, 4)) <= year && year <= Number((endedOn ?? today).slice(0, 4));

/** Its last day has passed, though nobody has ended it yet: an appraisal of today is one of a placement that is over. */
export const isTermOver = ({ state, endsOn }: Pick<Placement, 'state' | 'endsOn'>, today: string): boolean =>
  state === PlacementState.SERVING && endsOn !== null && endsOn < today;

export const isExcellent = ({ institutionGrade, civilServantGrade }: GradeGiven): boolean =>
  institutionGrade === InstitutionGrade.EXCELLENT || civilServantGrade === CivilServantGrade.EXCELLENT;
