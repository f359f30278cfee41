import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { machineFaults } from '@township-graph/shared/state-machine';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { periodsFrom } from '../periods';
import {
  COUNTY,
  COUNTY_DESK,
  type EnforcementDesk,
  enforcementDesk,
  NEIGHBOUR_DESK,
  OURS,
  TOWNSHIP_DESK,
} from '../testing/enforcement-desk';
import { FaultInquiryState } from './fault-inquiry.enums';
import { FAULT_INQUIRY_MACHINE } from './fault-inquiry.machine';

const INQUIRY = `faultInquiry { id version state officerName officer { id } case { id } facts statement decision reason availableActions division { code }
  statementUntil deadlines { kind state } timeline { action } }`;

/** Another hand at the county, who decides what the first opened. */
const DECIDER = { ...COUNTY_DESK, subject: 'decider' };

test('every state is reached and can come to its end', () => {
  const { DECIDED, DISMISSED } = FaultInquiryState;
  expect(machineFaults(FAULT_INQUIRY_MACHINE, { states: Object.values(FaultInquiryState), finals: [DECIDED, DISMISSED] })).toEqual([]);
});

test('行政处罚法§74: no way to answer is measured by fines, whatever the settings say', () => {
  expect(periodsFrom({ ENFORCEMENT_FAULT_DECISIONS: '示例甲, 示例乙' }).faultDecisions).toEqual(['示例甲', '示例乙']);
  for (const wrong of ['完成罚没指标', '按罚款额扣减', ' , '])
    expect(() => periodsFrom({ ENFORCEMENT_FAULT_DECISIONS: wrong })).toThrow('ENFORCEMENT_FAULT_DECISIONS');
});

