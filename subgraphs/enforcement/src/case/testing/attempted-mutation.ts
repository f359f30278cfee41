import { dayOf } from '@township-graph/shared/clock';
import type { Viewer } from '@township-graph/shared/viewer';
import { FINE_OF, HEAD, REVIEWER, type Seen } from './case-office';
import { type Attempt, FIRST_TEAM, SECOND_TEAM } from './law-attempts';
import { COUNTY, GOVERNMENT, NEIGHBOUR_GOVERNMENT } from './people-and-powers';

const THINGS = { things: [{ name: '示例货架', quantity: 1 }], officerIds: ['one', 'two'], approvedBy: '示例负责人', reason: '证据' };
const PANEL = { participants: ['示例甲', '示例乙', '示例丙'], record: '讨论笔录', conclusion: '罚款' };
const EVIDENCE = { kind: 'SITE_RECORD', name: '现场笔录', proves: '占道', isVerified: true };

const isBasis = ({ isVerified, exclusion }: Seen) => isVerified && exclusion === null;
const idOf = (rows: readonly Seen[], isMeant: (row: Seen) => boolean): string => rows.find(isMeant)?.id ?? 'none';

/** The county's government, above its townships. */
const COUNTY_HEAD: Viewer = { ...HEAD, subject: 'county', divisions: [{ code: COUNTY }], organization: '11410225DEM0900100' };

