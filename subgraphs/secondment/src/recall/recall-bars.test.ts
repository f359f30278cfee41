import { ENGINES } from '@township-graph/shared/testing/database';
import { periodsFrom } from '../periods';
import { RecallBars } from '../placement/recall-bars';
import { standingsOf } from '../placement/standing';
import { recordRecallGround } from '../recall-ground/recall-grounds';
import { OURS, TOWNSHIP_DESK } from '../testing/secondment-desk';
import { HOME, hostOf, type SelectionDesk, selectionDesk } from '../testing/selection-desk';

const RECALLED_ON = '2026-03-02T02:00:00Z';
const BARRED_UNTIL = '2027-03-02';
const PLACEMENT = 'placement { id version state outcome appraisals { year } timeline { action note } }';

describe.each(ENGINES)('who was recalled, on %s', (engine) => {
  let desk: SelectionDesk;

  beforeAll(async () => {
    desk = await selectionDesk(engine, RECALLED_ON);
    const ground = { divisionCode: OURS, departmentCreditCode: HOME.creditCode, departmentName: HOME.name, period: '2025' };
    const confirmedAt = new Date('2026-01-03T00:00:00Z');
    await desk.commands.runAsSystem('test', (tx) =>
      recordRecallGround(tx, { ...ground, sourceId: 'poor', sourceVersion: 1, isEnabling: true, confirmedAt }),
    );
  });
  beforeEach(() => {
    desk.time.now = RECALLED_ON;
  });
  afterAll(() => desk.opened.close());

  const placed = (staffMemberId: string, change: object = {}) => desk.done('beginPlacement', placing(staffMemberId, change), PLACEMENT);
  const placing = (staffMemberId: string, change: object = {}) => ({
    staffMemberId,
    kind: 'STATIONED',
    divisionCode: OURS,
    organization: hostOf(OURS),
    postTitle: '示例岗位',
    document: '示例组〔2026〕3号',
    from: '2026-03-02',
    to: '2028-12-31',
    ...change,
  });
  /** Recalled on 2 March 2026, from a placement of that day. */
  const recalled = async (between: (staffMemberId: string) => Promise<unknown> = async () => undefined, said: object = {}) => {
    const staffMemberId = await desk.staff(said);
    const { id: placementId } = await placed(staffMemberId);
    await between(staffMemberId);
    const { id: recallId } = await desk.done('requestRecall', { placementId, reason: '示例理由' }, 'recall { id }', TOWNSHIP_DESK);
    await desk.done('decideRecall', { recallId, expectedVersion: 1, isRecalled: true, decision: '示例' }, 'recall { id }');
    return staffMemberId;
  };

  test('is not excellent for a year that ends, or is judged, while they are barred; for others they are', async () => {
    const staffMemberId = await recalled();
    const { id: placementId } = await placed(staffMemberId);
    const grade = (year: number, institutionGrade: string, expectedVersion = 1) => ({
      placementId,
      expectedVersion,
      year,
      institutionGrade,
      document: '示例考〔2026〕1号',
    });
    const barred = { code: 'CONFLICT', reason: 'BARRED_FROM_MERIT', year: 2026, until: BARRED_UNTIL, basis: '被召回' };
    desk.time.now = '2026-12-20T02:00:00Z';
    expect(await desk.refused('recordAppraisal', grade(2026, 'EXCELLENT'))).toMatchObject(barred);
    // Waiting for the end of the bar does not make the year another.
    desk.time.now = '2027-03-03T02:00:00Z';
    expect(await desk.refused('recordAppraisal', grade(2026, 'EXCELLENT'))).toMatchObject(barred);
    expect(await desk.done('recordAppraisal', grade(2026, 'QUALIFIED'), PLACEMENT)).toMatchObject({ appraisals: [{ year: 2026 }] });
    desk.time.now = '2027-12-20T02:00:00Z';
    expect(await desk.done('recordAppraisal', grade(2027, 'EXCELLENT', 2), PLACEMENT)).toMatchObject({ appraisals: [{}, { year: 2027 }] });
  });

  test('is not converted by an excellent result of the assessment either: that it was not recorded is on record', async () => {
    const staffMemberId = await recalled();
    const { id } = await placed(staffMemberId);
    await desk.manager.query(`UPDATE placement SET kind = 'SELECTION' WHERE id = ?`, [id]);
    const result = { staffMemberId, year: 2026, resultId: 'result-1', version: 1, institutionGrade: 'EXCELLENT' as never };
    await desk.commands.runAsSystem('test', (tx) => desk.appraisals.applyResult(tx, 'test', result));
    const { placement } = await desk.read(`{ placement(id: "${id}") { ${PLACEMENT.slice(12, -2)} } }`);
    expect(placement).toMatchObject({
      state: 'SERVING',
      outcome: null,
      appraisals: [],
      timeline: [{ action: 'PLACE' }, { action: 'REFUSE_APPRAISAL', note: expect.stringContaining(BARRED_UNTIL) }],
    });
  });

  test('is not promoted: not proposed, decided or carried out; and afterwards they are', async () => {
    let proposal = { id: '' };
    const promotion = (staffMemberId: string) => ({ staffMemberId, kind: 'PROMOTION', reason: '示例理由' });
    const staffMemberId = await recalled(async (staff) => {
      proposal = await desk.done('proposeMovement', promotion(staff), 'proposal { id }');
    });
    const barred = { code: 'CONFLICT', reason: 'BARRED_FROM_PROMOTION', until: BARRED_UNTIL };
    const decide = { proposalId: proposal.id, expectedVersion: 1, isApproved: true, decision: '示例' };
    expect(await desk.refused('decideMovement', decide)).toMatchObject(barred);
    await placed(staffMemberId);
    expect(await desk.refused('proposeMovement', promotion(staffMemberId))).toMatchObject(barred);
    desk.time.now = '2027-03-03T02:00:00Z';
    expect(await desk.done('decideMovement', decide, 'proposal { state }')).toEqual({ state: 'DECIDED' });
    await desk.done('consultTownship', { proposalId: proposal.id, question: '示例抄告' }, 'consultation { id }');
    const carryOut = { proposalId: proposal.id, expectedVersion: 3, effectiveOn: BARRED_UNTIL };
    expect(await desk.refused('carryOutMovement', carryOut)).toMatchObject(barred);
    const later = { ...carryOut, effectiveOn: '2027-03-10' };
    expect(await desk.done('carryOutMovement', later, 'proposal { state }')).toEqual({ state: 'CARRIED_OUT' });
  });

  test('keeps the rank that they have, or a lower one, until the bar is over', async () => {
    const staffMemberId = await recalled(undefined, { postRank: 'SECTION_DEPUTY' });
    const change = (postRank: string, expectedVersion: number, more: object = {}) => ({
      staffMemberId,
      expectedVersion,
      postTitle: '示例新岗位',
      postRank,
      isLeading: false,
      effectiveOn: '2026-03-02',
      document: '示例任〔2026〕1号',
      ...more,
    });
    const barred = { code: 'CONFLICT', reason: 'BARRED_FROM_PROMOTION', until: BARRED_UNTIL };
    expect(await desk.refused('changeStaffPost', change('SECTION_HEAD', 3))).toMatchObject(barred);
    expect(await desk.refused('changeStaffPost', change('SECTION_DEPUTY', 3, { isLeading: true }))).toMatchObject(barred);
    expect(await desk.done('changeStaffPost', change('STAFF', 3), 'staffMember { post { rank } }')).toEqual({ post: { rank: 'STAFF' } });
    desk.time.now = '2027-03-03T02:00:00Z';
    // From a day within the bar it has no effect either.
    expect(await desk.refused('changeStaffPost', change('SECTION_DEPUTY', 4, { effectiveOn: BARRED_UNTIL }))).toMatchObject(barred);
    const promoted = change('SECTION_DEPUTY', 4, { effectiveOn: '2027-03-03' });
    expect(await desk.done('changeStaffPost', promoted, 'staffMember { post { rank } }')).toEqual({ post: { rank: 'SECTION_DEPUTY' } });
  });

  test('is placed again, but not in a leading post that they did not have', async () => {
    const chief = { isSectionChief: true };
    const [follower, leader] = [await recalled(), await recalled(undefined, { isLeading: true, postRank: 'SECTION_DEPUTY' })];
    expect(await desk.refused('beginPlacement', placing(follower, chief))).toMatchObject({
      reason: 'BARRED_FROM_PROMOTION',
      until: BARRED_UNTIL,
    });
    expect(await placed(follower)).toMatchObject({ state: 'SERVING' });
    expect(await placed(leader, chief)).toMatchObject({ state: 'SERVING' });
  });

  test('is not named in what is said of the recall', async () => {
    const { id: placementId } = await placed(await desk.staff());
    const request = { placementId, reason: '示例甲乙（13800000000）长期不在岗' };
    const recall = await desk.done('requestRecall', request, 'recall { id reason }', TOWNSHIP_DESK);
    expect(recall.reason).toBe('示*（***）长期不在岗');
    const decide = { recallId: recall.id, expectedVersion: 1, isRecalled: true, decision: '同意召回示例甲乙' };
    expect(await desk.done('decideRecall', decide, 'recall { decision placement { endReason } }')).toEqual({
      decision: '同意召回示*',
      placement: { endReason: '同意召回示*' },
    });
  });

  test('is selected, unless the county rules otherwise', async () => {
    const staffMemberId = await recalled();
    const standing = async (setting: string) => {
      const bars = new RecallBars(periodsFrom({ SECONDMENT_RECALL_ALSO_BARS: setting }).recallBars, desk.clock);
      return (await standingsOf(desk.manager, [staffMemberId], bars)).get(staffMemberId);
    };
    expect(await standing('')).toEqual({ isPlaced: false, banUntil: null });
    expect(await standing('LEADING_POSTS, SELECTION')).toEqual({ isPlaced: false, banUntil: BARRED_UNTIL });
    expect(() => periodsFrom({ SECONDMENT_RECALL_ALSO_BARS: 'NONE,SELECTION' })).toThrow(RangeError);
  });
});
