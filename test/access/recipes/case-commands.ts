import { addDays } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import type { Speech } from '../canaries';
import { HIDDEN, type Owner, PUBLISHERS, TOWNSHIP_B } from '../owners';
import { INSIDERS } from '../viewers';
import { CASES, caseId, recordId, WHOLE } from './cases';
import { CASE_POWER, officerId, powerId } from './enforcement-ids';

type SaidBy = (owner: Owner) => Speech;

const TODAY = dayOf(new Date());
const REASON = { reason: '示例理由' };
const FINE = [{ kind: 'FINE', amount: '100' }];
const THINGS = { things: [{ name: '示例物品', quantity: 1 }], approvedBy: '示例负责人', ...REASON };
const TEXTS = { facts: '示例事实', reasons: '示例理由' };
const PARTY = { kind: 'ORGANIZATION', name: '示例公司', address: '示例地址' };

/** What each command is told beside the case and its version. */
const GIVEN: Readonly<Record<string, (say: Speech) => object>> = {
  dismissClue: () => REASON,
  assignCaseOfficers: (say) => ({ officerIds: officers(say), ...REASON }),
  applyForRecusal: (say) => ({ officerId: officerId(say, 'one'), applicant: 'PARTY', ground: 'DIRECT_INTEREST', facts: '示例情况' }),
  decideRecusal: (say) => ({ recusalId: recordId(say, 'case_recusal', 'decideRecusal'), isGranted: false, ...REASON }),
  recordInvestigation: (say) => ({ officerIds: officers(say), showedCertificates: true, evidence: [] }),
  verifyEvidence: (say) => ({ evidenceId: recordId(say, 'case_evidence', 'verifyEvidence'), finding: '示例查证' }),
  reviewMonitoringRecord: (say) => ({
    evidenceId: recordId(say, 'case_evidence', 'reviewMonitoringRecord'),
    isCompliant: true,
    legalOpinion: '示例意见',
    technicalOpinion: '示例意见',
  }),
  excludeEvidence: (say) => ({ evidenceId: recordId(say, 'case_evidence', 'excludeEvidence'), ground: 'ILLEGAL_MEANS', ...REASON }),
  preserveEvidence: (say) => ({ officerIds: officers(say), ...THINGS }),
  seizeProperty: (say) => ({ officerIds: officers(say), kind: 'SEALING', legalBasis: '示例法', ...THINGS }),
  approveMeasure: (say) => ({ measureId: recordId(say, 'case_measure', 'approveMeasure'), isApproved: true, ...REASON }),
  extendSeizure: (say) => ({ measureId: recordId(say, 'case_measure', 'extendSeizure'), days: 1, ...REASON }),
  resolveMeasure: (say) => ({ measureId: recordId(say, 'case_measure', 'resolveMeasure'), outcome: 'RETURNED' }),
  orderCorrection: () => ({ content: '示例内容', legalBasis: '示例法', dueOn: addDays(TODAY, 9) }),
  checkCorrection: (say) => ({ orderId: recordId(say, 'correction_order', 'checkCorrection'), isCorrected: true, finding: '示例' }),
  suspendCase: () => ({ ground: 'EXAMINATION', legalBasis: '示例法', ...REASON }),
  extendCase: () => ({ days: 1, legalBasis: '示例法', ...REASON }),
  concludeInvestigation: () => ({ reviewGrounds: [], needsDeliberation: false }),
  reopenInvestigation: () => REASON,
  terminateCase: () => REASON,
  reviewCase: (say) => ({ reviewerId: officerId(say, 'reviewer'), result: 'PASSED', opinion: '示例意见' }),
  notifyParty: () => ({ penalties: FINE, ...TEXTS }),
  recordStatement: () => ({ content: '示例陈述', isAdopted: false, examination: '示例复核' }),
  scheduleHearing: (say) => ({ hostId: officerId(say, 'reviewer'), heldAt: '2999-01-01T00:00:00.000Z', place: '示例地点' }),
  holdHearing: () => ({ record: '示例笔录', report: '示例报告' }),
  deliberateCase: () => ({ participants: ['示例甲', '示例乙', '示例丙'], record: '示例笔录', conclusion: '示例结论' }),
  decideCase: () => ({ outcome: 'PENALTY', facts: '示例事实', penalties: FINE }),
  revokeDecision: () => ({ legalBasis: '示例依据', ...REASON }),
  serveDecision: () => ({ method: 'DIRECT', on: TODAY }),
  recordPayment: () => ({ purpose: 'FINE', amount: '50', paidOn: TODAY, channel: 'BANK' }),
  handInCash: (say) => ({ paymentId: recordId(say, 'fine_payment', 'handInCash'), on: TODAY }),
  remitCash: (say) => ({ paymentId: recordId(say, 'fine_payment', 'remitCash'), on: TODAY }),
  extendPayment: () => ({ parts: [{ dueOn: addDays(TODAY, 40), amount: '100' }], hardship: '示例困难' }),
  agreeExecution: () => ({ parts: [{ dueOn: addDays(TODAY, 40), amount: '100' }], terms: '示例协议', harmsNobody: true }),
  endExecution: () => ({ ground: 'OTHER', ...REASON }),
  remindParty: () => ({ servedOn: TODAY }),
  recordCourtResult: () => ({ result: 'ENFORCED' }),
  performRestitution: (say) => ({
    restitutionId: recordId(say, 'case_restitution', 'performRestitution'),
    manner: 'REFUND',
    amount: '50',
    on: TODAY,
    voucher: '示例凭证',
  }),
  fileRemedy: () => ({ kind: 'REVIEW', body: '示例机关', filedOn: TODAY }),
  concludeRemedy: (say) => ({ remedyId: recordId(say, 'case_remedy', 'concludeRemedy'), outcome: 'UPHELD', concludedOn: TODAY }),
  closeCase: () => REASON,
  archiveCase: () => ({ archiveNumber: '示例档号' }),
  recordReturnVisit: () => ({ respondent: 'PARTY', grade: 1 }),
  transferCase: () => ({ kind: 'JURISDICTION', recipient: '示例机关', ...REASON }),
  decideTransfer: (say) => ({ transferId: recordId(say, 'case_transfer', 'decideTransfer'), isApproved: true, ...REASON }),
  handOverTransfer: (say) => ({ transferId: recordId(say, 'case_transfer', 'handOverTransfer') }),
  reportJurisdictionDispute: () => ({
    other: { creditCode: demoCreditCode('11', '410225', 9001), name: '示例机关' },
    consultation: '示例协商',
  }),
  designateJurisdiction: () => ({
    designated: { creditCode: INSIDERS.township.viewer.organization, name: '示例机关' },
    superiorName: '示例机关',
    documentNumber: '示例文号',
    ...REASON,
  }),
  publishDecision: () => REASON,
  withholdPublication: () => ({ ground: 'PRIVACY', ...REASON }),
  answerTransfer: (say) => ({ transferId: recordId(say, 'case_transfer', 'answerTransfer'), isTakenOver: true, ...REASON }),
};

