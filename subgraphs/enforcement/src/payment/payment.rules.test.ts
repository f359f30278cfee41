import { agreementRefusal, brokenOn } from './agreement.rules';
import { courtRefusal, courtWindow, reminderRipeOn } from './court.rules';
import { planRefusal } from './instalments.rules';
import { lateFine } from './late-fine.rules';

const FINE = { instalments: [{ dueOn: '2026-03-31', fen: 1000_00 }], paid: [], pauses: [], until: '2026-03-31' };

describe('行政处罚法§72①(1), §73③: three percent a day, no more than the fine', () => {
  test.each([
    ['nothing on the last day', {}, 0],
    ['a day late', { until: '2026-04-01' }, 30_00],
    ['ten days late', { until: '2026-04-10' }, 300_00],
    ['thirty-three days', { until: '2026-05-03' }, 990_00],
    ['thirty-four days would be 1,020: the fine is the cap', { until: '2026-05-04' }, 1000_00],
    ['a year', { until: '2027-03-31' }, 1000_00],
    ['paid on the last day', { until: '2026-06-01', paid: [{ on: '2026-03-31', fen: 1000_00 }] }, 0],
    ['paid a day late: the day itself counts', { until: '2026-06-01', paid: [{ on: '2026-04-01', fen: 1000_00 }] }, 30_00],
    ['half paid in time: on the other half', { until: '2026-04-02', paid: [{ on: '2026-03-30', fen: 500_00 }] }, 30_00],
    ['stands still during a review', { until: '2026-04-10', pauses: [{ from: '2026-04-03', to: '2026-04-08' }] }, 150_00],
    ['and while a lawsuit goes on', { until: '2026-09-01', pauses: [{ from: '2026-04-03', to: null }] }, 60_00],
    [
      'pauses that overlap count once',
      {
        until: '2026-04-10',
        pauses: [
          { from: '2026-04-03', to: '2026-04-08' },
          { from: '2026-04-05', to: '2026-04-09' },
        ],
      },
      120_00,
    ],
  ])('%s', (_, change, fen) => {
    expect(lateFine({ ...FINE, ...change })).toBe(fen);
  });

  test('each part by its own day (§66②)', () => {
    const instalments = [
      { dueOn: '2026-03-31', fen: 400_00 },
      { dueOn: '2026-04-30', fen: 600_00 },
    ];
    expect(lateFine({ ...FINE, instalments, until: '2026-04-02' })).toBe(24_00);
    expect(lateFine({ ...FINE, instalments, until: '2026-05-01', paid: [{ on: '2026-03-31', fen: 400_00 }] })).toBe(18_00);
  });
});

describe('行政处罚法§66②: put off, or in parts', () => {
  const FACTS = { unpaidFen: 1000_00, hardship: '确有困难', dueOn: '2026-03-31', today: '2026-03-20' };
  const PLAN = [
    { dueOn: '2026-04-30', fen: 400_00 },
    { dueOn: '2026-05-31', fen: 600_00 },
  ];
  test.each([
    ['approved', {}, PLAN, undefined],
    ['nobody asked', { hardship: null }, PLAN, 'HARDSHIP_MISSING'],
    ['after it was due', { today: '2026-04-01' }, PLAN, 'PAYMENT_OVERDUE'],
    ['another sum', { unpaidFen: 999_00 }, PLAN, 'PLAN_SUM'],
    ['days that do not follow each other', {}, [...PLAN].reverse(), 'PLAN_DAYS'],
    ['ends before it was due', {}, [{ dueOn: '2026-03-25', fen: 1000_00 }], 'PLAN_DAYS'],
    ['years ahead', {}, [{ dueOn: '2999-01-01', fen: 1000_00 }], 'PLAN_DAYS'],
    ['no part', {}, [], 'PLAN_SUM'],
  ])('%s', (_, change, plan, reason) => {
    expect(planRefusal({ ...FACTS, ...change }, plan)?.reason).toBe(reason);
  });
});

