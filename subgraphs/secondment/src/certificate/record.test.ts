import { insertAll } from '@township-graph/shared/insert-all';
import { ENGINES } from '@township-graph/shared/testing/database';
import { StaffMember } from '../staff-member/staff-member.entity';
import { COUNTY_DESK, NEIGHBOUR_DESK, OURS, type SecondmentDesk, secondmentDesk, TOWNSHIP_DESK } from '../testing/secondment-desk';
import { staffRow } from '../testing/staff-row';

describe.each(ENGINES)('what is on record of staff on %s', (engine) => {
  let desk: SecondmentDesk;

  beforeAll(async () => {
    desk = await secondmentDesk(engine);
    await insertAll(desk.opened.database.manager, StaffMember, [
      staffRow({ id: 'person', divisionCode: OURS }),
      staffRow({ id: 'retired', divisionCode: OURS, leftOn: '2020-01-01' }),
    ]);
  });
  afterAll(() => desk.opened.close());

  const enforcing = {
    staffMemberId: 'person',
    kind: 'ENFORCEMENT',
    number: '示例0001',
    issuedBy: '示例省司法厅',
    validFrom: '2026-01-01',
    validTo: '2030-12-31',
  };
  const training = {
    staffMemberId: 'person',
    subject: '行政执法资格考试',
    provider: '示例市司法局',
    hours: 60,
    completedOn: '2026-05-01',
    result: 'PASSED',
  };
  const CERTIFICATE = 'certificate { id version state revokedOn staffMember { id } }';

  test('a certificate to enforce is issued, told to who follows, and revoked once (行政处罚法§42)', async () => {
    const input = { ...enforcing, idempotencyKey: 'issue-once' };
    const issued = await desk.done('issueCertificate', input, CERTIFICATE, TOWNSHIP_DESK);
    expect(issued).toMatchObject({ version: 1, state: 'VALID', staffMember: { id: 'person' } });
    expect(await desk.done('issueCertificate', input, CERTIFICATE, TOWNSHIP_DESK)).toEqual(issued);
    expect(await desk.refused('issueCertificate', enforcing, TOWNSHIP_DESK)).toMatchObject({
      code: 'CONFLICT',
      reason: 'CERTIFICATE_TAKEN',
    });
    const revoke = { certificateId: issued.id, expectedVersion: 1, reason: '示例：持证人王五不再执法' };
    expect(await desk.refused('revokeStaffCertificate', revoke, NEIGHBOUR_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.refused('revokeStaffCertificate', { ...revoke, expectedVersion: 4 }, TOWNSHIP_DESK)).toMatchObject({
      reason: 'STALE_VERSION',
    });
    expect(await desk.done('revokeStaffCertificate', revoke, CERTIFICATE, TOWNSHIP_DESK)).toMatchObject({
      state: 'REVOKED',
      revokedOn: '2026-11-26',
    });
    expect(await desk.refused('revokeStaffCertificate', { ...revoke, expectedVersion: 2 }, TOWNSHIP_DESK)).toMatchObject({
      reason: 'ALREADY_REVOKED',
    });
    const { secondmentFeed } = await desk.answered(
      '{ secondmentFeed(types: ["CERTIFICATE_ISSUED", "CERTIFICATE_REVOKED"]) { nodes { type payload } } }',
      TOWNSHIP_DESK,
    );
    const told = secondmentFeed.nodes.map(({ type, payload }: { type: string; payload: string }) => [type, JSON.parse(payload)]);
    const days = { validFrom: '2026-01-01', validTo: '2030-12-31' };
    const said = { staffMemberId: 'person', kind: 'ENFORCEMENT', number: '示例0001', issuedBy: '示例省司法厅', ...days };
    expect(told).toEqual([
      ['CERTIFICATE_ISSUED', { ...said, revokedOn: null, version: 1 }],
      ['CERTIFICATE_REVOKED', { ...said, revokedOn: '2026-11-26', version: 2 }],
    ]);
    expect((await desk.answered('{ secondmentFeed { nodes { type } } }', NEIGHBOUR_DESK)).secondmentFeed.nodes).toEqual([]);
  });

  test.each([
    ['that never runs out', { validTo: null }, 'CERTIFICATE_TERM'],
    ['for more than five years', { validTo: '2031-01-01' }, 'CERTIFICATE_TERM'],
    ['that ends before it begins', { validTo: '2025-12-31' }, 'CERTIFICATE_TERM'],
    ['without a number', { number: ' ' }, 'TEXT_LENGTH'],
    ['of who has left', { staffMemberId: 'retired' }, 'HAS_LEFT'],
    ['of nobody', { staffMemberId: 'nobody' }, 'NOT_FOUND'],
  ])('none is issued %s', async (_, more, reason) => {
    expect(await desk.refused('issueCertificate', { ...enforcing, number: '示例0002', ...more }, COUNTY_DESK)).toMatchObject({ reason });
    expect(await desk.refused('issueCertificate', { ...enforcing, number: '示例0002' }, NEIGHBOUR_DESK)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a qualification need not run out', async () => {
    const other = { ...enforcing, kind: 'LEGAL_PROFESSION', validTo: null };
    expect(await desk.done('issueCertificate', other, CERTIFICATE, COUNTY_DESK)).toMatchObject({ state: 'VALID' });
  });

  test('trainings with their results, as far as the viewer sees who had them', async () => {
    const recorded = await desk.done(
      'recordTraining',
      { ...training, idempotencyKey: 'train-once' },
      'training { id hours result staffMember { id } }',
      TOWNSHIP_DESK,
    );
    expect(recorded).toMatchObject({ hours: 60, result: 'PASSED', staffMember: { id: 'person' } });
    expect(await desk.done('recordTraining', { ...training, idempotencyKey: 'train-once' }, 'training { id }', TOWNSHIP_DESK)).toEqual({
      id: recorded.id,
    });
    for (const [more, reason] of [
      [{ hours: 0 }, 'NUMBER_OUT_OF_RANGE'],
      [{ completedOn: '2026-11-27' }, 'DAY_OUT_OF_RANGE'],
      [{ staffMemberId: 'retired' }, 'HAS_LEFT'],
    ] as const)
      expect(await desk.refused('recordTraining', { ...training, ...more }, TOWNSHIP_DESK)).toMatchObject({ reason });
    const listed = async (viewer = TOWNSHIP_DESK, filter = 'result: [PASSED], from: "2026-05-01", to: "2026-05-02"') =>
      (await desk.answered(`{ trainings(filter: { ${filter} }) { totalCount nodes { subject } } }`, viewer)).trainings;
    expect(await listed()).toEqual({ totalCount: 1, nodes: [{ subject: '行政执法资格考试' }] });
    expect(await listed(NEIGHBOUR_DESK)).toMatchObject({ totalCount: 0 });
    expect(await listed(TOWNSHIP_DESK, 'to: "2026-05-01"')).toMatchObject({ totalCount: 0 });
  });

  test('goes where its person goes, and their course tells of it', async () => {
    const shown = '{ staffMember(id: "person") { certificates { kind state } trainings { totalCount } timeline { action } } }';
    const { staffMember } = await desk.answered(shown, TOWNSHIP_DESK);
    expect(staffMember).toEqual({
      certificates: [
        { kind: 'ENFORCEMENT', state: 'REVOKED' },
        { kind: 'LEGAL_PROFESSION', state: 'VALID' },
      ],
      trainings: { totalCount: 1 },
      timeline: ['ISSUE_CERTIFICATE', 'REVOKE_CERTIFICATE', 'ISSUE_CERTIFICATE', 'RECORD_TRAINING'].map((action) => ({ action })),
    });
    await desk.opened.database.manager.update(StaffMember, { id: 'person' }, { divisionCode: '410225206' });
    const { staffMember: there } = await desk.answered(shown, NEIGHBOUR_DESK);
    expect(there).toMatchObject({ certificates: [{ kind: 'ENFORCEMENT' }, { kind: 'LEGAL_PROFESSION' }], trainings: { totalCount: 1 } });
  });
});
