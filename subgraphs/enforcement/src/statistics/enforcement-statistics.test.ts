import { endOfDay, startOfDay } from '@township-graph/shared/clock';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { expectNarrow } from '@township-graph/shared/testing/narrow-list';
import type { Viewer } from '@township-graph/shared/viewer';
import { EnforcementCase } from '../case/case.entity';
import { ENFORCEMENT_SCHEMA } from '../database';
import { CaseDecision } from '../decision/case-decision.entity';
import { FinePayment } from '../payment/fine-payment.entity';
import { EnforcementPower } from '../power/power.entity';
import { Remedy } from '../remedy/remedy.entity';
import { ReturnVisit } from '../return-visit/return-visit.entity';
import { createEnforcementSubgraph } from '../subgraph';
import { CaseRows } from './testing/case-rows';

const NOW = new Date('2026-09-21T02:00:00.000Z');
const A = '410225201';
const B = '410225206';
const ELSEWHERE = [
  ['330381001', ['key-1', 'key-1', 'key-2', 'key-3', 'key-4']],
  ['330381002', ['key-1', 'key-2', 'key-3', 'key-4', null]],
] as const;
const FEBRUARY = { divisionCode: A, openedOn: '2026-02-02' };
const RUNNING = { ...FEBRUARY, filedAt: startOfDay('2026-02-02'), decideBy: endOfDay('2026-05-06') };

function caseRows(): CaseRows {
  const rows = new CaseRows();
  for (const grade of [1, 2, 3, 4]) rows.fined({ divisionCode: A }, { grade });
  rows.fined({ divisionCode: A });
  // What was decided has no recusal to decide on.
  rows.fined({ divisionCode: A, isOnTime: false, openRecusals: 1 });
  // Served and paid on the last day, and a day later.
  rows.fined(FEBRUARY, { servedOn: '2026-03-17', paidOn: '2026-03-25' });
  rows.fined(FEBRUARY, { servedOn: '2026-03-18', paidOn: '2026-03-26' });
  // Not paid, although it is due; a review let it stand, and a court has it.
  const remedies = [
    ['REVIEW', 'UPHELD'],
    ['LITIGATION', null],
  ] as const;
  rows.fined({ ...FEBRUARY, state: 'EXECUTING' as never }, { paidOn: null, remedies });
  rows.fined(
    { ...FEBRUARY, state: 'REVOKED' as never, openRestitutions: 2 },
    { isRevoked: true, paidOn: null, remedies: [['REVIEW', 'REVOKED']] },
  );
  // The ninety days are over; of the other they stand still.
  rows.add({ ...RUNNING, state: 'INVESTIGATING' as never, openRecusals: 1 });
  rows.add({ ...RUNNING, state: 'SUSPENDED' as never });
  for (const divisionCode of [B, B, '410225']) rows.warned({ divisionCode });
  // Elsewhere, five cases of four parties, and five of five: of one nobody knows who it is.
  for (const [divisionCode, parties] of ELSEWHERE) for (const partyKey of parties) rows.warned({ divisionCode, partyKey });
  return rows;
}

const MEASURES = `isSuppressed cases decided closed overdue undecidedRecusals restitutionsDue decidedOnTimeShare servedOnTimeShare paidOnTimeShare averageDaysToDecide
  penalties { kind cases } reviews { filed pending upheld changed revoked unlawful withdrawn } lawsuits { filed pending upheld }
  frequentCases stationShare visited satisfaction`;

