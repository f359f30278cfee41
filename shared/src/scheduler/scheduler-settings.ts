import type { SchedulerOptions } from './scheduler';

export type SchedulerSettings = Pick<SchedulerOptions, 'everyMs'>;

export const DEFAULT_INTERVAL_SECONDS = 30;

/** What the environment says of the scheduler; null where it is off. */
export function schedulerFrom({ SCHEDULER, SCHEDULER_INTERVAL }: NodeJS.ProcessEnv): SchedulerSettings | null {
  const isOn = SCHEDULER?.trim() || 'true';
  if (isOn !== 'true' && isOn !== 'false') throw new Error('SCHEDULER: must be true or false');
  const seconds = SCHEDULER_INTERVAL?.trim() || String(DEFAULT_INTERVAL_SECONDS);
  if (!/^[1-9]\d{0,4}$/.test(seconds)) throw new Error('SCHEDULER_INTERVAL: must be a whole number of seconds, 1 to 99999');
  return isOn === 'true' ? { everyMs: Number(seconds) * 1000 } : null;
}
