import type { Speech } from '../canaries';

/** The grant and the power under which the cases of the walk are filed. */
export const CASE_POWER = 'cases';

export const powerId = (say: Speech, row: string) => say.text('enforcement_power.id', row);
export const grantId = (say: Speech, row: string) => say.text('power_grant.id', row);
export const officerId = (say: Speech, row: string) => say.text('officer.id', row);
