import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import type { ExclusionGround } from './evidence.enums';

/** A piece of evidence, as far as it may be the basis of a finding. */
export interface EvidenceFacts {
  readonly isVerified: boolean;
  readonly isFromMonitoring: boolean;
  /** Null before the legal and the technical review. */
  readonly isMonitoringCompliant: boolean | null;
  readonly exclusion: ExclusionGround | null;
}

const excluded = () => refusal('EVIDENCE_EXCLUDED', '该证据已被排除（行政处罚法第四十六条）', 'That evidence is excluded (行政处罚法 §46)');

/** What a device recorded is no evidence before it was reviewed (行政处罚法§41②). */
export const unreviewedMonitoring = (): MoveRefusal =>
  refusal(
    'MONITORING_UNREVIEWED',
    '电子技术监控设备记录未经法制和技术审核，不得作为证据（行政处罚法第四十一条第二款）',
    'What a monitoring device recorded is no evidence before the legal and technical review (行政处罚法 §41②)',
  );

/** Found true once; of what a device recorded, after the review and once the party was told (行政处罚法§41, §46②). */
export function verificationRefusal(
  { isVerified, isFromMonitoring, isMonitoringCompliant, exclusion }: EvidenceFacts,
  partyToldOn: string | null,
): MoveRefusal | null {
  if (exclusion !== null) return excluded();
  if (isVerified) return refusal('EVIDENCE_VERIFIED', '该证据已经查证属实', 'It was found to be true already');
  if (!isFromMonitoring) return null;
  if (isMonitoringCompliant !== true) return unreviewedMonitoring();
  return partyToldOn === null
    ? refusal(
        'PARTY_NOT_TOLD_OF_MONITORING',
        '应当及时告知当事人电子技术监控设备记录的违法事实（行政处罚法第四十一条第三款）',
        'The party must be told what the device recorded (行政处罚法 §41③)',
      )
    : null;
}

/** Reviewed once, and only what a device recorded. */
export function monitoringReviewRefusal({ isFromMonitoring, isMonitoringCompliant, exclusion }: EvidenceFacts): MoveRefusal | null {
  if (exclusion !== null) return excluded();
  if (!isFromMonitoring)
    return refusal('NOT_FROM_MONITORING', '该证据不是电子技术监控设备记录', 'No monitoring device recorded that evidence');
  return isMonitoringCompliant === null ? null : refusal('MONITORING_REVIEWED', '该记录已经审核', 'It was reviewed already');
}

export const exclusionRefusal = ({ exclusion }: EvidenceFacts): MoveRefusal | null => (exclusion === null ? null : excluded());
