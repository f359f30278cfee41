import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { ExcludeEvidenceInput, ReviewMonitoringRecordInput, VerifyEvidenceInput } from './evidence.inputs';
import type { EvidenceService } from './evidence.service';

export const evidenceResolver = (evidence: EvidenceService) =>
  caseCommandResolver({
    verifyEvidence: caseCommand({
      input: VerifyEvidenceInput,
      scope: 'enforcement:handle',
      en: 'Records that evidence was found to be true: only then it counts; what a device recorded, after its review and once the party was told (行政处罚法 §41, §46②)',
      zh: '证据查证属实',
      run: (context, input) => evidence.verifyEvidence(context, input),
    }),
    reviewMonitoringRecord: caseCommand({
      input: ReviewMonitoringRecordInput,
      scope: 'enforcement:review',
      en: 'Records the legal and technical review of what a monitoring device recorded; what does not meet the law is no evidence (行政处罚法 §41①②)',
      zh: '电子技术监控设备记录的法制和技术审核',
      run: (context, input) => evidence.reviewMonitoringRecord(context, input),
    }),
    excludeEvidence: caseCommand({
      input: ExcludeEvidenceInput,
      scope: 'enforcement:manage',
      en: 'Excludes evidence: it stays on record and is the basis of nothing; what was reviewed, told or heard on it is done anew (行政处罚法 §46②③)',
      zh: '排除证据（留存备查，不得作为认定案件事实的根据）',
      run: (context, input) => evidence.excludeEvidence(context, input),
    }),
  });
