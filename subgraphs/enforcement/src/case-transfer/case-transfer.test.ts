import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, HEAD, type Seen } from '../case/testing/case-office';

const CRIME = { kind: 'POLICE', recipient: '兰考县公安局', reason: '涉嫌犯罪' };

describe.each(ENGINES)('transfers on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const last = ({ transfers }: Seen) => ({ transferId: transfers.at(-1).id });
  const clocks = async ({ id }: Seen) => (await office.see(id, 'deadlines { kind state dueAt }')).deadlines;

  test('行政处罚法§8②, §27: while a crime is suspected there is no decision; three days to approve, 24 hours to hand over, three to answer', async () => {
    const waived = await office.waive(await office.notified());
    let seen = await office.move('transferCase', waived, CRIME);
    expect(await office.whyNotDecided(seen)).toBe('CRIME_SUSPECTED');
    expect(await office.refused('terminateCase', seen, { reason: '终止' }, HEAD)).toBe('CRIME_SUSPECTED');
    expect(await office.refused('transferCase', seen, CRIME)).toBe('TRANSFER_PENDING');
    expect(await office.refused('handOverTransfer', seen, last(seen))).toBe('TRANSFER_STATE');
    seen = await office.move('decideTransfer', seen, { ...last(seen), isApproved: true, reason: '批准' }, HEAD);
    expect(await clocks(seen)).toEqual(
      expect.arrayContaining([
        { kind: 'CRIME_APPROVAL', state: 'MET', dueAt: '2026-03-05T15:59:59.999Z' },
        { kind: 'CRIME_HANDOVER', state: 'RUNNING', dueAt: '2026-03-03T02:00:00.000Z' },
      ]),
    );
    seen = await office.move('handOverTransfer', seen, last(seen));
    expect(seen.state).toBe('TRANSFERRED');
    expect(await clocks(seen)).toContainEqual({ kind: 'CRIME_ANSWER', state: 'RUNNING', dueAt: '2026-03-05T15:59:59.999Z' });
    office.on('2026-03-12');
    seen = await office.move('answerTransfer', seen, { ...last(seen), isTakenOver: false, reason: '不予立案' });
    // It is gone on with from the investigation, and the days with the police are not counted.
    expect(seen).toMatchObject({ state: 'INVESTIGATING', statement: 'OPEN', decideBy: '2026-06-09T15:59:59.999Z' });
  });

  test('a transfer that is not approved leaves the case where it was', async () => {
    const waived = await office.waive(await office.notified());
    let seen = await office.move('transferCase', waived, CRIME);
    seen = await office.move('decideTransfer', seen, { ...last(seen), isApproved: false, reason: '不构成犯罪' }, HEAD);
    expect((await office.decide(seen, [{ kind: 'FINE', amount: '1000' }])).state).toBe('DECIDED');
  });

  test('行政强制法§21: what was seized goes along; what is taken over is closed here', async () => {
    const things = { things: [{ name: '示例货架', quantity: 1 }], officerIds: ['one', 'two'], approvedBy: '示例负责人', reason: '证据' };
    let seen = await office.move('preserveEvidence', await office.filed(), things);
    expect(await office.refused('resolveMeasure', seen, { measureId: seen.measures[0].id, outcome: 'HANDED_OVER' })).toBe(
      'NOT_TRANSFERRED',
    );
    seen = await office.move('transferCase', seen, { kind: 'JURISDICTION', recipient: '示例局', reason: '属其管辖' });
    seen = await office.move('decideTransfer', seen, { ...last(seen), isApproved: true, reason: '批准' }, HEAD);
    seen = await office.move('handOverTransfer', seen, last(seen));
    expect(seen.measures).toEqual([expect.objectContaining({ outcome: 'HANDED_OVER' })]);
    seen = await office.move('answerTransfer', seen, { ...last(seen), isTakenOver: true, reason: '已立案' });
    expect((await office.move('archiveCase', seen, { archiveNumber: 'DEMO-2' })).state).toBe('ARCHIVED');
  });
});
