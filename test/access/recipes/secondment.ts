import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS } from '../owners';
import type { Recipes } from '../recipe';
import { DEADLINE_COLUMNS, deadlineRow } from './deadlines';
import { ESTABLISHMENT_INPUTS, ESTABLISHMENT_RECIPES, wholeEstablishment } from './establishments';
import { FOLLOWED_RECIPES } from './followed';
import { consultationId, grantId, movementId, PLACEMENT_RECIPES, placementId, recallId } from './placements';
import { campaignId, candidateId, objectionId, SELECTION_RECIPES } from './selections';
import { staffMemberId } from './staff';
import { STAFF_RECORD_INPUTS, STAFF_RECORD_RECIPES } from './staff-records';
import { timelineOf } from './timeline';

export const SECONDMENT_RECIPES: Recipes = {
  staff_member: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : ['whole', 'left', 'departure', 'placed', 'converted'].map((row) => ({
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
  ...ESTABLISHMENT_RECIPES,
  ...STAFF_RECORD_RECIPES,
  ...SELECTION_RECIPES,
  ...PLACEMENT_RECIPES,
  ...timelineOf(
    [
      ['StaffMember', (say) => staffMemberId(say)],
      ['Establishment', wholeEstablishment],
      ['SelectionCampaign', (say) => campaignId(say, 'whole')],
      ['Candidate', (say) => candidateId(say, 'whole')],
      ['CandidateObjection', (say) => objectionId(say, 'whole')],
      ['Placement', (say) => placementId(say, 'whole')],
      ['MovementProposal', (say) => movementId(say, 'whole')],
      ['Consultation', (say) => consultationId(say, 'whole')],
      ['Recall', (say) => recallId(say, 'whole')],
      ['ThreePowersGrant', (say) => grantId(say, 'whole')],
    ],
    ['subjectId'],
  ),
  case_deadline: {
    ...DEADLINE_COLUMNS,
    rows: (owner, say) => {
      if (owner.isPublic) return [];
      const deadline = deadlineRow(owner, say);
      return [
        deadline('CandidateObjection', objectionId(say, 'whole')),
        deadline('Consultation', consultationId(say, 'whole')),
        deadline('Recall', recallId(say, 'whole')),
      ];
    },
  },
  ...FOLLOWED_RECIPES,
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};

export const SECONDMENT_INPUTS: Readonly<Record<string, (saidBy: (owner: Owner) => Speech) => object>> = {
  ...ESTABLISHMENT_INPUTS,
  ...STAFF_RECORD_INPUTS,
  recordDeparture: (saidBy) => ({
    staffMemberId: staffMemberId(saidBy(HIDDEN.townshipB), 'departure'),
    expectedVersion: 1,
    leftOn: '2020-01-01',
    reason: '示例原因',
  }),
};
