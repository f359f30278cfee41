import { describeEnum } from '@township-graph/shared/described-enum';

export enum CertificateKind {
  ENFORCEMENT = 'ENFORCEMENT',
  LEGAL_PROFESSION = 'LEGAL_PROFESSION',
  SERVICE_CLERK = 'SERVICE_CLERK',
  OTHER = 'OTHER',
}

describeEnum(
  CertificateKind,
  'CertificateKind',
  { en: 'What a certificate allows', zh: '证件种类' },
  {
    ENFORCEMENT: { en: 'To enforce: administrative enforcement (行政处罚法§42)', zh: '行政执法证' },
    LEGAL_PROFESSION: { en: 'Legal profession qualification (行政处罚法§58)', zh: '法律职业资格证书' },
    SERVICE_CLERK: { en: 'To serve at a comprehensive window', zh: '政务服务（综合窗口）办事员证书' },
    OTHER: { en: 'Another one', zh: '其他证件' },
  },
);
