import type { Speech } from '../canaries';
import { PERSONS } from '../owners';
import type { Recipes } from '../recipe';
import { FOLLOWED_RECIPES } from './followed';
import { timelineOf } from './timeline';

/** Somebody who serves with each owner, and has their home there. */
export const staffMemberId = (say: Speech, row = 'whole') => say.text('staff_member.id', row);

export const SECONDMENT_RECIPES: Recipes = {
  staff_member: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : ['whole', 'left'].map((row) => ({
            id: staffMemberId(say, row),
            name: saidBy(PERSONS).text('staff_member.name', `${owner.mark} ${row}`),
            establishmentKind: 'INSTITUTION',
            fundingKind: 'PARTIAL',
            homeCreditCode: say.creditCode('staff_member.homeCreditCode', row),
            homeDivisionCode: owner.division,
            divisionCode: owner.division,
            postRank: 'SECTION_HEAD',
            joinedOn: say.day('staff_member.joinedOn', row),
            leftOn: row === 'left' ? say.day('staff_member.leftOn') : null,
            version: 1,
          })),
    plain: ['name', 'establishmentKind', 'fundingKind', 'homeDivisionCode', 'divisionCode', 'postRank'],
  },
  secondment_turn: { kept: 'INTERNAL', because: 'says only who comes after whom', rows: () => [], isJournal: true },
  ...timelineOf([['StaffMember', (say) => staffMemberId(say)]]),
  case_deadline: { kept: 'INTERNAL', because: 'nothing shows a clock yet', rows: () => [] },
  ...FOLLOWED_RECIPES,
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};
