import { machineFaults } from '@township-graph/shared/state-machine';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Scope, type Viewer } from '@township-graph/shared/viewer';
import { AdmissionRecipient } from '../admission/admission-recipient.entity';
import { AdmissionRequest } from '../admission/admission-request.entity';
import { MATTERS_SCHEMA } from '../database';
import { createMattersSubgraph } from '../subgraph';
import { DutyRefusalState } from './duty-refusal.enums';
import { DUTY_REFUSAL_MACHINE } from './duty-refusal.status';

const COUNTY = '410225';
const [OURS, NEIGHBOUR] = ['410225201', '410225206'];
const [DEPARTMENT, GOVERNMENT, TOWNSHIP] = ['11410225DEM000014C', '91410225DEM000049N', 'N2410225DEM000065U'];

const of = (organization: string, division: string, scopes: readonly Scope[]): Viewer => ({
  ...viewerOf([division], ['matters:read', ...scopes]),
  subject: `${organization}:${division}`,
  organization,
});
const township = of(TOWNSHIP, OURS, ['matters:handle']);
const government = of(GOVERNMENT, COUNTY, ['matters:manage']);
const department = of(DEPARTMENT, COUNTY, ['matters:handle', 'matters:manage']);

const REFUSAL = {
  divisionCode: OURS,
  kind: 'DUTY',
  dutyName: '城镇燃气安全检查',
  assignedByCreditCode: DEPARTMENT,
  assignedByName: '示例县住房和城乡建设局',
  assignedOn: '2026-03-01',
  assignment: '示例建办〔2026〕5号',
  reason: '未经准入，无执法人员',
};

test('the table of moves is sound', () => {
  const { UPHELD, OVERRULED, WITHDRAWN } = DutyRefusalState;
  expect(machineFaults(DUTY_REFUSAL_MACHINE, { states: Object.values(DutyRefusalState), finals: [UPHELD, OVERRULED, WITHDRAWN] })).toEqual(
    [],
  );
});

