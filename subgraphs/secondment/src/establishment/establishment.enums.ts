import { describeEnum } from '@township-graph/shared/described-enum';

export enum EstablishmentAction {
  ADJUST = 'ADJUST',
  TRANSFER = 'TRANSFER',
}

describeEnum(
  EstablishmentAction,
  'EstablishmentAction',
  { en: 'What can be done about an establishment', zh: '编制管理操作' },
  {
    ADJUST: { en: 'Set another number by a document: adjustEstablishment', zh: '调整核定数（adjustEstablishment）' },
    TRANSFER: { en: 'Let free posts follow their duties: transferEstablishment', zh: '划转编制（transferEstablishment）' },
  },
);
