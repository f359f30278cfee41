import type { CourseKind } from '@township-graph/shared/course/course';
import { Complaint } from './complaint.entity';
import type { ComplaintAction } from './complaint.enums';
import { COMPLAINT_MACHINE, type ComplaintStanding } from './complaint.machine';

const LABOUR = '浙江省综合行政执法条例§17';

/** Who may do what with a complaint; the county assigns, and decides who handles what is in dispute. */
export const COMPLAINTS: CourseKind<Complaint, ComplaintAction, 'FILE', ComplaintStanding> = {
  type: 'Complaint',
  words: { zh: '该投诉举报', en: 'Complaint' },
  entity: Complaint,
  machine: COMPLAINT_MACHINE,
  steps: {
    FILE: { needs: 'enforcement:handle', told: 'COMPLAINT_FILED' },
    ACCEPT: { needs: 'enforcement:handle', told: 'COMPLAINT_ACCEPTED' },
    NOT_ACCEPT: { needs: 'enforcement:handle', told: 'COMPLAINT_NOT_ACCEPTED' },
    TRANSFER: { needs: 'enforcement:handle', told: 'COMPLAINT_TRANSFERRED' },
    ASSIGN: { needs: 'enforcement:manage', told: 'COMPLAINT_ASSIGNED', ofCounty: true },
    DISPUTE: { needs: 'enforcement:handle', told: 'COMPLAINT_DISPUTED', basis: LABOUR },
    DECIDE_DISPUTE: { needs: 'enforcement:manage', told: 'COMPLAINT_DISPUTE_DECIDED', basis: LABOUR, ofCounty: true },
    HANDLE: { needs: 'enforcement:handle', told: 'COMPLAINT_HANDLED' },
    TELL: { needs: 'enforcement:handle', told: 'COMPLAINT_RESULT_TOLD' },
    CLOSE: { needs: 'enforcement:handle', told: 'COMPLAINT_CLOSED' },
  },
  facts: (complaint) => ({
    isAnonymous: complaint.isAnonymous(),
    isTold: complaint.toldAt !== null,
    isDecided: complaint.isDecided,
  }),
  payload: ({ kind, channel, labour, outcome }) => ({ kind, channel, labour, outcome }),
};
