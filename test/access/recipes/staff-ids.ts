import type { Speech } from '../canaries';

/** Somebody who serves with each owner, and has their home there. */
export const staffMemberId = (say: Speech, row = 'whole') => say.text('staff_member.id', row);
