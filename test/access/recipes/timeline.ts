import type { Speech } from '../canaries';
import type { Owner } from '../owners';
import { PERSONS } from '../owners';
import type { Recipes } from '../recipe';

/** What has a course, one of each kind: its type, and the row that other recipes plant under this name. */
export type Subject = readonly [type: string, row: (say: Speech, saidBy: (owner: Owner) => Speech) => string];

/** `plain`: further columns that hold no text of the owner's own. */
export const timelineOf = (subjects: readonly Subject[], plain: readonly string[] = []): Recipes => ({
  timeline_entry: {
    kept: 'DIVISION',
    // A course is told with the scope, also of what is published.
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : subjects.map(([subjectType, row]) => ({
            subjectType,
            subjectId: row(say, saidBy),
            divisionCode: owner.division,
            actor: saidBy(PERSONS).text('timeline_entry.actor', `${owner.mark} ${subjectType}`),
            organization: say.creditCode('timeline_entry.organization', subjectType),
          })),
    plain: ['subjectType', 'divisionCode', 'actor', ...plain],
  },
});
