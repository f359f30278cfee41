import { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import { IneligibilityReason } from './candidate.enums';

/** What is known of who registers. */
export interface Applicant {
  readonly establishmentKind: EstablishmentKind;
  readonly fundingKind: FundingKind | null;
  readonly homeDivisionCode: string;
  readonly leftOn: string | null;
  /** Last day of a ban from selection; null of who has none. */
  readonly banUntil: string | null;
  /** Whether a placement of theirs is planned or goes on. */
  readonly isPlaced: boolean;
}

const PAID_IN_PART: readonly (FundingKind | null)[] = [FundingKind.PARTIAL, FundingKind.SELF];

/**
 * All that stands against somebody's taking part (兰考“减县补乡”选派): who works for an institution of the county that the budget
 * pays in part or not at all, is not banned, and is not placed already.
 */
export function ineligibility(applicant: Applicant, countyCode: string, today: string): IneligibilityReason[] {
  const { establishmentKind, fundingKind, homeDivisionCode, leftOn, banUntil, isPlaced } = applicant;
  const against: readonly (readonly [boolean, IneligibilityReason])[] = [
    [leftOn !== null && leftOn <= today, IneligibilityReason.LEFT],
    [homeDivisionCode !== countyCode, IneligibilityReason.NOT_COUNTY_LEVEL],
    [establishmentKind !== EstablishmentKind.INSTITUTION, IneligibilityReason.NOT_INSTITUTION],
    [!PAID_IN_PART.includes(fundingKind), IneligibilityReason.FUNDING],
    [banUntil !== null && today <= banUntil, IneligibilityReason.BANNED],
    [isPlaced, IneligibilityReason.PLACED_ALREADY],
  ];
  return against.filter(([stands]) => stands).map(([, reason]) => reason);
}
