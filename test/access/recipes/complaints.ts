import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS, PUBLISHERS, TOWNSHIP_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { caseId, WHOLE } from './cases';

type SaidBy = (owner: Owner) => Speech;

export const complaintId = (say: Speech, row: string) => say.text('complaint.id', row);

/** Complaints, each for the step that is taken on it. */
const COMPLAINTS: Readonly<Record<string, GivenRow>> = {
  whole: { state: 'CLOSED', partyKind: 'INDIVIDUAL' },
  acceptComplaint: { state: 'FILED' },
  refuseComplaint: { state: 'FILED' },
  transferComplaint: { state: 'FILED' },
  assignComplaint: { state: 'ACCEPTED' },
  disputeComplaint: { state: 'ASSIGNED', isDecided: false },
  decideComplaintDispute: { state: 'DISPUTED' },
  recordComplaintResult: { state: 'ASSIGNED' },
  tellComplainant: { state: 'HANDLED' },
  closeComplaint: { state: 'TOLD' },
};

export const COMPLAINT_RECIPES: Recipes = {
  complaint: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : Object.entries(COMPLAINTS).map(([row, given]) => {
            const person = (column: string) => saidBy(PERSONS).text(`complaint.${column}`, `${owner.mark} ${row}`);
            return {
              id: complaintId(say, row),
              divisionCode: owner.division,
              kind: 'REPORT',
              channel: 'WINDOW',
              complainantName: person('complainantName'),
              complainantPhone: person('complainantPhone'),
              partyKind: 'ORGANIZATION',
              ...(row === 'whole' ? { partyName: person('partyName') } : {}),
              partyCreditCode: say.creditCode('complaint.partyCreditCode', row),
              partyAddress: person('partyAddress'),
              labour: 'COMMON',
              handlerCreditCode: say.creditCode('complaint.handlerCreditCode', row),
              caseId: caseId(say, WHOLE),
              outcome: 'CASE_FILED',
              version: 1,
              ...given,
            };
          }),
    plain: [
      'divisionCode',
      'kind',
      'channel',
      'complainantName',
      'complainantPhone',
      'partyKind',
      'partyAddress',
      'labour',
      'caseId',
      'outcome',
      'state',
    ],
  },
};

const stepOn = (saidBy: SaidBy, row: string) => ({ complaintId: complaintId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });
const organOf = (saidBy: SaidBy) => ({
  creditCode: saidBy(PUBLISHERS.county).creditCode('organization.creditCode', 'government'),
  name: '示例局',
});
const toTownship = (saidBy: SaidBy) => ({ labour: 'COMMON', divisionCode: TOWNSHIP_B, handler: organOf(saidBy) });

export const COMPLAINT_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  fileComplaint: () => ({
    divisionCode: TOWNSHIP_B,
    kind: 'REPORT',
    channel: 'WINDOW',
    content: '示例内容',
  }),
  acceptComplaint: (saidBy) => stepOn(saidBy, 'acceptComplaint'),
  refuseComplaint: (saidBy) => ({ ...stepOn(saidBy, 'refuseComplaint'), reason: '示例理由' }),
  transferComplaint: (saidBy) => ({ ...stepOn(saidBy, 'transferComplaint'), to: organOf(saidBy), reason: '示例理由' }),
  assignComplaint: (saidBy) => ({ ...stepOn(saidBy, 'assignComplaint'), ...toTownship(saidBy) }),
  disputeComplaint: (saidBy) => ({ ...stepOn(saidBy, 'disputeComplaint'), reason: '示例理由' }),
  decideComplaintDispute: (saidBy) => ({ ...stepOn(saidBy, 'decideComplaintDispute'), ...toTownship(saidBy) }),
  recordComplaintResult: (saidBy) => ({ ...stepOn(saidBy, 'recordComplaintResult'), outcome: 'UNFOUNDED', result: '示例结果' }),
  tellComplainant: (saidBy) => stepOn(saidBy, 'tellComplainant'),
  closeComplaint: (saidBy) => stepOn(saidBy, 'closeComplaint'),
};
