import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { rule } from '../case/case.deadlines';

/** For how many months a decision is public: of light penalties, and of all others. */
export interface PublicityPeriod {
  readonly light: number;
  readonly other: number;
}

export interface PublicitySettings {
  readonly publication: DeadlineRule;
  /** By domain; `*` for all others. */
  readonly periods: Readonly<Record<string, PublicityPeriod>>;
}

/** 市场监督管理行政处罚信息公示规定 has these months; other domains may have rules of their own. */
const PERIODS: PublicitySettings['periods'] = { '*': { light: 3, other: 36 } };

/** `ENFORCEMENT_PUBLICATION_WORKDAYS`; `ENFORCEMENT_PUBLICITY_PERIODS`: `{"市场监管":{"light":3,"other":36}}`, in months. */
export function publicitySettingsFrom(env: NodeJS.ProcessEnv = process.env): PublicitySettings {
  const days = Number(env.ENFORCEMENT_PUBLICATION_WORKDAYS || 7);
  if (!isCount(days)) throw new RangeError('ENFORCEMENT_PUBLICATION_WORKDAYS is a whole number from 1 to 1200');
  const given = JSON.parse(env.ENFORCEMENT_PUBLICITY_PERIODS || '{}') as Record<string, Record<string, unknown>>;
  const read = Object.entries(given).map(([domain, { light, other }]) => {
    if (!isCount(light) || !isCount(other))
      throw new RangeError(`ENFORCEMENT_PUBLICITY_PERIODS: ${domain} has light and other, each whole months from 1 to 1200`);
    return [domain, { light, other }] as const;
  });
  const basis = '行政处罚法§48；期限参照国办发〔2018〕118号，系统缺省，可配置';
  return { publication: rule(days, LimitUnit.WORKDAY, basis), periods: { ...PERIODS, ...Object.fromEntries(read) } };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1200;
