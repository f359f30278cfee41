import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { viewerOf } from '../../testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '../../testing/database';
import { LEDGER_SCHEMA } from '../../testing/ledger';
import { computeDeadline, DeadlineState, LimitUnit, RestDayRule } from '../deadline';
import { CaseDeadline } from './case-deadline.entity';
import { DeadlineLight } from './deadline.enums';
import { DeadlineRepository } from './deadline.repository';
import { Deadlines } from './deadlines';

const { WORKDAY, DAY, MONTH } = LimitUnit;
const TOWNSHIP = '410225201';
const OURS = viewerOf([TOWNSHIP], ['matters:read']);
const SUBJECT = { type: 'Ledger', divisionCode: TOWNSHIP };

describe.each(ENGINES)('deadlines against what computes them on %s', (engine) => {
  let opened: TestDatabase;
  let now: Date;
  let repository: DeadlineRepository;
  const deadlines = new Deadlines(() => now);

  beforeAll(async () => {
    opened = await freshDatabase(engine, LEDGER_SCHEMA);
    repository = new DeadlineRepository(manager(), 'matters:read', () => now);
  });
  afterAll(() => opened.close());

  const manager = () => opened.database.manager;
  const inOne = <T>(work: (tx: EntityManager) => Promise<T>) => manager().transaction(work);

  test('whatever happens to a clock, its row says what the law computes from what happened', async () => {
    const step = fc.record({
      what: fc.constantFrom('suspend', 'resume', 'extend', 'meet', 'look'),
      hours: fc.integer({ min: 0, max: 60 }),
      more: fc.integer({ min: 1, max: 4 }),
    });
    let courses = 0;
    const rule = fc.record({ value: fc.integer({ min: 0, max: 12 }), unit: fc.constantFrom(WORKDAY, DAY, MONTH) });
    await fc.assert(
      fc.asyncProperty(rule, fc.array(step, { maxLength: 8 }), async (limit, steps) => {
        const beginning = new Date('2026-09-25T02:00:00Z');
        now = beginning;
        courses += 1;
        const subject = { ...SUBJECT, id: `s-${courses}` };
        const given = { limit, restDay: RestDayRule.MOVES, basis: '行政许可法§42①、§82' };
        await inOne((tx) => deadlines.start(tx, subject, 'DECISION', given));
        const suspensions: { from: Date; to: Date | null }[] = [];
        const extensions: { limit: { value: number; unit: LimitUnit }; basis: string }[] = [];
        let metAt: Date | null = null;
        const model = () => computeDeadline({ ...given, start: beginning, suspensions, extensions, metAt, now });
        for (const { what, hours, more } of steps) {
          now = new Date(now.getTime() + hours * 60 * 60 * 1000);
          const before = model().state;
          const isOver = before === DeadlineState.OVERDUE || metAt !== null;
          const extension = { limit: { value: more, unit: WORKDAY }, basis: '行政许可法§42①但书' };
          if (what === 'suspend') {
            await inOne((tx) => deadlines.suspend(tx, subject.id, ['DECISION'], '行政许可法§45'));
            if (before === DeadlineState.RUNNING) suspensions.push({ from: now, to: null });
          } else if (what === 'resume') {
            await inOne((tx) => deadlines.resume(tx, subject.id, ['DECISION']));
            if (before === DeadlineState.SUSPENDED) suspensions.at(-1)!.to = now;
          } else if (what === 'extend') {
            const extending = inOne((tx) => deadlines.extend(tx, subject.id, 'DECISION', extension));
            if (isOver && metAt === null) await expect(extending).rejects.toMatchObject({ reason: 'DEADLINE_OVERDUE' });
            else await extending;
            if (!isOver) extensions.push(extension);
          } else if (what === 'meet') {
            await inOne((tx) => deadlines.meet(tx, subject.id, 'DECISION'));
            metAt ??= now;
          }
          const { dueAt, state, basis, isProvisional } = model();
          const [shown] = await repository.findBySubjects(OURS, [subject.id]);
          expect(shown).toMatchObject({ dueAt, state, basis, isProvisional });
          expect(shown!.light === DeadlineLight.RED).toBe(state === DeadlineState.OVERDUE);
          const { nextAt } = await manager().findOneByOrFail(CaseDeadline, { subjectId: subject.id });
          // A clock that runs is always looked at again, and never after it has run out.
          if (state === DeadlineState.RUNNING) expect(nextAt! <= new Date(dueAt.getTime() + 1)).toBe(true);
        }
      }),
      { numRuns: engine === 'sqlite' ? 150 : 40 },
    );
  });
});
