import type { Owner } from '../owners';
import type { Recipes } from '../recipe';

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
  outbox_event: {
    kept: 'INTERNAL',
    because: 'feeds do not read it yet',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [{ sequence: numberOf(owner), divisionCode: owner.division, payload: { said: say.text('outbox_event.payload') } }],
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
