import { type DemoEnforcer, demoEnforcers } from '@township-graph/shared/demo/enforcement-staff';
import type { StaffMember } from '../staff-member/staff-member.entity';
import { EstablishmentKind, FundingKind, PostRank } from '../staff-member/staff-member.enums';

type StaffRow = Omit<StaffMember, 'homeOrganization' | 'servingDivision' | 'post' | 'servesElsewhere'>;

const STATION_SINCE = '2020-07-01';

/** The rows of the demonstration's staff, all visibly nobody. */
export function demoStaff(): StaffRow[] {
  return demoEnforcers().map(enforcer);
}

const POSTS = { CERTIFIED: '行政执法岗', AUXILIARY: '执法辅助岗', LEGAL_REVIEWER: '法制审核岗' } as const;

function enforcer({ staffMemberId: id, name, duty, organ, divisionCode }: DemoEnforcer): StaffRow {
  const isOutside = duty === 'AUXILIARY';
  return {
    id,
    name,
    establishmentKind: isOutside ? EstablishmentKind.OUTSIDE : EstablishmentKind.INSTITUTION,
    fundingKind: isOutside ? null : FundingKind.FULL,
    homeCreditCode: organ.creditCode!,
    homeName: organ.name,
    homeDivisionCode: organ.divisionCode,
    divisionCode,
    postTitle: POSTS[duty],
    postRank: PostRank.STAFF,
    isLeading: false,
    joinedOn: STATION_SINCE,
    leftOn: null,
    version: 1,
  };
}
