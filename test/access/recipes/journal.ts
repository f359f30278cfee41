import { reachOf } from '@township-graph/shared/command/outbox-reach.entity';
import type { Owner } from '../owners';
import type { Recipe, Recipes } from '../recipe';

/** Above whatever commands write, so that the numbers of their records do not depend on what is planted. */
const FIRST_NUMBER = 1_000_000;
const numberOf = ({ year }: Owner) => FIRST_NUMBER + year;

/** What every subgraph keeps of the commands it carries out. */
export const JOURNAL_RECIPES: Recipes = {
  audit_record: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [
            {
              sequence: numberOf(owner),
              kind: 'COMMAND',
              organization: say.creditCode('audit_record.organization'),
              divisions: [owner.division],
              divisionCode: owner.division,
              targets: [
                { type: 'Matter', id: say.text('audit_record.targets', 'id'), fields: [say.text('audit_record.targets', 'field')] },
              ],
              outcome: 'REFUSED',
              algorithm: 'sha256',
            },
          ],
    plain: ['kind', 'divisions', 'divisionCode', 'outcome', 'algorithm'],
    unseen: { previousHash: 'the record before it says it' },
    isJournal: true,
  },
  outbox_event: eventsNamed('outbox_event'),
  outbox_reach: {
    kept: 'INTERNAL',
    because: 'an index of events, by whom they are for',
    rows: (owner) => {
      const event = { sequence: numberOf(owner), divisionCode: owner.division, leftDivisionCode: null };
      return owner.isPublic ? [] : reachOf(event).map((reach) => ({ ...reach }));
    },
    plain: ['prefix'],
    isJournal: true,
  },
  idempotency_record: {
    kept: 'INTERNAL',
    because: 'a result is told again only to whoever brought the key',
    rows: (owner, say) => [{ divisionCodes: [owner.division], result: say.text('idempotency_record.result') }],
    isJournal: true,
  },
  journal_head: { kept: 'INTERNAL', because: 'one row that numbers the others', rows: () => [], isJournal: true },
};

/** Events of a subgraph whose texts are told apart from those of others: not every feed asks for a scope. */
export function eventsNamed(name: string): Recipe {
  return {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [
            {
              sequence: numberOf(owner),
              id: say.text(`${name}.id`),
              type: say.text(`${name}.type`),
              subjectType: say.text(`${name}.subjectType`),
              subjectId: say.text(`${name}.subjectId`),
              divisionCode: owner.division,
              leftDivisionCode: null,
              payload: { said: say.text(`${name}.payload`) },
              requestId: say.text(`${name}.requestId`),
            },
          ],
    plain: ['divisionCode', 'leftDivisionCode'],
    isJournal: true,
  };
}
