import { defineMachine } from '@township-graph/shared/state-machine';
import { coercionRefusal } from '../investigation/measure.rules';
import { hearingRequestRefusal } from '../notice/hearing.rules';
import { CaseState } from './case.enums';
import {
  beforeNoPenalty,
  beforePenalty,
  type CaseFacts,
  closable,
  deliberable,
  executable,
  extendable,
  filable,
  noCrime,
  notToldYet,
  onceDecided,
  onceServed,
  onlyOnTheSpot,
  owing,
  reviewable,
  scheduled,
  staffed,
  suspected,
  told,
} from './case-guards';

const {
  CLUE,
  PRE_CHECK,
  DISMISSED,
  FILED,
  INVESTIGATING,
  SUSPENDED,
  INVESTIGATED,
  LEGAL_REVIEW,
  REVIEWED,
  NOTIFIED,
  HEARING,
  HEARD,
  DELIBERATED,
  DECIDED,
  SERVED,
  EXECUTING,
  CLOSED,
  ARCHIVED,
  TRANSFERRED,
  TERMINATED,
  REVOKED,
} = CaseState;

export type CaseAction =
  | 'checkClue'
  | 'dismissClue'
  | 'fileCase'
  | 'reportDecision'
  | 'assignOfficers'
  | 'applyForRecusal'
  | 'grantRecusal'
  | 'recuseAndUndo'
  | 'refuseRecusal'
  | 'recordInvestigation'
  | 'verifyEvidence'
  | 'reviewMonitoringRecord'
  | 'excludeEvidence'
  | 'excludeAndReopen'
  | 'preserveEvidence'
  | 'seizeProperty'
  | 'approveMeasure'
  | 'extendSeizure'
  | 'seizeKept'
  | 'resolveMeasure'
  | 'orderCorrection'
  | 'checkCorrection'
  | 'suspendCase'
  | 'resumeCase'
  | 'extendCase'
  | 'concludeInvestigation'
  | 'reopenInvestigation'
  | 'submitForLegalReview'
  | 'passLegalReview'
  | 'returnFromLegalReview'
  | 'notifyParty'
  | 'recordStatement'
  | 'reconsiderStatement'
  | 'requestHearing'
  | 'scheduleHearing'
  | 'holdHearing'
  | 'deliberateCase'
  | 'decidePenalty'
  | 'decideNoPenalty'
  | 'serveDecision'
  | 'serveToExecute'
  | 'recordPayment'
  | 'handInCash'
  | 'remitCash'
  | 'extendPayment'
  | 'agreeExecution'
  | 'resumeEnforcement'
  | 'endExecution'
  | 'remindParty'
  | 'applyToCourt'
  | 'recordCourtResult'
  | 'fileRemedy'
  | 'concludeRemedy'
  | 'closeCase'
  | 'archiveCase'
  | 'performRestitution'
  | 'recordReturnVisit'
  | 'reportDispute'
  | 'designateHere'
  | 'designateElsewhere'
  | 'proposeTransfer'
  | 'decideTransfer'
  | 'handOverTransfer'
  | 'takeOverTransfer'
  | 'returnTransfer'
  | 'terminateCase'
  | 'revokeDecision'
  | 'revokeToDecideAnew';

/** Between filing and decision. */
export const UNDECIDED = [
  FILED,
  INVESTIGATING,
  SUSPENDED,
  INVESTIGATED,
  LEGAL_REVIEW,
  REVIEWED,
  NOTIFIED,
  HEARING,
  HEARD,
  DELIBERATED,
] as const;
/** The party was told, and nothing is decided yet. */
const TOLD = [NOTIFIED, HEARING, HEARD, REVIEWED] as const;
/** What was investigated is reviewed, told or heard. */
export const INVESTIGATION_OVER = [INVESTIGATED, LEGAL_REVIEW, REVIEWED, NOTIFIED, HEARING, HEARD, DELIBERATED] as const;
const DECIDABLE = [INVESTIGATED, REVIEWED, NOTIFIED, HEARD, DELIBERATED] as const;
const AFTER_DECISION = [DECIDED, SERVED, EXECUTING] as const;

