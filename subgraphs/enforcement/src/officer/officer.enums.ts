import { describeEnum } from '@township-graph/shared/described-enum';

export enum OfficerKind {
  CERTIFIED = 'CERTIFIED',
  AUXILIARY = 'AUXILIARY',
  LEGAL_REVIEWER = 'LEGAL_REVIEWER',
}

describeEnum(
  OfficerKind,
  'OfficerKind',
  { en: 'What somebody in enforcement may do', zh: '执法人员类别' },
  {
    CERTIFIED: { en: 'Officer with a certificate: investigates and decides on the spot (行政处罚法§42, §51)', zh: '行政执法人员（持证）' },
    AUXILIARY: { en: 'Auxiliary: helps, decides nothing', zh: '执法辅助人员（不得实施处罚）' },
    LEGAL_REVIEWER: { en: 'Reviews decisions for legality (行政处罚法§58)', zh: '法制审核人员' },
  },
);

export enum OfficerAllocation {
  BASE = 'BASE',
  POPULATION = 'POPULATION',
}

describeEnum(
  OfficerAllocation,
  'OfficerAllocation',
  { en: 'By which rule the post came to the township', zh: '人员配置来源' },
  {
    BASE: { en: 'Moved down from departments', zh: '部门下沉（基数）' },
    POPULATION: { en: 'Added by the size of the population', zh: '按人口规模增配' },
  },
);

export enum OfficerAction {
  RENEW_CERTIFICATE = 'RENEW_CERTIFICATE',
  REVOKE_CERTIFICATE = 'REVOKE_CERTIFICATE',
  ASSIGN = 'ASSIGN',
}

describeEnum(
  OfficerAction,
  'OfficerAction',
  { en: 'What can be done about an officer', zh: '执法人员管理操作' },
  {
    RENEW_CERTIFICATE: { en: 'Record a new certificate: renewCertificate', zh: '换发证件（renewCertificate）' },
    REVOKE_CERTIFICATE: { en: 'Revoke the certificate: revokeCertificate', zh: '收回证件（revokeCertificate）' },
    ASSIGN: { en: 'Assign to a team: assignOfficer', zh: '编入队伍（assignOfficer）' },
  },
);
