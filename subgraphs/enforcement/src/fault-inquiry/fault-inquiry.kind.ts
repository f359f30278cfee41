import type { CourseKind } from '@township-graph/shared/course/course';
import { FaultInquiry } from './fault-inquiry.entity';
import { type FaultInquiryAction, FaultInquiryState } from './fault-inquiry.enums';
import { FAULT_INQUIRY_MACHINE, type FaultInquiryStanding } from './fault-inquiry.machine';

/** The county inquires: its reviewers open and hear, its managers decide. */
export const FAULT_INQUIRIES: CourseKind<FaultInquiry, FaultInquiryAction, 'OPEN', FaultInquiryStanding> = {
  type: 'FaultInquiry',
  words: { zh: '该过错责任追究', en: 'Inquiry' },
  entity: FaultInquiry,
  machine: FAULT_INQUIRY_MACHINE,
  steps: {
    OPEN: { needs: 'enforcement:review', told: 'FAULT_INQUIRY_OPENED', ofCounty: true },
    NOTIFY: { needs: 'enforcement:review', told: 'FAULT_INQUIRY_NOTIFIED', ofCounty: true },
    STATE: { needs: 'enforcement:review', told: 'FAULT_INQUIRY_STATED', ofCounty: true },
    DECIDE: { needs: 'enforcement:manage', told: 'FAULT_DECIDED', ofCounty: true },
    DISMISS: { needs: 'enforcement:manage', told: 'FAULT_INQUIRY_DISMISSED', ofCounty: true },
  },
  facts: ({ state, statementUntil }, now) => ({
    isHeard: state === FaultInquiryState.STATED || (statementUntil !== null && statementUntil < now),
  }),
  payload: ({ kind }) => ({ kind }),
};
