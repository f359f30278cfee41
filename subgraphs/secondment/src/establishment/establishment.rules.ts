import { OrganizationKind } from '@township-graph/shared/organization-kind';
import { EstablishmentKind, type FundingKind } from '../staff-member/staff-member.enums';
import type { Establishment } from './establishment.entity';
import {
  acrossCounties,
  crossLevelApprovalMissing,
  establishmentFull,
  fundingMismatch,
  kindDiffers,
  morePersonsThanPosts,
  noEstablishment,
  outsideIsNone,
  sameEstablishment,
} from './establishment.errors';

/** Organs and institutions, which alone have posts; of 议事协调机构 §19 says that they have none. */
const WITH_POSTS: readonly OrganizationKind[] = [
  OrganizationKind.PARTY_ORGAN,
  OrganizationKind.COUNTY_GOVERNMENT,
  OrganizationKind.GOVERNMENT_DEPARTMENT,
  OrganizationKind.SUBDISTRICT_OFFICE,
  OrganizationKind.TOWNSHIP_GOVERNMENT,
  OrganizationKind.STATION,
  OrganizationKind.STATIONED_UNIT,
  OrganizationKind.PUBLIC_INSTITUTION,
  OrganizationKind.MASS_ORGANIZATION,
];

/** Administrative posts, those of police and justice among them: their total is the State Council's (编制条例§16, §17). */
const ADMINISTRATIVE: readonly EstablishmentKind[] = [EstablishmentKind.ADMINISTRATIVE, EstablishmentKind.POLITICAL_LEGAL];

/** Refuses posts that there cannot be. */
export function checkPosts(organKind: OrganizationKind, kind: EstablishmentKind, fundingKind: FundingKind | null): void {
  if (!WITH_POSTS.includes(organKind)) throw noEstablishment(organKind);
  if (kind === EstablishmentKind.OUTSIDE) throw outsideIsNone();
  checkFunding(kind, fundingKind);
}

/** Only of public institutions it is said who pays. */
export function checkFunding(kind: EstablishmentKind, fundingKind: FundingKind | null): void {
  if ((kind === EstablishmentKind.INSTITUTION) !== (fundingKind !== null)) throw fundingMismatch();
}

/** 编制条例§6: no more persons than approved posts. */
export function checkFilled(approved: number, actual: number, wanted: number): void {
  if (actual > approved) throw establishmentFull({ approved, actual, wanted });
}

export type TransferEnd = Pick<Establishment, 'id' | 'kind' | 'fundingKind' | 'countyCode' | 'level' | 'approved'> & {
  readonly actual: number;
};

export interface TransferFacts {
  readonly from: TransferEnd;
  readonly to: TransferEnd;
  readonly posts: number;
  readonly persons: number;
  readonly hasCrossLevelApproval: boolean;
}

/** Refuses a transfer that would change the county's total, let persons outnumber posts, or change the level of administrative posts. */
export function checkTransfer({ from, to, posts, persons, hasCrossLevelApproval }: TransferFacts): void {
  if (from.id === to.id) throw sameEstablishment();
  if (from.countyCode !== to.countyCode) throw acrossCounties();
  if (from.kind !== to.kind || from.fundingKind !== to.fundingKind) throw kindDiffers();
  if (persons > posts) throw morePersonsThanPosts(posts);
  if (ADMINISTRATIVE.includes(from.kind) && from.level !== to.level && !hasCrossLevelApproval) throw crossLevelApprovalMissing();
  checkFilled(from.approved - posts, from.actual - persons, posts);
  checkFilled(to.approved + posts, to.actual + persons, persons);
}
