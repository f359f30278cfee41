import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { addWorkdays, isWorkday } from '@township-graph/shared/calendar';
import { isCitizenId } from '@township-graph/shared/citizen-id';
import { dayOf } from '@township-graph/shared/clock';
import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { isCreditCode } from '@township-graph/shared/credit-code';
import { DeadlineState } from '@township-graph/shared/deadline';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { standingAt } from '@township-graph/shared/deadlines/deadline-standing';
import { beginDemoLoad } from '@township-graph/shared/demo/demo-load';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { type EntityTarget, In } from 'typeorm';
import { CaseProcedure, CaseState } from '../../case/case.enums';
import { CASE_MACHINE, type CaseAction } from '../../case/case.moves';
import { Complaint } from '../../complaint/complaint.entity';
import { ComplaintState } from '../../complaint/complaint.enums';
import { ENFORCEMENT_SCHEMA } from '../../database';
import { DecisionOutcome } from '../../decision/decision.enums';
import { isHeavier, sumOf } from '../../decision/penalty.rules';
import { checkedPenalties } from '../../decision/penalty-given.rules';
import { SIMPLE_CAP_FEN } from '../../decision/simple-procedure.rules';
import { CaseDocument } from '../../document/document.entity';
import { FaultInquiry } from '../../fault-inquiry/fault-inquiry.entity';
import { CaseFunction } from '../../filing/filing.enums';
import { MeasureKind } from '../../investigation/measure.enums';
import { JointInspection } from '../../joint-inspection/joint-inspection.entity';
import { yuanOf } from '../../money';
import { HearingStanding } from '../../notice/notice.enums';
import { investigatorsOn } from '../../officer/investigators';
import { EnforcementPower } from '../../power/power.entity';
import { PenaltyKind } from '../../power/power.enums';
import { GrantedPower } from '../../power-grant/granted-power.entity';
import { PowerGrantMode } from '../../power-grant/power-grant.enums';
import { DecisionPublication } from '../../publicity/publication.entity';
import { loadDesks } from '../desks/load-desks';
import { loadDemo } from '../load-demo';
import type { PlannedCase, Where } from './case-plan';
import { stepsTaken } from './case-steps';
import { loadCases } from './load-cases';
import { type CaseFile, caseFiles } from './testing/case-book';
import { type Turn, turnOf } from './turns';
import { workplaces } from './workplace';

const NOW = new Date('2026-11-26T02:00:00Z');

/** Every turn twice, and some that are under way. */
const TURNS: readonly Turn[] = [...new Set(Array.from({ length: 200 }, (_, index) => turnOf(index)))];
const planned = (at: Where, day: string, turn: Turn, serial: number): PlannedCase => ({
  key: `test:${at}:${serial}`,
  at,
  isFrequent: serial % 2 === 0,
  serial,
  place: serial,
  day,
  turn,
  grade: null,
});
const PLAN = [
  ...TURNS.flatMap((turn, index) => ['2022-01-17', '2023-09-25'].map((day, again) => planned('LANKAO', day, turn, 2 * index + again))),
  ...TURNS.map((turn, index) => planned('LANKAO', '2026-11-02', turn, 100 + index)),
  ...[0, 1, 2].map((serial) => planned('RUIAN_STATION', '2023-03-01', 'ON_THE_SPOT', serial)),
  planned('RUIAN_BUREAU', '2023-03-01', 'ON_THE_SPOT', 3),
];

const ENDED: readonly CaseState[] = [CaseState.ARCHIVED, CaseState.REVOKED];

