import { addDays, addWorkdays, calendarKnownUntil, isWorkday, learnHolidays } from '@township-graph/shared/calendar';
import { dayOf, endOfDay, startOfDay } from '@township-graph/shared/clock';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase } from '@township-graph/shared/testing/database';
import { PROMISED, promisedRule } from './application/application.deadlines';
import { Application } from './application/application.entity';
import { subjectOf } from './application/application-moving';
import { delivered } from './application/testing/delivered-application';
import { MATTERS_SCHEMA } from './database';
import { createMattersSubgraph } from './subgraph';

test.each(ENGINES)('a promise moves with the holidays of a year that is known at last, where it is listed too, on %s', async (engine) => {
  const { database, close } = await freshDatabase(engine, MATTERS_SCHEMA);
  const lastKnown = calendarKnownUntil();
  const clock = () => startOfDay(lastKnown);
  const promised = addWorkdays(lastKnown, 5);
  const open = { state: 'REVIEWING', decidedAt: null, promisedValue: 5, promisedUnit: 'WORKDAY', dueAt: endOfDay(promised) };
  await insertAll(database.manager, Application, [delivered('application', open)]);
  const application = await database.manager.findOneByOrFail(Application, { id: 'application' });
  await database.manager.transaction((tx) => new Deadlines(clock).start(tx, subjectOf(application), PROMISED, promisedRule(application)));
  const { execute, jobs } = await createMattersSubgraph({ database, clock });

  const year = Number(lastKnown.slice(0, 4)) + 1;
  const newYear = [0, 1, 2, 3].map((days) => addDays(`${year}-01-01`, days)).filter(isWorkday);
  learnHolidays({ holidays: Object.fromEntries([...newYear, `${year}-10-01`].map((day) => [day, '示例假期'])), workdays: {} });
  await jobs.find(({ name }) => name === 'provisional-deadlines')!.run({ goesOn: async () => true });

  const due = addWorkdays(lastKnown, 5);
  expect(due > promised).toBe(true);
  const clerk = viewerOf([application.divisionCode], ['matters:read']);
  const { data } = await asking(execute)(
    '{ application(id: "application") { dueAt version deadlines { kind dueOn isProvisional } } mattersFeed { nodes { type subjectId } } }',
    clerk,
  );
  expect(data.application).toMatchObject({
    version: application.version,
    deadlines: [{ kind: PROMISED, dueOn: due, isProvisional: false }],
  });
  expect(dayOf(new Date(data.application.dueAt))).toBe(due);
  expect(data.mattersFeed.nodes).toEqual([{ type: 'DEADLINE_RECOMPUTED', subjectId: 'application' }]);
  await close();
});
