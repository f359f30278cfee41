import { departmentOf } from '@township-graph/shared/demo/roster';
import type { StaffMember } from '../staff-member/staff-member.entity';

type Columns = { [K in keyof StaffMember as StaffMember[K] extends (...args: never[]) => unknown ? never : K]: StaffMember[K] };
/** Enum values as they are written. */
type Written = { [K in keyof Columns]: Columns[K] extends string | null ? string | null : Columns[K] };

/** A member of staff of the county's bureau of agriculture, but for what is said otherwise. */
export function staffRow(said: Partial<Written> & { readonly id: string }): Columns {
  const { creditCode, name, divisionCode } = departmentOf('410225', '农业农村');
  return {
    name: '示例甲乙',
    establishmentKind: 'INSTITUTION',
    fundingKind: 'FULL',
    homeCreditCode: creditCode!,
    homeName: name,
    homeDivisionCode: divisionCode,
    divisionCode,
    postTitle: '示例岗位',
    postRank: 'STAFF',
    isLeading: false,
    joinedOn: '2015-01-01',
    leftOn: null,
    version: 1,
    ...said,
  } as Columns;
}