/** Every move of a case. One rule a guard; what a move's input must be is its service's. */
export const CASE_MACHINE = defineMachine<CaseState, CaseAction, CaseFacts>({
  initial: CLUE,
  moves: {
    checkClue: { from: [CLUE], to: PRE_CHECK },
    dismissClue: { from: [CLUE, PRE_CHECK], to: DISMISSED },
    fileCase: { from: [CLUE, PRE_CHECK], to: FILED },
    reportDecision: { from: [SERVED, EXECUTING], guard: onlyOnTheSpot },
    assignOfficers: { from: [...UNDECIDED] },
    applyForRecusal: { from: [...UNDECIDED] },
    grantRecusal: { from: [...UNDECIDED] },
    recuseAndUndo: { from: [...INVESTIGATION_OVER], to: INVESTIGATING },
    refuseRecusal: { from: [...UNDECIDED] },
    recordInvestigation: { from: [FILED, INVESTIGATING], to: INVESTIGATING, guard: staffed() },
    verifyEvidence: { from: [FILED, INVESTIGATING], guard: staffed() },
    reviewMonitoringRecord: { from: [FILED, INVESTIGATING] },
    excludeEvidence: { from: [...UNDECIDED] },
    excludeAndReopen: { from: [...INVESTIGATION_OVER], to: INVESTIGATING },
    preserveEvidence: { from: [FILED, INVESTIGATING], guard: staffed() },
    seizeProperty: { from: [FILED, INVESTIGATING], guard: staffed(coercionRefusal) },
    approveMeasure: { from: [...UNDECIDED, ...AFTER_DECISION] },
    seizeKept: { from: [FILED, INVESTIGATING], guard: staffed(coercionRefusal) },
    extendSeizure: { from: [...UNDECIDED], guard: coercionRefusal },
    resolveMeasure: { from: [...UNDECIDED, ...AFTER_DECISION, TRANSFERRED, TERMINATED, REVOKED] },
    orderCorrection: { from: [FILED, INVESTIGATING, INVESTIGATED, REVIEWED, NOTIFIED, HEARD, DELIBERATED], guard: staffed() },
    checkCorrection: { from: [...UNDECIDED, ...AFTER_DECISION] },
    suspendCase: { from: [INVESTIGATING], to: SUSPENDED },
    resumeCase: { from: [SUSPENDED], to: INVESTIGATING },
    extendCase: { from: [...UNDECIDED], guard: extendable },
    concludeInvestigation: { from: [INVESTIGATING], to: INVESTIGATED, guard: staffed() },
    reopenInvestigation: { from: [INVESTIGATED, REVIEWED, NOTIFIED, HEARD, DELIBERATED], to: INVESTIGATING },
    submitForLegalReview: { from: [INVESTIGATED, NOTIFIED, HEARD], to: LEGAL_REVIEW, guard: staffed(reviewable) },
    passLegalReview: { from: [LEGAL_REVIEW], to: REVIEWED },
    returnFromLegalReview: { from: [LEGAL_REVIEW], to: INVESTIGATING },
    notifyParty: { from: [INVESTIGATED, REVIEWED], to: NOTIFIED, guard: staffed(notToldYet) },
    recordStatement: { from: [...TOLD], guard: told },
    reconsiderStatement: { from: [DELIBERATED], to: NOTIFIED, guard: told },
    requestHearing: { from: [NOTIFIED], to: HEARING, guard: hearingRequestRefusal },
    scheduleHearing: { from: [HEARING] },
    holdHearing: { from: [HEARING], to: HEARD, guard: staffed(scheduled) },
    deliberateCase: { from: [NOTIFIED, HEARD, REVIEWED], to: DELIBERATED, guard: staffed(deliberable) },
    decidePenalty: { from: [...DECIDABLE], to: DECIDED, guard: beforePenalty },
    decideNoPenalty: { from: [...DECIDABLE], to: DECIDED, guard: beforeNoPenalty },
    serveDecision: { from: [DECIDED], to: SERVED },
    serveToExecute: { from: [DECIDED], to: EXECUTING },
    recordPayment: { from: [EXECUTING] },
    handInCash: { from: [EXECUTING] },
    remitCash: { from: [EXECUTING] },
    extendPayment: { from: [EXECUTING] },
    agreeExecution: { from: [EXECUTING] },
    resumeEnforcement: { from: [EXECUTING] },
    endExecution: { from: [EXECUTING], guard: executable },
    remindParty: { from: [EXECUTING] },
    applyToCourt: { from: [EXECUTING] },
    recordCourtResult: { from: [EXECUTING] },
    fileRemedy: { from: [SERVED, EXECUTING, CLOSED, ARCHIVED], guard: onceServed },
    concludeRemedy: { from: [SERVED, EXECUTING, CLOSED, ARCHIVED], guard: onceServed },
    closeCase: { from: [SERVED, EXECUTING], to: CLOSED, guard: closable },
    archiveCase: { from: [CLOSED, TERMINATED, DISMISSED], to: ARCHIVED, guard: filable },
    performRestitution: { from: [...UNDECIDED, ...AFTER_DECISION, CLOSED, ARCHIVED, TRANSFERRED, TERMINATED, REVOKED], guard: owing },
    recordReturnVisit: { from: [CLOSED, ARCHIVED] },
    reportDispute: { from: [...UNDECIDED] },
    designateHere: { from: [...UNDECIDED] },
    designateElsewhere: { from: [...UNDECIDED], to: TRANSFERRED },
    proposeTransfer: { from: [...UNDECIDED], guard: suspected },
    decideTransfer: { from: [...UNDECIDED] },
    handOverTransfer: { from: [...UNDECIDED], to: TRANSFERRED },
    takeOverTransfer: { from: [TRANSFERRED], to: CLOSED },
    returnTransfer: { from: [TRANSFERRED], to: INVESTIGATING },
    terminateCase: { from: [...UNDECIDED], to: TERMINATED, guard: noCrime },
    revokeDecision: { from: [...AFTER_DECISION, CLOSED, ARCHIVED], to: REVOKED, guard: onceDecided },
    revokeToDecideAnew: { from: [SERVED, EXECUTING, CLOSED, ARCHIVED], to: INVESTIGATING, guard: onceServed },
  },
});

/** States in which somebody still has to do something about it. */
export const OPEN_STATES: readonly CaseState[] = [CLUE, PRE_CHECK, ...UNDECIDED, ...AFTER_DECISION];
