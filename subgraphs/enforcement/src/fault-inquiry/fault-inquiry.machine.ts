import { defineMachine, type MoveRefusal } from '@township-graph/shared/state-machine';
import { FaultInquiryAction, FaultInquiryState } from './fault-inquiry.enums';

/** What the guards judge by. */
export interface FaultInquiryStanding {
  /** The officer stated their case or waived it, or the time for it is up. */
  readonly isHeard: boolean;
}

const unheard: MoveRefusal = {
  reason: 'STATEMENT_FIRST',
  message: { zh: '作出追究决定前应当听取执法人员陈述申辩', en: 'An officer is heard before a fault is found' },
};

const { OPENED, NOTIFIED, STATED, DECIDED, DISMISSED } = FaultInquiryState;

/** Every move of an inquiry. No fault is found before the officer was told and could speak. */
export const FAULT_INQUIRY_MACHINE = defineMachine<FaultInquiryState, FaultInquiryAction, FaultInquiryStanding>({
  initial: OPENED,
  moves: {
    NOTIFY: { from: [OPENED], to: NOTIFIED },
    STATE: { from: [NOTIFIED], to: STATED },
    DECIDE: { from: [NOTIFIED, STATED], to: DECIDED, guard: ({ isHeard }) => (isHeard ? null : unheard) },
    DISMISS: { from: [OPENED, NOTIFIED, STATED], to: DISMISSED },
  },
});