describe.each(ENGINES)('执法过错责任追究 on %s', (engine) => {
  let desk: EnforcementDesk;
  let officerId: string;

  beforeAll(async () => {
    desk = await enforcementDesk(engine);
    officerId = await desk.officer((await desk.team(OURS)).id, OURS);
  });

  afterAll(() => desk.opened.close());

  const inquiry = (change: object = {}) => ({
    officerId,
    kind: 'UNLAWFUL_STEP',
    facts: '示例事实，13800000000',
    legalBasis: '示例办法第一条',
    ...change,
  });
  const opened = (change: object = {}) => desk.done('openFaultInquiry', inquiry(change), INQUIRY, COUNTY_DESK);
  const step = (name: string, inquiryId: string, expectedVersion: number, more: object = {}, viewer = COUNTY_DESK) =>
    desk.done(name, { inquiryId, expectedVersion, ...more }, INQUIRY, viewer);
  const refused = (name: string, inquiryId: string, expectedVersion: number, more: object = {}, viewer = COUNTY_DESK) =>
    desk.refused(name, { inquiryId, expectedVersion, ...more }, viewer);
  const warning = { decision: '通报批评', reason: '示例理由' };

  test('from the opening to the decision: told, heard, decided by another hand', async () => {
    const input = inquiry({ idempotencyKey: `inquiry-${engine}` });
    const found = await desk.done('openFaultInquiry', input, INQUIRY, COUNTY_DESK);
    expect(found).toMatchObject({
      state: 'OPENED',
      officerName: '示*',
      officer: { id: officerId },
      facts: '示例事实，***',
      division: { code: COUNTY },
      availableActions: ['NOTIFY', 'DISMISS'],
    });
    const { id } = found;
    expect((await desk.done('openFaultInquiry', input, INQUIRY, COUNTY_DESK)).id).toBe(id);
    expect(await refused('decideFault', id, 1, warning, DECIDER)).toMatchObject({ code: 'CONFLICT', reason: 'MOVE_NOT_ALLOWED' });
    const told = await step('notifyOfficerOfFault', id, 1);
    expect(told).toMatchObject({ state: 'NOTIFIED', deadlines: [{ kind: 'OFFICER_STATEMENT', state: 'RUNNING' }] });
    expect(await refused('decideFault', id, 2, warning, DECIDER)).toMatchObject({ code: 'CONFLICT', reason: 'STATEMENT_FIRST' });
    expect(await refused('recordOfficerStatement', id, 1)).toMatchObject({ reason: 'STALE_VERSION' });
    await step('recordOfficerStatement', id, 2, { statement: '示例意见' });
    expect(await refused('decideFault', id, 3, warning)).toMatchObject({ code: 'FORBIDDEN', reason: 'SAME_HAND' });
    expect(await refused('decideFault', id, 3, { ...warning, decision: '示例' }, DECIDER)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'FAULT_DECISION',
    });
    expect(await step('decideFault', id, 3, warning, DECIDER)).toMatchObject({
      state: 'DECIDED',
      decision: '通报批评',
      statement: '示例意见',
      reason: '示例理由',
      availableActions: [],
      deadlines: [{ state: 'MET' }],
    });
  });

  test('who lets the time pass has been heard', async () => {
    const { id } = await opened();
    const { statementUntil } = await step('notifyOfficerOfFault', id, 1);
    desk.time.now = statementUntil;
    expect(await refused('decideFault', id, 2, warning, DECIDER)).toMatchObject({ reason: 'STATEMENT_FIRST' });
    desk.time.now = new Date(Date.parse(statementUntil) + 1).toISOString();
    const decided = await step('decideFault', id, 2, warning, DECIDER);
    desk.time.now = '2026-11-26T02:00:00Z';
    expect(decided).toMatchObject({ state: 'DECIDED', statement: null });
  });

  test('neither the officer nor their own organ inquires, nor does any township', async () => {
    const { id } = await opened();
    const colleague = { ...COUNTY_DESK, organization: townshipGovernmentOf(OURS).creditCode };
    for (const viewer of [colleague, { ...COUNTY_DESK, subject: 'staff-1' }]) {
      expect(await desk.refused('openFaultInquiry', inquiry(), viewer)).toMatchObject({ code: 'FORBIDDEN', reason: 'OWN_TEAM' });
      expect(await refused('dismissFaultInquiry', id, 1, { reason: '示例' }, viewer)).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'OWN_TEAM',
      });
    }
    for (const [caseId, reason] of [
      ['none', 'NOT_FOUND'],
      [await desk.enforcementCase('330381101', 'PATROL'), 'NOT_FOUND'],
    ])
      expect(await desk.refused('openFaultInquiry', inquiry({ caseId }), COUNTY_DESK)).toMatchObject({ reason });
    const twoCounties = viewerOf([COUNTY, '330381'], ['enforcement:read', 'enforcement:review']);
    const elsewhere = inquiry({ caseId: await desk.enforcementCase('330381101', 'PATROL') });
    expect(await desk.refused('openFaultInquiry', elsewhere, twoCounties)).toMatchObject({ reason: 'CASE_ELSEWHERE' });
    const concerned = await desk.enforcementCase(OURS, 'PATROL');
    expect(await opened({ caseId: concerned })).toMatchObject({ case: { id: concerned } });
    expect(await desk.refused('openFaultInquiry', inquiry(), TOWNSHIP_DESK)).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'OUTSIDE_DIVISIONS',
    });
    expect(await desk.refused('openFaultInquiry', inquiry(), NEIGHBOUR_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.refused('openFaultInquiry', inquiry(), ANONYMOUS)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refused('dismissFaultInquiry', id, 1, { reason: '示例' }, TOWNSHIP_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    const read = `{ faultInquiry(id: "${id}") { id } faultInquiries { totalCount } }`;
    expect((await desk.ask(read, TOWNSHIP_DESK)).data).toEqual({ faultInquiry: null, faultInquiries: { totalCount: 0 } });
    expect(await step('dismissFaultInquiry', id, 1, { reason: '示例' }, DECIDER)).toMatchObject({ state: 'DISMISSED' });
  });
});
