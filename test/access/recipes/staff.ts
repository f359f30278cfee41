import type { Speech } from '../canaries';

/** Somebody who serves with each owner, and has their home there. */
export const staffMemberId = (say: Speech, row = 'whole') => say.text('staff_member.id', row);

/** With whom people are placed: it has a post free. */
export const hostOf = (say: Speech) => say.creditCode('placement.hostCreditCode', 'host');