describe.each(ENGINES)('statistics of cases on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    const { manager } = opened.database;
    const rows = caseRows();
    await insertAll(manager, EnforcementPower, rows.powers);
    await insertAll(manager, EnforcementCase, rows.cases);
    await insertAll(manager, CaseDecision, rows.decisions);
    await insertAll(manager, CaseDeadline, rows.deadlines);
    await insertAll(manager, FinePayment, rows.payments);
    await insertAll(manager, Remedy, rows.remedies);
    await insertAll(manager, ReturnVisit, rows.visits);
    ask = asking((await createEnforcementSubgraph({ database: opened.database, clock: () => NOW })).execute);
  });
  afterAll(() => opened.close());

  const OFFICER = viewerOf([A], ['enforcement:read', 'pii:read']);
  const COUNTY = viewerOf(['410225'], ['enforcement:read', 'pii:read']);
  const ANALYST = viewerOf(['410225'], ['enforcement:read', 'enforcement:handle']);
  const counted = async (groupBy: string, viewer = OFFICER, filter = '{}') => {
    const query = `{ enforcementStatistics(filter: ${filter}, groupBy: [${groupBy}]) { dimensions { code label division { code } } ${MEASURES} } }`;
    const { data, errors } = await ask(query, viewer);
    expect(errors).toBeUndefined();
    return data.enforcementStatistics;
  };

  test('every measure is what the rows say, in one statement', async () => {
    const rows: Record<string, unknown>[] = [];
    const statements = await opened.statementsOf(async () => {
      rows.push(...(await counted('')));
    });
    expect(statements).toHaveLength(1);
    const [row] = rows;
    expect(row).toMatchObject({
      isSuppressed: false,
      cases: 12,
      decided: 10,
      closed: 8,
      overdue: 1,
      undecidedRecusals: 1,
      restitutionsDue: 1,
      penalties: [{ kind: 'FINE', cases: 9 }],
      reviews: { filed: 2, pending: 0, upheld: 1, changed: 0, revoked: 1, unlawful: 0, withdrawn: 0 },
      lawsuits: { filed: 1, pending: 1, upheld: 0 },
      frequentCases: 2,
      stationShare: 1,
      visited: 4,
    });
    expect(row!.decidedOnTimeShare).toBeCloseTo(9 / 10, 3);
    expect(row!.servedOnTimeShare).toBeCloseTo(9 / 10, 3);
    expect(row!.paidOnTimeShare).toBeCloseTo(7 / 9, 3);
    expect(row!.averageDaysToDecide).toBeCloseTo(60, 3);
    expect(row!.satisfaction).toBeCloseTo(3 / 4, 3);
  });

  test('what is not asked for is not counted', async () => {
    const statements = await opened.statementsOf(() =>
      ask(
        '{ enforcementStatistics(groupBy: [STATE]) { ...counts } } fragment counts on EnforcementStatistics { n: cases visited }',
        OFFICER,
      ),
    );
    expect(statements).toHaveLength(1);
    expect(statements[0]).toContain('case_return_visit');
    for (const table of ['case_decision', 'case_remedy', 'enforcement_power', 'case_deadline', 'fine_payment'])
      expect(statements[0]).not.toContain(table);
  });

  test('a county’s months by township agree with its rows; what the county handles is not at a station', async () => {
    const rows = await counted('MONTH, DIVISION', COUNTY);
    expect(
      rows.map(({ dimensions, cases, stationShare }: Record<string, never>) => [
        ...(dimensions as unknown as { code: string }[]).map(({ code }) => code),
        cases,
        stationShare,
      ]),
    ).toEqual([
      ['2026-01', '410225', 1, 0],
      ['2026-01', A, 6, null],
      ['2026-01', B, 2, 1],
      ['2026-02', A, 6, 1],
    ]);
    expect(rows[1].dimensions[1].division).toEqual({ code: A });
    expect((await counted('', COUNTY))[0].stationShare).toBeCloseTo(4 / 5, 3);
  });

  test('words come in the reader’s language; a penalty that a text only mentions is none', async () => {
    const [ordinary, simple] = await counted('PROCEDURE', COUNTY);
    expect(ordinary.dimensions).toEqual([{ code: 'ORDINARY', label: expect.stringContaining('§54'), division: null }]);
    expect(simple).toMatchObject({
      cases: 3,
      averageDaysToDecide: null,
      decidedOnTimeShare: null,
      penalties: [{ kind: 'WARNING', cases: 3 }],
    });
    expect((await counted('CAUSE', COUNTY, '{ procedure: [SIMPLE] }'))[0].dimensions).toMatchObject([
      { code: 'frequent', label: '示例案由' },
    ]);
  });

  test('a township counts its own, whatever it filters by, and nobody counts without the scope', async () => {
    expect(await counted('DIVISION', OFFICER, '{ divisionCode: "410225" }')).toHaveLength(1);
    for (const [viewer, filter] of [
      [OFFICER, `{ divisionCode: "${B}" }`],
      [viewerOf([A], []), '{}'],
    ] as const)
      expect((await counted('', viewer, filter))[0]).toMatchObject({
        cases: 0,
        overdue: 0,
        satisfaction: null,
        penalties: [],
        reviews: { filed: 0 },
      });
  });

  test('groups of fewer than five are not counted for who has no pii:read', async () => {
    const rows = await counted('DIVISION', ANALYST);
    expect(
      rows.map(({ isSuppressed, cases, penalties, reviews }: Record<string, unknown>) => [
        isSuppressed,
        cases,
        penalties === null,
        reviews === null,
      ]),
    ).toEqual([
      [true, null, true, true],
      [false, 12, false, false],
      [true, null, true, true],
    ]);
  });

  test('parties are counted, not their cases', async () => {
    const analyst = viewerOf(['330381'], ['enforcement:read']);
    const told = async (viewer: Viewer) => (await counted('DIVISION', viewer)).map(({ cases }: { cases: number | null }) => cases);
    expect(await told(analyst)).toEqual([null, 5]);
    expect(await told({ ...analyst, scopes: ['enforcement:read', 'pii:read'] })).toEqual([5, 5]);
  });

  test('a list of cases reads the columns behind what is shown', async () => {
    const fields =
      'state openedOn decideBy outcome cause division { code } organ { name } party { name kind } gains limitationUntil power { cause } officers { id } decision { documentNumber } payments { paidOn } remedies { kind } deadlines { kind } timeline { action } publicity { id }';
    await expectNarrow(opened, ask, COUNTY, ['enforcementCases(first: 100)', fields, 'facts']);
  });

  test('行政处罚法§74③: no sum of money is counted', async () => {
    const { data } = await ask(
      '{ __type(name: "EnforcementStatistics") { description fields { name type { name kind ofType { name } } } } }',
      OFFICER,
    );
    const names = data.__type.fields.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => /fine|amount|sum|yuan|money|confiscat|gains/i.test(name))).toEqual([]);
    expect(data.__type.description).toContain('第七十四条');
    const { errors } = await ask('{ enforcementStatistics(groupBy: [DOMAIN, MONTH, CAUSE, STATE]) { cases } }', OFFICER);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'TOO_MANY_DIMENSIONS' });
  });

  test('a division shows the cases of its own and below', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Division { enforcementStatistics(groupBy: []) { cases } } } }`;
    const { data } = await ask(query, COUNTY, {
      representations: [
        { __typename: 'Division', code: '410225' },
        { __typename: 'Division', code: B },
      ],
    });
    expect(data._entities).toEqual([{ enforcementStatistics: [{ cases: 15 }] }, { enforcementStatistics: [{ cases: 2 }] }]);
  });
});
