import type { Speech } from '../canaries';
import { type Owner, PERSONS, PUBLISHERS } from '../owners';
import type { Recipes } from '../recipe';

/** What has a course, one of each kind: the rows that other recipes plant under these names. */
const SUBJECTS: readonly (readonly [type: string, row: (say: Speech, saidBy: (owner: Owner) => Speech) => string])[] = [
  ['Delegation', (say) => say.text('delegation.id', 'own')],
  ['QueueTicket', (say) => say.text('queue_ticket.id', 'called')],
  ['Appointment', (say) => say.text('appointment.id', 'booked')],
  ['AdmissionRequest', (say) => say.text('admission_request.id', 'full')],
  ['DutyRefusal', (say) => say.text('duty_refusal.id', 'full')],
  ['MatterChange', (say) => say.text('matter_change.id', 'full')],
  ['Application', (say) => say.text('application.id', 'of a bundle')],
  ['Rating', (say) => say.text('application_rating.id', 'mendRating')],
  ['BundleApplication', (say) => say.text('bundle_application.id', 'done')],
  // Of what is published too.
  ['ServicePoint', (_, saidBy) => saidBy(PUBLISHERS.townshipB).text('service_point.id', 'hall')],
  ['ServiceWindow', (_, saidBy) => saidBy(PUBLISHERS.townshipB).text('service_window.id', 'desk')],
  ['ResponsibilityItem', (say) => say.text('responsibility_item.id', '1')],
];

export const TIMELINE_RECIPES: Recipes = {
  timeline_entry: {
    kept: 'DIVISION',
    // A course is told with the scope, also of what is published.
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : SUBJECTS.map(([subjectType, row]) => ({
            subjectType,
            subjectId: row(say, saidBy),
            divisionCode: owner.division,
            actor: saidBy(PERSONS).text('timeline_entry.actor', `${owner.mark} ${subjectType}`),
            organization: say.creditCode('timeline_entry.organization', subjectType),
          })),
    plain: ['subjectType', 'divisionCode', 'actor'],
  },
};