/** The attempt as a mutation, with who sends it. */
export function mutationOf(attempt: Attempt, seen: Seen, now: Date): [name: string, more: object, who?: Viewer] {
  const open = (rows: readonly { id: string; outcome?: unknown; isCorrected?: unknown }[], column: 'outcome' | 'isCorrected') =>
    rows.find((row) => row[column] === null)?.id ?? 'none';
  const today = dayOf(now);
  const transfer = { transferId: seen.transfers.at(-1)?.id ?? 'none', reason: '示例理由' };
  switch (attempt.does) {
    case 'investigate':
      return ['recordInvestigation', { officerIds: attempt.officers, showedCertificates: true, evidence: [EVIDENCE] }];
    case 'listen':
      return ['recordInvestigation', { officerIds: FIRST_TEAM, showedCertificates: true, evidence: [{ ...EVIDENCE, isVerified: false }] }];
    case 'believe':
      return ['verifyEvidence', { evidenceId: idOf(seen.evidence, ({ isVerified }) => !isVerified), finding: '相互印证' }];
    case 'exclude':
      return ['excludeEvidence', { evidenceId: idOf(seen.evidence, isBasis), ground: 'ILLEGAL_MEANS', reason: '非法取得' }, HEAD];
    case 'object':
      return ['applyForRecusal', { officerId: attempt.to, applicant: 'PARTY', ground: 'OTHER_RELATION', facts: '亲属' }];
    case 'recuse':
    case 'dismiss': {
      const recusalId = idOf(seen.recusals, ({ isGranted }) => isGranted === null);
      return ['decideRecusal', { recusalId, isGranted: attempt.does === 'recuse', reason: '经审查' }, HEAD];
    }
    case 'staff':
      return ['assignCaseOfficers', { officerIds: SECOND_TEAM, reason: '另行指派' }, HEAD];
    case 'dispute':
      return ['reportJurisdictionDispute', { other: NEIGHBOUR_GOVERNMENT, consultation: '协商不成' }, HEAD];
    case 'keep':
    case 'assign': {
      const designated = attempt.does === 'keep' ? GOVERNMENT : NEIGHBOUR_GOVERNMENT;
      return [
        'designateJurisdiction',
        { designated, superiorName: '兰考县人民政府', documentNumber: '示例函1号', reason: '指定' },
        COUNTY_HEAD,
      ];
    }
    case 'repay': {
      const due = seen.restitutions.find(({ completedOn }: { completedOn: unknown }) => completedOn === null);
      const back = { restitutionId: due?.id ?? 'none', manner: 'REFUND', amount: due?.unreturned ?? '1' };
      return ['performRestitution', { ...back, on: today, voucher: '示例凭证' }];
    }
    case 'order':
      return ['orderCorrection', { content: '清理', legalBasis: '示例条例§1', dueOn: today }];
    case 'waive':
      return ['recordStatement', { waivesStatement: true }];
    case 'speak':
      return ['recordStatement', { content: '过重', isAdopted: false, examination: '不予采纳' }];
    case 'waiveHearing':
      return ['recordStatement', { waivesHearing: true }];
    case 'ask':
      return ['requestHearing', {}];
    case 'schedule': {
      const heldAt = new Date(now.getTime() + attempt.inDays * 86_400_000 - 3_600_000).toISOString();
      return ['scheduleHearing', { hostId: attempt.host, heldAt, place: '示例听证室' }, REVIEWER];
    }
    case 'hold':
      return ['holdHearing', { record: '听证笔录', report: '听证报告' }, REVIEWER];
    case 'submit':
      return ['submitForLegalReview', {}];
    case 'review':
      return ['reviewCase', { reviewerId: attempt.reviewer, result: attempt.passes ? 'PASSED' : 'RETURNED', opinion: '意见' }, REVIEWER];
    case 'deliberate':
      return ['deliberateCase', PANEL, HEAD];
    case 'reopen':
      return ['reopenInvestigation', { reason: '补充' }];
    case 'conclude':
      return ['concludeInvestigation', { reviewGrounds: attempt.isComplex ? ['COMPLEX'] : [], needsDeliberation: attempt.isGrave }];
    case 'notify':
      return ['notifyParty', { penalties: FINE_OF(String(attempt.yuan)), facts: '占道', reasons: '情节' }];
    case 'decide':
      return ['decideCase', { outcome: 'PENALTY', facts: '占道', penalties: FINE_OF(String(attempt.yuan)) }, HEAD];
    case 'acquit':
      return ['decideCase', { outcome: 'NOT_ESTABLISHED', facts: '不成立' }, HEAD];
    case 'suspend':
      return ['suspendCase', { ground: 'EXAMINATION', reason: '送检', legalBasis: '示例规章§64' }, HEAD];
    case 'resume':
      return ['resumeCase', {}];
    case 'terminate':
      return ['terminateCase', { reason: '终止' }, HEAD];
    case 'accuse':
      return ['transferCase', { kind: 'POLICE', recipient: '示例公安局', reason: '涉嫌犯罪' }];
    case 'approve':
    case 'deny':
      return ['decideTransfer', { ...transfer, isApproved: attempt.does === 'approve' }, HEAD];
    case 'handOver':
      return ['handOverTransfer', { transferId: transfer.transferId }];
    case 'giveBack':
      return ['answerTransfer', { ...transfer, isTakenOver: false }];
    case 'preserve':
      return ['preserveEvidence', THINGS];
    case 'release':
    case 'take':
      return [
        'resolveMeasure',
        { measureId: open(seen.measures, 'outcome'), outcome: attempt.does === 'take' ? 'CONFISCATED' : 'RETURNED' },
      ];
    case 'serve':
      return ['serveDecision', { method: 'DIRECT', on: today }];
    case 'pay':
      return ['recordPayment', { purpose: 'FINE', amount: String(attempt.yuan), paidOn: today, channel: 'BANK' }];
    case 'check':
      return ['checkCorrection', { orderId: open(seen.corrections, 'isCorrected'), isCorrected: true, finding: '已改正' }];
    case 'close':
      return ['closeCase', { reason: '履行完毕' }];
    case 'archive':
      return ['archiveCase', { archiveNumber: 'DEMO' }];
    case 'revoke':
      return ['revokeDecision', { reason: '有误', legalBasis: '自行撤销' }, HEAD];
    case 'contest':
      return ['fileRemedy', { kind: 'LITIGATION', body: '示例法院', filedOn: today }];
    case 'uphold':
    case 'mitigate':
    case 'annul': {
      const annulled = attempt.does === 'annul' && { outcome: 'REVOKED', redo: { ground: 'EVIDENCE' } };
      const mitigated = attempt.does === 'mitigate' && { outcome: 'CHANGED', penalties: FINE_OF(String(attempt.yuan)) };
      return [
        'concludeRemedy',
        { remedyId: open(seen.remedies, 'outcome'), outcome: 'UPHELD', concludedOn: today, ...annulled, ...mitigated },
      ];
    }
    case 'wait':
      throw new Error('nobody is asked to wait');
  }
}
