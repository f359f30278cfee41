import { ENGINES } from '@township-graph/shared/testing/database';
import { COUNTY, COUNTY_DESK, NEIGHBOUR, NEIGHBOUR_DESK, OURS, TOWNSHIP_DESK } from '../testing/secondment-desk';
import { HOME, hostOf, type SelectionDesk, selectionDesk } from '../testing/selection-desk';

const SHOWN = `id version state outcome isConversionDue availableActions endReason
  staffMember { fundingKind servingDivision { code } homeOrganization { creditCode } } timeline { action note }`;
const PLACEMENT = `placement { ${SHOWN} }`;

describe.each(ENGINES)('转编 on %s', (engine) => {
  let desk: SelectionDesk;

  beforeAll(async () => {
    desk = await selectionDesk(engine);
  });

  beforeEach(() => {
    desk.time.now = '2026-03-02T02:00:00Z';
  });

  afterAll(() => desk.opened.close());

  const selected = (staffMemberId?: string) => desk.selected('2026-03-02', '2026-11-26', staffMemberId);
  const appraise = (placementId: string, institutionGrade: string, expectedVersion = 1, year = 2026) => ({
    placementId,
    expectedVersion,
    year,
    institutionGrade,
    document: '示例考〔2026〕1号',
  });
  /** Who is excellent, and finds no post free. */
  const waiting = async (staffMemberId?: string) => {
    const who = await selected(staffMemberId);
    const row = await desk.done('recordAppraisal', appraise(who.id, 'EXCELLENT'), PLACEMENT);
    expect(row).toMatchObject({ state: 'SERVING', isConversionDue: true });
    return { ...who, version: row.version as number };
  };
  const shown = async (id: string) => (await desk.read(`{ placement(id: "${id}") { ${SHOWN} } }`)).placement;
  const convert = async (id: string) => ({ placementId: id, expectedVersion: (await shown(id)).version });
  const expire = async () => {
    desk.time.now = '2026-12-01T02:00:00Z';
    await desk.jobs.find(({ name }) => name === 'placement-days')!.run({ goesOn: async () => true });
  };
  const listed = async (viewer = COUNTY_DESK) => {
    const { placements } = await desk.read('{ placements(first: 100, filter: { isConversionDue: true }) { nodes { id } } }', viewer);
    return placements.nodes.map(({ id }: { id: string }) => id) as string[];
  };
  let approved = 0;
  /** One free post more. */
  const onePost = async () => {
    approved += 1;
    if (approved === 1) await desk.posts(OURS, 1);
    else await desk.manager.query('UPDATE establishment SET approved = ?', [approved]);
  };

  test('优秀: converted to a free post of the township, one at a time; who finds none waits for it', async () => {
    const [first, second] = [await waiting(), await selected()];
    expect(await shown(first.id)).toMatchObject({
      outcome: 'CONVERTED',
      availableActions: ['APPRAISE', 'CONVERT', 'RETURN', 'END', 'LAPSE'],
      staffMember: { fundingKind: 'SELF', homeOrganization: { creditCode: HOME.creditCode } },
    });
    expect(await desk.refused('convertPlacement', await convert(first.id))).toMatchObject({ code: 'CONFLICT', reason: 'NO_FREE_POST' });
    await onePost();
    const both = await Promise.all([
      desk.run('convertPlacement', await convert(first.id), PLACEMENT, COUNTY_DESK),
      desk.run('recordAppraisal', appraise(second.id, 'EXCELLENT'), PLACEMENT, COUNTY_DESK),
    ]);
    const outcomes = both.map(
      ({ data, errors }) => errors?.[0]?.extensions.reason ?? (data.convertPlacement ?? data.recordAppraisal).placement.state,
    );
    // Whoever is first has the post: the other waits, or is told that there is none.
    expect([
      ['CONVERTED', 'SERVING'],
      ['NO_FREE_POST', 'CONVERTED'],
    ]).toContainEqual(outcomes);
    const converted = outcomes[0] === 'CONVERTED' ? first : second;
    const read = `{ placement(id: "${converted.id}") { state staffMember { fundingKind servingDivision { code } homeOrganization { creditCode } timeline { action } } } }`;
    expect((await desk.read(read)).placement).toEqual({
      state: 'CONVERTED',
      staffMember: {
        fundingKind: 'FULL',
        servingDivision: { code: OURS },
        homeOrganization: { creditCode: hostOf(OURS).creditCode },
        timeline: [{ action: 'SERVE' }, { action: 'CONVERT' }],
      },
    });
    const { establishments } = await desk.read('{ establishments { nodes { approved actual } } }');
    expect(establishments.nodes).toEqual([{ approved: 1, actual: 1 }]);
  });

  test('outlives the term and a plain year: who went home waits on, is listed for the county, and is moved when a post is free', async () => {
    const { id } = await waiting();
    await expire();
    expect(await shown(id)).toMatchObject({
      state: 'ENDED',
      isConversionDue: true,
      availableActions: ['APPRAISE', 'CONVERT', 'LAPSE'],
      staffMember: { servingDivision: { code: COUNTY }, fundingKind: 'SELF' },
    });
    const { version } = await shown(id);
    await desk.manager.query(`UPDATE placement SET startsOn = '2025-03-02' WHERE id = ?`, [id]);
    await desk.done('recordAppraisal', appraise(id, 'QUALIFIED', version, 2025), PLACEMENT);
    expect(await listed()).toContain(id);
    expect(await listed(NEIGHBOUR_DESK)).not.toContain(id);
    const command = await convert(id);
    expect(await desk.refused('convertPlacement', command)).toMatchObject({ reason: 'NO_FREE_POST' });
    expect(await desk.refused('convertPlacement', command, TOWNSHIP_DESK)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await desk.refused('convertPlacement', command, NEIGHBOUR_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    await onePost();
    const once = { ...command, idempotencyKey: `late-${engine}` };
    const converted = await desk.done('convertPlacement', once, PLACEMENT);
    expect(converted).toMatchObject({
      state: 'CONVERTED',
      isConversionDue: false,
      staffMember: { servingDivision: { code: OURS }, fundingKind: 'FULL', homeOrganization: { creditCode: hostOf(OURS).creditCode } },
    });
    expect(await desk.done('convertPlacement', once, PLACEMENT)).toEqual(converted);
    expect(await listed()).not.toContain(id);
  });

  test('who serves elsewhere by then is not moved out of it; who is converted there waits no longer here', async () => {
    const { id, staffMemberId } = await waiting();
    await expire();
    const there = { kind: 'ATTACHED', divisionCode: NEIGHBOUR, organization: hostOf(NEIGHBOUR), postTitle: '示例岗位', document: '示例' };
    const placed = await desk.done(
      'beginPlacement',
      { staffMemberId, ...there, from: '2026-12-01', to: '2027-11-30' },
      'placement { id version }',
    );
    expect(await desk.refused('convertPlacement', await convert(id))).toMatchObject({ code: 'CONFLICT', reason: 'PLACED_ALREADY' });
    await desk.done('endPlacement', { placementId: placed.id, expectedVersion: placed.version, reason: '示例' }, 'placement { id }');
    await desk.manager.query('UPDATE placement SET isConversionDue = ?, kind = ? WHERE id = ?', [true, 'SELECTION', placed.id]);
    await onePost();
    await desk.done('convertPlacement', await convert(id), PLACEMENT);
    const other = await shown(placed.id);
    expect(other).toMatchObject({ state: 'ENDED', isConversionDue: false });
    expect(other.timeline.at(-1)).toEqual({ action: 'LAPSE', note: '已在其他下沉岗位转编' });
  });

  test.each([
    ['returned', 'returnPlacement', { reason: '示例原因' }, 'RETURNED', '待办理的转编随之失效'],
    ['failed in a later year', 'recordAppraisal', { ...appraise('', 'UNQUALIFIED', 1, 2027) }, 'RETURNED', '待办理的转编随之失效'],
  ])('lapses when they are %s, and the course says so', async (_, command, more, state, note) => {
    const { id, version } = await waiting();
    desk.time.now = '2026-11-20T02:00:00Z';
    if (command === 'recordAppraisal') {
      await desk.manager.query(`UPDATE placement SET endsOn = '2030-11-26' WHERE id = ?`, [id]);
      desk.time.now = '2027-11-20T02:00:00Z';
    }
    const over = await desk.done(command, { ...more, placementId: id, expectedVersion: version }, PLACEMENT);
    expect(over).toMatchObject({ state, isConversionDue: false });
    expect(over.timeline.at(-1).note).toBe(note);
    expect(await desk.refused('convertPlacement', await convert(id))).toMatchObject({ code: 'CONFLICT' });
  });

  test('is waived by a document of theirs, and by nobody but the county', async () => {
    const { id, version } = await waiting();
    const waiver = { placementId: id, expectedVersion: version, document: '示例〔2026〕9号' };
    expect(await desk.refused('waiveConversion', { ...waiver, document: ' ' })).toMatchObject({ reason: 'TEXT_LENGTH' });
    expect(await desk.refused('waiveConversion', waiver, TOWNSHIP_DESK)).toMatchObject({ code: 'FORBIDDEN' });
    const waived = await desk.done('waiveConversion', waiver, PLACEMENT);
    expect(waived).toMatchObject({ state: 'SERVING', isConversionDue: false });
    expect(waived.timeline.at(-1)).toEqual({ action: 'LAPSE', note: '本人放弃转编（示例〔2026〕9号）' });
    expect(await desk.refused('waiveConversion', { ...waiver, expectedVersion: version + 1 })).toMatchObject({
      reason: 'NO_CONVERSION_DUE',
    });
  });

  test('who leaves is placed no longer, waits for nothing, and is placed nowhere again', async () => {
    const { id, staffMemberId } = await waiting();
    const { version } = (await desk.read(`{ staffMember(id: "${staffMemberId}") { version } }`)).staffMember;
    const left = { staffMemberId, expectedVersion: version, leftOn: '2026-03-02', reason: '示例退休' };
    await desk.done('recordDeparture', left, 'staffMember { id }', TOWNSHIP_DESK);
    expect(await shown(id)).toMatchObject({ state: 'ENDED', isConversionDue: false, endReason: '离职（退休）' });
    const again = { staffMemberId, kind: 'ATTACHED', divisionCode: OURS, organization: hostOf(OURS), postTitle: '示例', document: '示例' };
    const term = { from: '2026-03-02', to: '2026-11-26' };
    expect(await desk.refused('beginPlacement', { ...again, ...term })).toMatchObject({ code: 'CONFLICT', reason: 'HAS_LEFT' });
  });
});
