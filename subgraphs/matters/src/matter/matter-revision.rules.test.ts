import type { DomainError } from '@township-graph/shared/errors';
import { MatterState } from './matter.enums';
import { dayInHistory, type IncomingRevision, type StandingRevision, stepFor } from './matter-revision.rules';

const TODAY = '2026-03-02';
const { DRAFT, PUBLISHED, SUSPENDED, ABOLISHED } = MatterState;

const standing = (more: Partial<StandingRevision> = {}): StandingRevision => ({
  state: PUBLISHED,
  validFrom: '2026-01-01',
  digest: 'old',
  ...more,
});
const incoming = (more: Partial<IncomingRevision> = {}): IncomingRevision => ({
  state: PUBLISHED,
  validFrom: TODAY,
  validTo: null,
  digest: 'new',
  ...more,
});

const stepOrReason = (before: StandingRevision | null, row: IncomingRevision): string => {
  try {
    return stepFor(before, row, TODAY);
  } catch (error) {
    return (error as DomainError).reason;
  }
};

test.each<[string, StandingRevision | null, IncomingRevision, string]>([
  ['a matter that nobody knew', null, incoming(), 'FIRST'],
  ['one that nobody knew and that is abolished already', null, incoming({ state: ABOLISHED }), 'FIRST'],
  ['what is known', standing(), incoming({ digest: 'old' }), 'NONE'],
  ['what is known, on an earlier day', standing(), incoming({ digest: 'old', validFrom: '2020-01-01' }), 'NONE'],
  ['a change from today', standing(), incoming(), 'NEXT'],
  ['a change that was made known late', standing(), incoming({ validFrom: '2026-01-02' }), 'NEXT'],
  ['a change on the first day of what has held since', standing(), incoming({ validFrom: '2026-01-01' }), 'REVISION_BACKDATED'],
  ['a change before it', standing(), incoming({ validFrom: '2025-12-31' }), 'REVISION_BACKDATED'],
  ['a correction of a revision of today', standing({ validFrom: TODAY }), incoming(), 'NEXT'],
  ['a correction of one to come', standing({ validFrom: '2026-04-01' }), incoming({ validFrom: '2026-04-01' }), 'NEXT'],
  ['a change before one that is to come', standing({ validFrom: '2026-04-01' }), incoming(), 'REVISION_BACKDATED'],
  ['a suspension', standing(), incoming({ state: SUSPENDED }), 'NEXT'],
  ['a matter that comes back', standing({ state: ABOLISHED }), incoming(), 'NEXT'],
  ['another draft', standing({ state: DRAFT }), incoming({ state: DRAFT }), 'REPLACE'],
  ['the publication of a draft', standing({ state: DRAFT }), incoming(), 'REPLACE'],
  ['its publication on a day before it was drafted', standing({ state: DRAFT }), incoming({ validFrom: '2025-06-01' }), 'REPLACE'],
  ['the end of what never was', standing({ state: DRAFT }), incoming({ state: ABOLISHED }), 'NEVER_PUBLISHED'],
  ['a draft of what is published', standing(), incoming({ state: DRAFT }), 'PUBLISHED_ALREADY'],
  ['an end on the first day', null, incoming({ validTo: TODAY }), 'DAYS_REVERSED'],
  ['an end before it', standing(), incoming({ validTo: '2026-02-01' }), 'DAYS_REVERSED'],
  ['an end the day after', standing(), incoming({ validTo: '2026-03-03' }), 'NEXT'],
])('%s', (_, before, row, step) => {
  expect(stepOrReason(before, row)).toBe(step);
});

test.each([
  ['one that holds', '2026-01-01', null, TODAY],
  ['one that will end', '2026-01-01', '2026-06-01', TODAY],
  ['one that ended', '2026-01-01', '2026-02-01', '2026-01-31'],
  ['one that ended today', '2026-01-01', TODAY, '2026-03-01'],
  ['one to come', '2026-04-01', null, '2026-04-01'],
  ['one that was corrected on its first day', TODAY, TODAY, TODAY],
])('history shows %s as of its own day', (_, validFrom, validTo, day) => {
  expect(dayInHistory({ validFrom, validTo }, TODAY)).toBe(day);
});
