import { ROW } from '@township-graph/shared/scoped-repository';

/** Where somebody serves now, which reads what is on record of them, wherever it was recorded. */
export const OF_WHO_SERVES = { column: 's.divisionCode', among: `SELECT 1 FROM staff_member s WHERE s.id = ${ROW}.staffMemberId` };