describe('行政强制法§42: agreed on', () => {
  const FACTS = {
    isUnpaid: true,
    isOverdue: true,
    isAgreed: false,
    isAtCourt: false,
    owedFen: 1300_00,
    lateFen: 300_00,
    courtUntil: '2026-12-10',
    today: '2026-04-10',
  };
  const TERMS = {
    stages: [
      { dueOn: '2026-05-10', fen: 500_00 },
      { dueOn: '2026-06-10', fen: 500_00 },
    ],
    waivedFen: 300_00,
    remedialMeasures: '已恢复原状',
    harmsNobody: true,
  };
  test.each([
    ['in stages, with all waived that was added', {}, {}, undefined],
    ['nothing is waived', { owedFen: 1000_00 }, { waivedFen: 0, remedialMeasures: null }, undefined],
    ['nothing was made good', {}, { remedialMeasures: null }, 'REMEDIAL_MEASURES_MISSING'],
    ['of the fine itself', {}, { waivedFen: 300_01 }, 'WAIVER_TOO_MUCH'],
    ['somebody is harmed', {}, { harmsNobody: false }, 'AGREEMENT_HARMS'],
    ['another sum', { owedFen: 1299_00 }, {}, 'PLAN_SUM'],
    ['no stage', {}, { stages: [] }, 'PLAN_SUM'],
    ['days that do not follow each other', {}, { stages: TERMS.stages.toReversed() }, 'PLAN_DAYS'],
    ['today', { today: '2026-05-10' }, {}, 'PLAN_DAYS'],
    ['after the court can be asked', { courtUntil: '2026-06-09' }, {}, 'AGREEMENT_BEYOND_COURT'],
    ['before it is late', { isOverdue: false }, {}, 'NOT_OVERDUE'],
    ['once it is paid', { isUnpaid: false }, {}, 'NOTHING_UNPAID'],
    ['twice', { isAgreed: true }, {}, 'AGREEMENT_STANDS'],
    ['once the court was asked', { isAtCourt: true }, {}, 'COURT_APPLIED'],
  ])('%s', (_, facts, terms, reason) => {
    expect(agreementRefusal({ ...FACTS, ...facts }, { ...TERMS, ...terms })?.reason).toBe(reason);
  });

  test.each([
    ['nothing is due yet', 1000_00, '2026-05-10', null],
    ['the first stage is missed', 1000_00, '2026-05-11', '2026-05-11'],
    ['part of it is', 600_00, '2026-06-30', '2026-05-11'],
    ['it was paid', 500_00, '2026-05-11', null],
    ['the second is missed', 1, '2026-06-30', '2026-06-11'],
    ['all is paid', 0, '2026-06-30', null],
  ])('%s: with so much owed %d on %s it is not performed since %s', (_, owedFen, today, since) => {
    expect(brokenOn(TERMS.stages, owedFen, today)).toBe(since);
  });
});

describe('行政强制法§53, §54: the court', () => {
  const FACTS = {
    servedOn: '2026-03-10',
    planEndsOn: null,
    reviewedOn: null,
    judgedOn: null,
    isUnderRemedy: false,
    isAgreed: false,
    remindedOn: '2026-08-03',
    isUnpaid: true,
    today: '2026-09-11',
  };

  test('§53: three months from the end of the six months to sue', () => {
    expect(courtWindow(FACTS)).toEqual({ from: '2026-09-11', until: '2026-12-10' });
  });

  test('after a review fifteen days to sue; after a judgment none', () => {
    expect(courtWindow({ ...FACTS, reviewedOn: '2026-05-10' })).toEqual({ from: '2026-05-26', until: '2026-08-25' });
    expect(courtWindow({ ...FACTS, judgedOn: '2026-11-10' })).toEqual({ from: '2026-11-11', until: '2027-02-10' });
  });

  test('行政处罚法§72②: of a plan, from its end', () => {
    expect(courtWindow({ ...FACTS, planEndsOn: '2026-12-31' })).toEqual({ from: '2027-01-01', until: '2027-03-31' });
  });

  test('§54, §69: ten working days after the reminder', () => {
    expect(reminderRipeOn('2026-08-03')).toBe('2026-08-18');
  });

  test.each([
    [{}, undefined],
    [{ today: '2026-12-10' }, undefined],
    [{ today: '2026-12-11' }, 'COURT_TOO_LATE'],
    [{ today: '2026-09-10' }, 'REMEDY_TIME_OPEN'],
    [{ remindedOn: null }, 'REMINDER_MISSING'],
    [{ remindedOn: '2026-09-08' }, 'REMINDER_FRESH'],
    [{ isUnderRemedy: true }, 'UNDER_REMEDY'],
    [{ isAgreed: true }, 'AGREEMENT_STANDS'],
    [{ isUnpaid: false }, 'NOTHING_UNPAID'],
  ])('%j: %s', (change, reason) => {
    expect(courtRefusal({ ...FACTS, ...change })?.reason).toBe(reason);
  });
});
