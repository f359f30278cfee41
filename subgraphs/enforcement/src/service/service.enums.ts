import { describeEnum } from '@township-graph/shared/described-enum';

/** How a document reaches the party (行政处罚法§61, 民事诉讼法). */
export enum ServiceMethod {
  ON_THE_SPOT = 'ON_THE_SPOT',
  DIRECT = 'DIRECT',
  LEFT = 'LEFT',
  MAIL = 'MAIL',
  ENTRUSTED = 'ENTRUSTED',
  ELECTRONIC = 'ELECTRONIC',
  PUBLIC_NOTICE = 'PUBLIC_NOTICE',
}

describeEnum(
  ServiceMethod,
  'ServiceMethod',
  { en: 'How a document is served', zh: '送达方式' },
  {
    ON_THE_SPOT: { en: 'Handed over when it was pronounced', zh: '宣告后当场交付' },
    DIRECT: { en: 'Handed over', zh: '直接送达' },
    LEFT: { en: 'Left with a witness or a recording, for it was not taken', zh: '留置送达' },
    MAIL: { en: 'By mail', zh: '邮寄送达' },
    ENTRUSTED: { en: 'By another organ', zh: '委托送达' },
    ELECTRONIC: { en: 'Electronically, on a signed confirmation', zh: '电子送达（须签订确认书）' },
    PUBLIC_NOTICE: { en: 'By public notice', zh: '公告送达' },
  },
);
