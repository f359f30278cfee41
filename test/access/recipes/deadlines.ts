import type { Speech } from '../canaries';
import type { Owner } from '../owners';
import type { GivenRow, Recipe } from '../recipe';

const AT = new Date('2020-01-01T00:00:00Z').toISOString();

/** Something that is overdue, of the subject. */
export const deadlineRow =
  ({ division: divisionCode }: Owner, say: Speech) =>
  (subjectType: string, subjectId: string, more: object = {}): GivenRow => ({
    subjectType,
    subjectId,
    divisionCode,
    limitValue: 5,
    limitUnit: 'WORKDAY',
    restDay: 'MOVES',
    suspensions: [{ from: AT, to: AT, basis: say.text('case_deadline.suspensions', subjectId) }],
    extensions: [{ limit: { value: 1, unit: 'WORKDAY' }, basis: say.text('case_deadline.extensions', subjectId) }],
    state: 'OVERDUE',
    light: 'RED',
    nextAt: null,
    calendarUntil: null,
    ...more,
  });

export const DEADLINE_COLUMNS: Omit<Recipe, 'rows'> = {
  kept: 'DIVISION',
  plain: ['subjectType', 'divisionCode', 'limitUnit', 'restDay', 'calendarUntil', 'state', 'light'],
  unseen: { basis: 'put together anew when it is read', suspensions: 'the course tells of them' },
};
