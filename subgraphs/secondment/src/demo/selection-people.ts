import { demoCreditCode } from '@township-graph/shared/credit-code';
import { demoPerson } from '@township-graph/shared/demo/demo-person';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { DemoRandom } from '@township-graph/shared/demo/random';
import { demoSelected, selectionStaffId } from '@township-graph/shared/demo/selected-staff';
import { EstablishmentKind, FundingKind, PostRank } from '../staff-member/staff-member.enums';
import type { StaffRow } from './demo-staff';

/** Who took part and found no post. */
const UNPLACED = 17;
const INSTITUTIONS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** Serials from 7000 are free for demonstration bodies. */
const FIRST_SERIAL = 7001;
const PUBLIC_INSTITUTION = '12';

/** Institutions of the county that the budget does not pay wholly: that they are ten, and which, is our choice. */
export const COUNTY_INSTITUTIONS = INSTITUTIONS.map((numeral, index) => ({
  creditCode: demoCreditCode(PUBLIC_INSTITUTION, LANKAO, FIRST_SERIAL + index),
  name: `兰考县示例事业单位${numeral}`,
  divisionCode: LANKAO,
  fundingKind: index % 3 === 0 ? FundingKind.PARTIAL : FundingKind.SELF,
}));

export interface DemoCandidate {
  readonly index: number;
  readonly staffMemberId: string;
  readonly name: string;
  readonly home: (typeof COUNTY_INSTITUTIONS)[number];
  /** The township of the post that they chose; null of who found none. */
  readonly township: string | null;
  readonly written: number;
  readonly interview: number;
}

/** Everybody who took part, the best first. */
export function demoCandidates(): DemoCandidate[] {
  const selected = demoSelected();
  return Array.from({ length: selected.length + UNPLACED }, (_, index) => {
    const random = new DemoRandom(`selection:${index}`);
    return {
      index,
      staffMemberId: selectionStaffId(index),
      name: demoPerson(random).name,
      home: COUNTY_INSTITUTIONS[index % COUNTY_INSTITUTIONS.length]!,
      township: selected[index]?.township ?? null,
      // No two alike: a tenth of a point between each and the next.
      written: 95_00 - index * 10,
      interview: 90_00 - index * 10,
    };
  });
}

/** Who took part serves where they were placed, and is paid as before. */
export function selectionStaff(candidates: readonly DemoCandidate[]): StaffRow[] {
  return candidates.map(({ staffMemberId: id, name, home, township }) => ({
    id,
    name,
    establishmentKind: EstablishmentKind.INSTITUTION,
    fundingKind: home.fundingKind,
    homeCreditCode: home.creditCode,
    homeName: home.name,
    homeDivisionCode: LANKAO,
    divisionCode: township ?? LANKAO,
    postTitle: '示例岗位',
    postRank: PostRank.STAFF,
    isLeading: false,
    joinedOn: '2015-07-01',
    leftOn: null,
    version: 1,
  }));
}