describe.each(ENGINES)('refusing a duty on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { execute } = await createMattersSubgraph({ database: opened.database, clock: () => new Date('2026-03-02T02:00:00Z') });
    ask = asking(execute);
    // Admitted in our township in February only; in the neighbour's without end.
    const request = {
      id: 'a-1',
      divisionCode: COUNTY,
      kind: 'DUTY',
      dutyName: '城镇燃气安全检查',
      basicCode: '000000000001',
      departmentCreditCode: DEPARTMENT,
      departmentName: '示例局',
      draftedBy: 'somebody',
      conditions: {},
      criteria: null,
      state: 'PUBLISHED',
      version: 1,
      edition: 1,
      round: 1,
      passedReviews: [],
      heldEvaluations: [],
      createdAt: new Date('2026-01-01T00:00:00Z'),
      isDemonstration: false,
    };
    const recipient = { admissionId: 'a-1', version: 1, batch: 1, documentNumber: '示例政〔2026〕1号', effectiveFrom: '2026-02-01' };
    await opened.database.manager.insert(AdmissionRequest, request as never);
    await opened.database.manager.insert(AdmissionRecipient, [
      { ...recipient, divisionCode: OURS, effectiveTo: '2026-03-01' },
      { ...recipient, divisionCode: NEIGHBOUR, effectiveTo: null },
    ] as never);
  });

  beforeEach(() => opened.database.query('DELETE FROM duty_refusal'));

  afterAll(() => opened.close());

  const SHOWN = 'id state version availableActions decision admission { id } deadlines { kind state } timeline { action to legalBasis }';
  const send = async (mutation: string, viewer: Viewer, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { refusal { ${SHOWN} } } }`, viewer, {
      input,
    });
    return { refusal: data?.[mutation]?.refusal, error: errors?.[0]?.extensions as Record<string, unknown> | undefined };
  };
  const raised = async (more: object = {}) => {
    const { refusal, error } = await send('refuseUnapprovedDuty', township, { ...REFUSAL, ...more });
    expect(error).toBeUndefined();
    return refusal;
  };
  const decision = ({ id, version }: { id: string; version: number }, more: object = {}) => ({
    refusalId: id,
    expectedVersion: version,
    reason: '未履行准入程序',
    ...more,
  });

  test('what is not admitted that day is refused; the assigning department sees it, and the county upholds it', async () => {
    const refusal = await raised();
    expect(refusal).toMatchObject({
      state: 'RAISED',
      version: 1,
      availableActions: ['withdrawDutyRefusal'],
      deadlines: [{ kind: 'DECISION', state: 'RUNNING' }],
    });
    const { data } = await ask(
      `{ dutyRefusals(filter: { assignedBy: "${DEPARTMENT}" }) { nodes { id assignedBy { creditCode } } } }`,
      department,
    );
    expect(data.dutyRefusals.nodes).toEqual([{ id: refusal.id, assignedBy: { creditCode: DEPARTMENT } }]);
    const upheld = await send('upholdDutyRefusal', government, decision(refusal));
    expect(upheld.refusal).toMatchObject({ state: 'UPHELD', version: 2, availableActions: [], deadlines: [{ state: 'MET' }] });
    expect(upheld.refusal.timeline.map(({ action }: { action: string }) => action)).toEqual(['refuseUnapprovedDuty', 'upholdDutyRefusal']);
    const again = await send('overruleDutyRefusal', government, decision(upheld.refusal, { legalBasis: '某法' }));
    expect(again.error).toMatchObject({ code: 'CONFLICT', reason: 'MOVE_NOT_ALLOWED', from: 'UPHELD', allowed: [] });
  });

  test.each([
    ['by its name', {}],
    ['by its catalogue item', { dutyName: '燃气检查', basicCode: '000000000001' }],
  ])('what was admitted on that day is not refused, %s; and the admission is named', async (_, more) => {
    const { error } = await send('refuseUnapprovedDuty', township, { ...REFUSAL, assignedOn: '2026-02-28', ...more });
    expect(error).toMatchObject({ code: 'CONFLICT', reason: 'DUTY_ADMITTED', admissionId: 'a-1', documentNumber: '示例政〔2026〕1号' });
    const neighbour = of(TOWNSHIP, NEIGHBOUR, ['matters:handle']);
    expect((await send('refuseUnapprovedDuty', neighbour, { ...REFUSAL, divisionCode: NEIGHBOUR, ...more })).error).toMatchObject({
      reason: 'DUTY_ADMITTED',
    });
  });

  test('nobody refuses for another, and none refuses what is still to come', async () => {
    for (const viewer of [department, of(TOWNSHIP, NEIGHBOUR, ['matters:handle']), of(TOWNSHIP, `${OURS}200`, ['matters:handle'])])
      expect((await send('refuseUnapprovedDuty', viewer, REFUSAL)).error).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_THE_ASSIGNED' });
    expect((await send('refuseUnapprovedDuty', township, { ...REFUSAL, assignedOn: '2026-03-03' })).error).toMatchObject({
      reason: 'ASSIGNED_LATER',
    });
    expect((await send('refuseUnapprovedDuty', township, { ...REFUSAL, kind: 'COMMUNITY_TASK' })).error).toMatchObject({
      reason: 'RECIPIENTS_INVALID',
    });
  });

  test('a village refuses a task that came to it', async () => {
    const village = of(TOWNSHIP, `${OURS}200`, ['matters:handle']);
    const { refusal } = await send('refuseUnapprovedDuty', village, { ...REFUSAL, divisionCode: `${OURS}200`, kind: 'COMMUNITY_TASK' });
    expect(refusal.state).toBe('RAISED');
  });

  test('the neighbour and other counties meet nothing of it', async () => {
    const refusal = await raised();
    for (const viewer of [
      ANONYMOUS,
      of(TOWNSHIP, NEIGHBOUR, ['matters:handle', 'matters:manage']),
      of(GOVERNMENT, '330381', ['matters:manage']),
    ]) {
      const { data } = await ask('query ($id: ID!) { dutyRefusal(id: $id) { id } dutyRefusals { totalCount nodes { id } } }', viewer, {
        id: refusal.id,
      });
      expect(data).toEqual({ dutyRefusal: null, dutyRefusals: { totalCount: 0, nodes: [] } });
      if (viewer === ANONYMOUS) continue;
      const hidden = await send('upholdDutyRefusal', { ...viewer, scopes: ['matters:read', 'matters:manage'] }, decision(refusal));
      const missing = await send(
        'upholdDutyRefusal',
        { ...viewer, scopes: ['matters:read', 'matters:manage'] },
        decision({ id: 'nobody', version: 1 }),
      );
      expect(hidden.error).toMatchObject({ code: 'NOT_FOUND' });
      expect(hidden).toEqual(missing);
    }
  });

  test('neither who assigned it nor the township itself decides', async () => {
    const refusal = await raised();
    const self = of(TOWNSHIP, OURS, ['matters:manage']);
    for (const viewer of [department, self, { ...government, organization: null }, of(TOWNSHIP, COUNTY, ['matters:manage'])])
      expect((await send('upholdDutyRefusal', viewer, decision(refusal))).error).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'NOT_THE_COUNTY',
      });
  });

  test('who overrules names a law, or an admission that was in force there that day', async () => {
    const refusal = await raised();
    expect((await send('overruleDutyRefusal', government, decision(refusal))).error).toMatchObject({ reason: 'OVERRULING_GROUND_MISSING' });
    const expired = decision(refusal, { admissionId: 'a-1' });
    expect((await send('overruleDutyRefusal', government, expired)).error).toMatchObject({ reason: 'ADMISSION_NOT_IN_FORCE' });
    const { refusal: overruled } = await send('overruleDutyRefusal', government, decision(refusal, { legalBasis: '示例法第三条' }));
    expect(overruled).toMatchObject({ state: 'OVERRULED', admission: null });
    expect(overruled.timeline.at(-1)).toMatchObject({ legalBasis: '示例法第三条' });
    const other = await raised({ assignedOn: '2026-01-15', dutyName: '燃气另案' });
    const { manager } = opened.database;
    await manager.update(AdmissionRecipient, { divisionCode: OURS }, { effectiveFrom: '2026-01-01' } as never);
    const named = await send('overruleDutyRefusal', government, decision(other, { admissionId: 'a-1' }));
    expect(named.refusal).toMatchObject({ state: 'OVERRULED', admission: { id: 'a-1' } });
    await manager.update(AdmissionRecipient, { divisionCode: OURS }, { effectiveFrom: '2026-02-01' } as never);
  });

  test('two that decide at once: one wins; a replay gives the first answer', async () => {
    const refusal = await raised();
    const answers = await Promise.all([
      send('upholdDutyRefusal', government, decision(refusal)),
      send('withdrawDutyRefusal', township, decision(refusal)),
    ]);
    const lost = answers.filter(({ error }) => error);
    expect(lost).toHaveLength(1);
    expect(lost[0]!.error).toMatchObject({ code: 'CONFLICT' });
    const key = { idempotencyKey: 'a-refusal-sent-twice' };
    const first = await raised({ ...key, dutyName: '另一项' });
    expect((await raised({ ...key, dutyName: '另一项' })).id).toBe(first.id);
  });
});
