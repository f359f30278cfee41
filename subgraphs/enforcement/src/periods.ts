import { type DeadlineRule, LimitUnit, RestDayRule } from '@township-graph/shared/deadline';

/** How long things may take for which we found no law: defaults of ours, that a county sets to its own rules. */
export interface Periods {
  /** Months after which powers that were granted to a township are to be evaluated. */
  readonly evaluation: DeadlineRule;
  /** Years that an officer's certificate may be valid at the most. */
  readonly certificateYears: number;
}

const OURS = '系统缺省时限，未查到法律规定，可由各县配置';

/** Read from the environment: `ENFORCEMENT_EVALUATION_MONTHS` and so on. */
export function periodsFrom(env: NodeJS.ProcessEnv = process.env): Periods {
  const rule = (name: string, value: number, unit: LimitUnit, basis: string): DeadlineRule => ({
    limit: { value: wholeNumber(env[name], value, name), unit },
    restDay: RestDayRule.MOVES,
    basis,
  });
  return {
    evaluation: rule('ENFORCEMENT_EVALUATION_MONTHS', 12, LimitUnit.MONTH, `行政处罚法§24（定期组织评估）；周期为${OURS}`),
    certificateYears: wholeNumber(env.ENFORCEMENT_CERTIFICATE_YEARS, 5, 'ENFORCEMENT_CERTIFICATE_YEARS'),
  };
}

function wholeNumber(text: string | undefined, standard: number, name: string): number {
  if (text === undefined || text === '') return standard;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new RangeError(`${name} is a whole number from 1 to 1000`);
}