describe.each(ENGINES)('the demonstration’s cases on %s', (engine) => {
  let opened: TestDatabase;
  let files: CaseFile[];
  let powers: ReadonlyMap<string, EnforcementPower>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    const { database } = opened;
    const { manager } = database;
    await loadDemo(database, undefined, { scale: 0, clock: () => NOW });
    const load = await beginDemoLoad(manager, 'test', { beside: GrantedPower, scale: 0, now: NOW });
    await loadCases(database, load, stepsTaken(PLAN, await workplaces(manager, NOW), NOW), () => undefined);
    files = await caseFiles(manager);
    powers = new Map((await manager.find(EnforcementPower)).map((power) => [power.id, power] as const));
  }, 120_000);
  afterAll(() => opened.close());

  /** The numbers of those of which it does not hold; there should be none. */
  const offending = (holds: (file: CaseFile) => boolean) =>
    files.filter((file) => !holds(file)).map(({ enforcementCase: { place } }) => place);
  const penalised = () =>
    files.filter(
      ({ enforcementCase: { outcome, procedure } }) => outcome === DecisionOutcome.PENALTY && procedure === CaseProcedure.ORDINARY,
    );

  test('each was planned once, and what began long ago is over', () => {
    expect(files).toHaveLength(PLAN.length);
    expect(offending(({ enforcementCase }) => enforcementCase.isDemonstration)).toEqual([]);
    expect(offending(({ enforcementCase: { openedOn, state } }) => openedOn > '2026' || ENDED.includes(state))).toEqual([]);
    expect(new Set(files.map(({ enforcementCase: { state } }) => state)).size).toBeGreaterThan(8);
  });

  test('each course is one that the table of moves allows, and ends where the case stands', () => {
    for (const { enforcementCase, timeline } of files) {
      let state: string | null = null;
      for (const { action, from, to, at } of timeline) {
        expect(from).toBe(state);
        if (from !== null) {
          const move = CASE_MACHINE.moves[action as CaseAction];
          expect(move.from).toContain(from);
          expect(to).toBe(move.to ?? from);
        }
        expect(at.getTime()).toBeLessThanOrEqual(NOW.getTime());
        state = to;
      }
      expect(timeline.map(({ at }) => at.getTime())).toEqual(timeline.map(({ at }) => at.getTime()).sort((a, b) => a - b));
      expect(enforcementCase).toMatchObject({ state, version: timeline.length });
    }
  });

  test('offices act on working days, in opening hours', () => {
    const inOffice = (at: Date) => {
      const minute = ((at.getTime() + 8 * 3_600_000) / 60_000) % 1440;
      return isWorkday(dayOf(at)) && ((minute >= 510 && minute <= 720) || (minute >= 870 && minute <= 1050));
    };
    expect(offending(({ timeline }) => timeline.every(({ at }) => inOffice(at)))).toEqual([]);
  });

  test('clocks stand as the kernel computes them, and none was missed but where it was meant', () => {
    const missed = new Set<string>();
    for (const { deadlines } of files)
      for (const { state, dueAt, basis, kind, ...given } of deadlines) {
        if (state === DeadlineState.LAPSED) continue;
        const standing = standingAt(NOW, given);
        expect({ dueAt, basis }).toEqual({ dueAt: standing.dueAt, basis: standing.basis });
        if (standing.state === DeadlineState.OVERDUE || (given.metAt && given.metAt > dueAt)) missed.add(kind);
      }
    expect([...missed].sort()).toEqual(['PAYMENT', 'SERVICE']);
  });

  test('行政处罚法§17, §24: each rests on a power that was held there on the day it was filed', async () => {
    const held = await opened.database.manager.find(GrantedPower);
    const rests = ({ enforcementCase: { powerId, grantId, filedAt } }: CaseFile) =>
      held.some(
        (item) =>
          item.powerId === powerId &&
          item.grantId === grantId &&
          item.validFrom <= dayOf(filedAt!) &&
          (item.validTo === null || item.validTo > dayOf(filedAt!)),
      );
    expect(offending((file) => file.enforcementCase.filedAt === null || rests(file))).toEqual([]);
    const modes = new Set(files.map(({ enforcementCase: { grantMode } }) => grantMode));
    for (const mode of [PowerGrantMode.GRANTED, PowerGrantMode.ENTRUSTED, PowerGrantMode.CENTRALIZED]) expect(modes).toContain(mode);
  });

  test('行政处罚法§42, §58, §64(4): two certified officers, and who reviews or hosts has not investigated', async () => {
    for (const { enforcementCase, officers } of files) {
      if (enforcementCase.filedAt === null) continue;
      const by = (of: CaseFunction) => officers.filter(({ caseFunction }) => caseFunction === of).map(({ officerId }) => officerId);
      const investigators = by(CaseFunction.INVESTIGATOR);
      const { divisionCode, filedAt } = enforcementCase;
      const wanted = { officerIds: investigators, divisionCode };
      await expect(investigatorsOn(opened.database.manager, wanted, dayOf(filedAt))).resolves.toHaveLength(2);
      const others = [...by(CaseFunction.REVIEWER), ...by(CaseFunction.HOST)];
      expect(others.filter((id) => investigators.includes(id))).toEqual([]);
      expect(new Set(others).size).toBe(others.length);
    }
  });

  test('行政处罚法§44, §45, §62: no penalty of which the party was not told before, none heavier, none before it had its say', () => {
    expect(penalised().length).toBeGreaterThan(30);
    for (const { enforcementCase, notices, statements, decisions } of penalised()) {
      const { decidedAt, statementUntil } = enforcementCase;
      const [notice] = notices;
      expect(notice!.notifiedAt < decidedAt!).toBe(true);
      expect(isHeavier(decisions[0]!.decided, notice!.proposed)).toBe(false);
      expect(statements.length > 0 || statementUntil! < decidedAt! || enforcementCase.heardAt !== null).toBe(true);
    }
    expect(penalised().some(({ notices, decisions }) => isHeavier(notices[0]!.proposed, decisions[0]!.decided))).toBe(true);
  });

  test('行政处罚法§63, §64: a hearing where it was asked for, told of seven working days ahead; else waived, or not asked for in time', () => {
    for (const { enforcementCase, notices, hearings } of penalised()) {
      const { hearing, hearingUntil, decidedAt } = enforcementCase;
      if (!notices[0]!.offersHearing) expect(hearing).toBe(HearingStanding.NONE);
      else if (hearing === HearingStanding.OFFERED) expect(hearingUntil! < decidedAt!).toBe(true);
      else expect([HearingStanding.WAIVED, HearingStanding.HELD]).toContain(hearing);
      for (const { requestedAt, toldAt, heldAt, closedAt } of hearings) {
        expect(requestedAt <= hearingUntil!).toBe(true);
        expect(dayOf(heldAt!) >= addWorkdays(dayOf(toldAt!), 7)).toBe(true);
        expect(closedAt! >= heldAt! && closedAt! < decidedAt!).toBe(true);
      }
    }
    expect(files.some(({ enforcementCase: { hearing } }) => hearing === HearingStanding.HELD)).toBe(true);
  });

  test('行政处罚法§57②, §58, §60: reviewed and deliberated on where it must be, and decided in time', () => {
    for (const { enforcementCase, reviews, deliberations } of penalised()) {
      const { decidedAt, decideBy, reviewGrounds, needsDeliberation, heardAt } = enforcementCase;
      expect(decidedAt! <= decideBy!).toBe(true);
      const isReviewed = reviews.some(
        ({ result, reviewedAt }) => result === 'PASSED' && reviewedAt > (heardAt ?? new Date(0)) && reviewedAt < decidedAt!,
      );
      if (reviewGrounds.length > 0 || heardAt) expect(isReviewed).toBe(true);
      if (needsDeliberation) expect(deliberations.at(-1)!.deliberatedAt < decidedAt!).toBe(true);
    }
  });

  test('行政处罚法§51: what is decided on the spot is a warning or a small fine, and reported', () => {
    for (const { enforcementCase, decisions, timeline } of files) {
      if (enforcementCase.procedure !== CaseProcedure.SIMPLE) continue;
      const [{ decided }] = decisions as [CaseFile['decisions'][number]];
      expect(decided.filter(({ kind }) => kind !== PenaltyKind.WARNING && kind !== PenaltyKind.FINE)).toEqual([]);
      expect(sumOf(decided, PenaltyKind.FINE)).toBeLessThanOrEqual(SIMPLE_CAP_FEN[enforcementCase.partyKind!]);
      if (enforcementCase.endedAt) expect(timeline.map(({ action }) => action)).toContain('reportDecision');
    }
  });

  test('行政处罚法§4, §28: penalties are those of the law, within its range, with an order to put it right', () => {
    for (const { enforcementCase, decisions, orders, timeline } of files) {
      const { outcome, partyKind, powerId } = enforcementCase;
      if (outcome !== DecisionOutcome.PENALTY) continue;
      const given = decisions[0]!.decided.map(({ kind, fen }) => ({ kind, amount: fen ? yuanOf(fen) : null }));
      // A review may go below the law’s range.
      const isChanged = timeline.some(({ action }) => action === 'concludeRemedy');
      expect(checkedPenalties(given, powers.get(powerId!)!, partyKind!, isChanged)).toHaveLength(given.length);
      expect(orders.length).toBeGreaterThan(0);
    }
  });

  test('行政强制法§17: nothing is seized under an entrustment, and what was held is held no longer', () => {
    const seized = files.filter(({ measures }) => measures.some(({ kind }) => kind === MeasureKind.SEIZURE));
    expect(seized.length).toBeGreaterThan(0);
    expect(seized.filter(({ enforcementCase: { grantMode } }) => grantMode === PowerGrantMode.ENTRUSTED)).toEqual([]);
    expect(
      offending(({ enforcementCase, measures }) => enforcementCase.endedAt === null || measures.every(({ outcome }) => outcome !== null)),
    ).toEqual([]);
  });

  test('行政处罚法§66, §67, §72: what is closed is paid, with what was added for being late, or the court has carried it out', () => {
    for (const { enforcementCase, collections, payments } of files) {
      const [collection] = collections;
      if (!collection || enforcementCase.state !== CaseState.ARCHIVED) continue;
      const paid = payments.reduce((sum, { fen }) => sum + fen, 0);
      if (enforcementCase.isExecutionEnded) expect(collection.courtResult).toBe('ENFORCED');
      else expect(paid).toBe(collection.fineFen + collection.gainsFen + collection.lateFinePaidFen);
      expect(payments.filter(({ paidOn }) => paidOn < enforcementCase.servedOn!)).toEqual([]);
    }
    expect(files.some(({ collections }) => collections.some(({ lateFinePaidFen }) => lateFinePaidFen > 0))).toBe(true);
  });

  test('numbers run from one without gaps, of each organ, kind and year, in the order of time', () => {
    const numbers = files.flatMap(({ enforcementCase, decisions }) => [
      ...(enforcementCase.procedure === CaseProcedure.ORDINARY && enforcementCase.filedAt
        ? [{ number: enforcementCase.caseNumber!, at: enforcementCase.filedAt }]
        : []),
      ...decisions.map(({ documentNumber }) => ({ number: documentNumber, at: enforcementCase.decidedAt! })),
    ]);
    const last = new Map<string, number>();
    for (const { number, at } of numbers.sort((a, b) => a.at.getTime() - b.at.getTime())) {
      const [, series = '', serial] = /^(.+〔\d{4}〕)(\d+)号$/.exec(number) ?? [];
      expect(series).toContain(`〔${dayOf(at).slice(0, 4)}〕`);
      expect([number, Number(serial)]).toEqual([number, (last.get(series) ?? 0) + 1]);
      last.set(series, Number(serial));
    }
    expect(last.size).toBeGreaterThan(20);
  });

  test('parties are nobody', () => {
    expect(offending(({ enforcementCase: { partyName } }) => partyName === null || partyName.startsWith('示例'))).toEqual([]);
    expect(offending(({ enforcementCase: { partyIdNumber: id } }) => id === null || (id.startsWith('99') && isCitizenId(id)))).toEqual([]);
    expect(
      offending(({ enforcementCase: { partyCreditCode: code } }) => code === null || (code.includes('DEM0') && isCreditCode(code))),
    ).toEqual([]);
  });

  test('beside cases lie publications, documents, visits, complaints of each state and an inquiry, by the same commands', async () => {
    const { database } = opened;
    const { manager } = database;
    const places = await workplaces(manager, NOW);
    await database.transaction((tx) => loadDesks(tx, NOW, places));
    const statesOf = async (entity: EntityTarget<{ state: string }>) =>
      [...new Set((await manager.find(entity)).map(({ state }) => state))].toSorted();
    const known = Object.values(ComplaintState).filter((state) => state !== ComplaintState.TRANSFERRED);
    expect(await statesOf(Complaint)).toEqual(known.toSorted());
    expect(await statesOf(JointInspection)).toEqual(['CLOSED', 'STARTED']);
    expect(await statesOf(FaultInquiry)).toEqual(['DISMISSED']);
    expect(await statesOf(DecisionPublication)).toEqual(['PUBLISHED', 'WITHHELD']);
    expect(new Set((await manager.find(CaseDocument)).map(({ kind }) => kind))).toEqual(new Set(['FILING_APPROVAL', 'PENALTY_DECISION']));
    const clocks = await manager.findBy(CaseDeadline, { subjectType: In(['Complaint', 'JointInspection', 'FaultInquiry']) });
    const late = clocks.filter(({ metAt, dueAt }) => (metAt ?? NOW) > dueAt);
    expect(late).toEqual([]);
    expect([await manager.count(AuditRecord), await manager.count(OutboxEvent)]).toEqual([0, 0]);
  });
});
