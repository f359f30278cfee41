import { type DeadlineRule, type LimitUnit, RestDayRule } from './deadline';

/** What is said of a period for which no law was found: a default of ours, that a county sets to its own rules. */
export const PERIOD_IS_OURS = '系统缺省时限，未查到法律规定，可由各县配置';

/** A period that the environment may set, for a deadline that moves to the next working day. */
export function periodSetting(
  env: NodeJS.ProcessEnv,
  name: string,
  standard: number,
  unit: LimitUnit,
  basis = PERIOD_IS_OURS,
): DeadlineRule {
  return { limit: { value: numberSetting(env, name, standard), unit }, restDay: RestDayRule.MOVES, basis };
}

/** A whole number from 1 to 1000 that the environment may set. */
export function numberSetting(env: NodeJS.ProcessEnv, name: string, standard: number): number {
  const text = env[name];
  if (text === undefined || text === '') return standard;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value;
  throw new RangeError(`${name} is a whole number from 1 to 1000`);
}
