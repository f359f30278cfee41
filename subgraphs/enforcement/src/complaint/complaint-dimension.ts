import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { COMPLAINT_CHANNEL_WORDS, COMPLAINT_KIND_WORDS, COMPLAINT_OUTCOME_WORDS } from './complaint.enums';

export enum ComplaintDimension {
  DIVISION = 'DIVISION',
  DOMAIN = 'DOMAIN',
  MONTH = 'MONTH',
  OUTCOME = 'OUTCOME',
  KIND = 'KIND',
  CHANNEL = 'CHANNEL',
}

describeEnum(
  ComplaintDimension,
  'ComplaintDimension',
  { en: 'What complaints can be grouped by', zh: '投诉举报统计维度' },
  {
    DIVISION: { en: 'Division that handles it', zh: '办理区划' },
    DOMAIN: { en: 'Field of enforcement; null where nobody has said', zh: '执法领域（未确定的为空）' },
    MONTH: { en: 'Month it came in, YYYY-MM', zh: '登记月份' },
    OUTCOME: { en: 'What came of it; null before', zh: '办理结果（未办理的为空）' },
    KIND: { en: 'Kind', zh: '类别' },
    CHANNEL: { en: 'How it came in', zh: '来源渠道' },
  },
);

interface DimensionPlan {
  sql(isSqlite: boolean): string;
  readonly words?: Words;
}

const column = (name: string, words?: Words): DimensionPlan => ({ sql: () => `row.${name}`, words });

/** The month in Shanghai: instants are kept in UTC, and engines differ in how hours are added to them. */
const MONTH_SQL = {
  sqlite: `STRFTIME('%Y-%m', row.filedAt, '+8 hours')`,
  mysql: `DATE_FORMAT(row.filedAt + INTERVAL 8 HOUR, '%Y-%m')`,
};

export const COMPLAINT_DIMENSIONS: Readonly<Record<ComplaintDimension, DimensionPlan>> = {
  DIVISION: column('divisionCode'),
  DOMAIN: column('domain'),
  MONTH: { sql: (isSqlite) => (isSqlite ? MONTH_SQL.sqlite : MONTH_SQL.mysql) },
  OUTCOME: column('outcome', COMPLAINT_OUTCOME_WORDS),
  KIND: column('kind', COMPLAINT_KIND_WORDS),
  CHANNEL: column('channel', COMPLAINT_CHANNEL_WORDS),
};