const officers = (say: Speech) => [officerId(say, 'one'), officerId(say, 'two')];

const filing = (saidBy: SaidBy, place: string) => ({
  divisionCode: TOWNSHIP_B,
  source: 'PATROL',
  powerId: powerId(saidBy(PUBLISHERS.townshipB), CASE_POWER),
  party: PARTY,
  act: { facts: '示例事实', place, actOn: addDays(TODAY, -1), discoveredOn: addDays(TODAY, -1) },
  officerIds: officers(saidBy(HIDDEN.townshipB)),
});

const mover = (name: string) =>
  [
    name,
    (saidBy: SaidBy) => {
      const say = saidBy(HIDDEN.townshipB);
      return { caseId: caseId(say, name), expectedVersion: 1, ...GIVEN[name]?.(say) };
    },
  ] as const;

export const CASE_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  registerClue: () => ({ divisionCode: TOWNSHIP_B, source: 'GRID', facts: '示例线索', place: '示例地点' }),
  fileCase: (saidBy) => filing(saidBy, '示例地点一'),
  decideOnTheSpot: (saidBy) => ({
    ...filing(saidBy, '示例地点二'),
    penalties: FINE,
    evidence: '示例证据',
    showedCertificates: true,
    toldRights: true,
    correction: '示例改正',
  }),
  ...Object.fromEntries(
    Object.keys(CASES)
      .filter((name) => name !== WHOLE)
      .map(mover),
  ),
};
