import { addDays, addWorkdays, calendarKnownUntil, learnHolidays } from '@township-graph/shared/calendar';
import { dayOf, endOfDay } from '@township-graph/shared/clock';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { insertAll } from '@township-graph/shared/insert-all';
import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, HEAD } from './case/testing/case-office';
import { COUNTY } from './case/testing/people-and-powers';
import { FaultInquiry } from './fault-inquiry/fault-inquiry.entity';
import { FaultInquiryState, FaultKind } from './fault-inquiry/fault-inquiry.enums';
import { OFFICER_STATEMENT } from './fault-inquiry/fault-inquiry.service';
import { Measure } from './investigation/measure.entity';
import { periodsFrom } from './periods';

const INQUIRY = {
  id: 'inquiry',
  divisionCode: COUNTY,
  officerId: 'one',
  officerName: '示例',
  organCreditCode: '示例',
  staffMemberId: 'staff-one',
  kind: FaultKind.INACTION,
  factsText: '示例',
  legalBasis: '示例',
  openedBy: 'opener',
  state: FaultInquiryState.NOTIFIED,
  version: 1,
};

test.each(ENGINES)('what is kept of a case beside its deadlines moves with holidays that are known at last, on %s', async (engine) => {
  const lastKnown = calendarKnownUntil();
  const office = await CaseOffice.open(engine);
  const { manager } = office.opened.database;
  office.on(addDays(lastKnown, -80));
  const waiting = await office.investigate(await office.filed());
  const decided = await office.decided('1000');
  office.on(lastKnown);
  const things = { things: [{ name: '示例货架', quantity: 1 }], officerIds: ['one', 'two'], approvedBy: '示例负责人', reason: '证据' };
  const kept = await office.move('preserveEvidence', waiting, things);
  const told = await office.notified('50000');
  const served = await office.serve(decided, lastKnown);
  const answering = await manager.transaction((tx) =>
    new Deadlines(() => office.now).start(tx, { type: 'FaultInquiry', ...INQUIRY }, OFFICER_STATEMENT, periodsFrom().officerStatement),
  );
  await insertAll(manager, FaultInquiry, [{ ...INQUIRY, openedAt: office.now, statementUntil: answering.dueAt }]);

  // Whatever is due next year falls on a holiday.
  const year = Number(lastKnown.slice(0, 4)) + 1;
  const due = [kept.decideBy!, told.hearingUntil, kept.measures[0].dueAt].map((time) => dayOf(new Date(time)));
  const days = [...due, served.collection.parts[0].dueOn, `${year}-10-01`];
  learnHolidays({ holidays: Object.fromEntries(days.map((day) => [day, '示例假期'])), workdays: {} });
  await office.scheduler.runDue();

  const later = async (id: string) => office.see(id);
  const nextDay = (day: string) => addWorkdays(day, 1);
  expect((await later(kept.id)).decideBy).toBe(endOfDay(nextDay(dayOf(new Date(kept.decideBy!)))).toISOString());
  expect((await manager.findOneByOrFail(Measure, { caseId: kept.id })).dueAt).toEqual(endOfDay(addWorkdays(lastKnown, 7)));
  const collected = (await later(served.id)).collection.parts;
  expect(collected).toEqual([{ dueOn: nextDay(served.collection.parts[0].dueOn), amount: '1000.00' }]);
  const times = await later(told.id);
  expect(times).toMatchObject({
    hearingUntil: endOfDay(addWorkdays(lastKnown, 5)).toISOString(),
    statementUntil: endOfDay(addWorkdays(lastKnown, 5)).toISOString(),
    version: told.version,
  });
  expect(times.hearingUntil > told.hearingUntil).toBe(true);
  const { statementUntil } = await manager.findOneByOrFail(FaultInquiry, { id: INQUIRY.id });
  expect(statementUntil).toEqual(endOfDay(addWorkdays(lastKnown, 5)));
  const { data } = await office.ask('{ enforcementFeed(first: 100) { nodes { type subjectId } } }', HEAD);
  expect(data.enforcementFeed.nodes).toContainEqual({ type: 'CASE_PARTY_TIMES_RECOMPUTED', subjectId: told.id });
  // On the day that was the last before, the party may still ask.
  office.now = new Date(Date.parse(told.hearingUntil) + 1);
  expect((await office.move('requestHearing', times)).hearing).toBe('REQUESTED');
  await office.close();
});
