import { InstitutionGrade } from '@township-graph/shared/staff-grade';
import { EstablishmentKind } from '../staff-member/staff-member.enums';
import { PlacementKind, PlacementOutcome } from './placement.enums';

/** What comes of 基本合格, of which what was published says nothing: a county's own rule. */
export type BasicallyQualified = PlacementOutcome.UNCHANGED | PlacementOutcome.RETURNED;

/** What a yearly appraisal does to a placement: only selection attaches anything to it. */
export function outcomeOf(kind: PlacementKind, grade: InstitutionGrade | null, basically: BasicallyQualified): PlacementOutcome {
  if (kind !== PlacementKind.SELECTION || grade === null) return PlacementOutcome.UNCHANGED;
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

/** A year of which something was served, and that has begun. */
export const isAppraisable = (year: number, startsOn: string, today: string): boolean =>
  Number(startsOn.slice(0, 4)) <= year && year <= Number(today.slice(0, 4));
