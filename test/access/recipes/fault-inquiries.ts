import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PERSONS } from '../owners';
import type { Recipes } from '../recipe';
import { caseId, WHOLE } from './cases';

type SaidBy = (owner: Owner) => Speech;

export const faultInquiryId = (say: Speech, row: string) => say.text('fault_inquiry.id', row);
const officerId = (say: Speech) => say.text('officer.id', 'whole');

/** Inquiries, each for the step that is taken on it. */
const INQUIRIES = {
  whole: 'STATED',
  notifyOfficerOfFault: 'OPENED',
  recordOfficerStatement: 'NOTIFIED',
  decideFault: 'STATED',
  dismissFaultInquiry: 'OPENED',
};

export const FAULT_INQUIRY_RECIPES: Recipes = {
  fault_inquiry: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : Object.entries(INQUIRIES).map(([row, state]) => ({
            id: faultInquiryId(say, row),
            divisionCode: owner.division,
            officerId: officerId(say),
            officerName: saidBy(PERSONS).text('fault_inquiry.officerName', `${owner.mark} ${row}`),
            organCreditCode: say.creditCode('fault_inquiry.organCreditCode', row),
            kind: 'INACTION',
            caseId: caseId(say, WHOLE),
            state,
            version: 1,
          })),
    plain: ['divisionCode', 'officerId', 'officerName', 'kind', 'caseId', 'state'],
    unseen: {
      organCreditCode: 'tells whose hands may not be in it',
      staffMemberId: 'tells whose hands may not be in it',
      openedBy: 'tells whose hand may not decide it',
    },
  },
};

/** The county inquires, into its own. */
const stepOn = (saidBy: SaidBy, row: string) => ({ inquiryId: faultInquiryId(saidBy(HIDDEN.county), row), expectedVersion: 1 });

export const FAULT_INQUIRY_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  openFaultInquiry: (saidBy) => ({
    officerId: officerId(saidBy(HIDDEN.townshipB)),
    kind: 'INACTION',
    facts: '示例事实',
    legalBasis: '示例办法',
  }),
  notifyOfficerOfFault: (saidBy) => stepOn(saidBy, 'notifyOfficerOfFault'),
  recordOfficerStatement: (saidBy) => stepOn(saidBy, 'recordOfficerStatement'),
  decideFault: (saidBy) => ({ ...stepOn(saidBy, 'decideFault'), decision: '通报批评', reason: '示例理由' }),
  dismissFaultInquiry: (saidBy) => ({ ...stepOn(saidBy, 'dismissFaultInquiry'), reason: '示例理由' }),
};
