import { demoCreditCode } from '@township-graph/shared/credit-code';
import { departmentOf, townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import {
  COUNTY,
  COUNTY_DESK,
  NEIGHBOUR,
  NEIGHBOUR_DESK,
  OURS,
  type SecondmentDesk,
  secondmentDesk,
  TOWNSHIP_DESK,
} from '../testing/secondment-desk';

const approval = { authority: '示例县委编委', documentNumber: '示例编〔2026〕1号', approvedOn: '2026-11-01' };
const SHOWN = 'establishment { id version approved actual vacancy }';

let serial = 7000;
/** An institution of its own for each test, so that none counts another's posts. */
const institution = (divisionCode: string) => {
  serial += 1;
  return { creditCode: demoCreditCode('12', divisionCode.slice(0, 6), serial), name: `示例中心${serial}` };
};

describe.each(ENGINES)('posts on %s', (engine) => {
  let desk: SecondmentDesk;

  beforeAll(async () => {
    desk = await secondmentDesk(engine);
  });
  afterAll(() => desk.opened.close());

  const postsOf = (divisionCode: string, approved: number, more: object = {}) => ({
    organization: institution(divisionCode),
    organizationKind: 'PUBLIC_INSTITUTION',
    divisionCode,
    kind: 'INSTITUTION',
    fundingKind: 'FULL',
    approved,
    approval,
    ...more,
  });
  const approve = (divisionCode: string, approved: number, more: object = {}) =>
    desk.done('approveEstablishment', postsOf(divisionCode, approved, more), SHOWN, COUNTY_DESK);
  const administrative = { kind: 'ADMINISTRATIVE', fundingKind: null, organizationKind: 'GOVERNMENT_DEPARTMENT' };
  const personOn = (establishmentId: string) => ({
    establishmentId,
    name: '示例甲乙',
    postTitle: '示例岗位',
    postRank: 'STAFF',
    isLeading: false,
    joinedOn: '2026-11-02',
  });
  const register = (establishmentId: string) =>
    desk.done('registerStaffMember', personOn(establishmentId), 'staffMember { id version }', COUNTY_DESK);
  const transferOf = (from: { id: string; version: number }, to: { id: string }, posts: number, more: object = {}) => ({
    establishmentId: from.id,
    expectedVersion: from.version,
    toEstablishmentId: to.id,
    posts,
    approval: { ...approval, documentNumber: '示例编〔2026〕9号' },
    ...more,
  });
  const TRANSFER = 'transfer { id posts persons from { name } toDivision { code } crossLevelApproval { documentNumber } }';
  const stateOf = async (id: string) =>
    (await desk.answered(`{ establishment(id: "${id}") { id version approved actual vacancy approval { documentNumber } } }`, COUNTY_DESK))
      .establishment;
  const total = async () => {
    const rows = await desk.opened.database.query<{ n: number | string }[]>('SELECT SUM(approved) AS n FROM establishment');
    return Number(rows[0]!.n);
  };

  test('are approved by a document, and filled by staff, never beyond what was approved (编制条例§6)', async () => {
    const { id } = await approve(COUNTY, 1);
    const { id: person } = await register(id);
    expect(await stateOf(id)).toMatchObject({ approved: 1, actual: 1, vacancy: 0 });
    expect(await desk.refused('registerStaffMember', personOn(id), COUNTY_DESK)).toMatchObject({
      code: 'CONFLICT',
      reason: 'ESTABLISHMENT_FULL',
      approved: 1,
      actual: 2,
    });
    const fewer = { establishmentId: id, expectedVersion: 1, approved: 0, approval };
    expect(await desk.refused('adjustEstablishment', fewer, COUNTY_DESK)).toMatchObject({ reason: 'ESTABLISHMENT_FULL' });
    const leave = { staffMemberId: person, expectedVersion: 1, leftOn: '2026-11-20', reason: '示例原因' };
    await desk.done('recordDeparture', leave, 'staffMember { leftOn }', COUNTY_DESK);
    expect(await stateOf(id)).toMatchObject({ actual: 0, vacancy: 1 });
    expect(await desk.done('adjustEstablishment', fewer, SHOWN, COUNTY_DESK)).toMatchObject({ approved: 0, version: 2 });
    expect(await desk.refused('recordDeparture', { ...leave, expectedVersion: 2 }, COUNTY_DESK)).toMatchObject({ reason: 'HAS_LEFT' });
  });

  test.each([
    ['a coordination body (编制条例§19)', { organizationKind: 'COORDINATION_BODY' }, 'NO_ESTABLISHMENT'],
    ['a village committee', { organizationKind: 'VILLAGE_COMMITTEE' }, 'NO_ESTABLISHMENT'],
    ['whom no establishment holds', { kind: 'OUTSIDE', fundingKind: null }, 'OUTSIDE_ESTABLISHMENT'],
    ['an institution that nobody pays for', { fundingKind: null }, 'FUNDING_MISMATCH'],
    ['an organ with funding', { kind: 'ADMINISTRATIVE' }, 'FUNDING_MISMATCH'],
    ['fewer than none', { approved: -1 }, 'NUMBER_OUT_OF_RANGE'],
    ['a document of tomorrow', { approval: { ...approval, approvedOn: '2026-11-27' } }, 'APPROVAL_IN_FUTURE'],
  ])('are not approved for %s', async (_, more, reason) => {
    expect(await desk.refused('approveEstablishment', postsOf(COUNTY, 3, more), COUNTY_DESK)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason,
    });
  });

  test('are approved once for an organisation and kind, within the viewer’s divisions', async () => {
    const wanted = postsOf(OURS, 3);
    expect(await desk.refused('approveEstablishment', wanted, NEIGHBOUR_DESK)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await desk.refused('approveEstablishment', wanted, viewerOf([COUNTY], ['personnel:read']))).toMatchObject({ code: 'FORBIDDEN' });
    const keyed = { ...wanted, idempotencyKey: 'approve-once' };
    const first = await desk.done('approveEstablishment', keyed, SHOWN, COUNTY_DESK);
    expect(await desk.done('approveEstablishment', keyed, SHOWN, COUNTY_DESK)).toEqual(first);
    expect(await desk.refused('approveEstablishment', wanted, COUNTY_DESK)).toMatchObject({
      reason: 'ALREADY_APPROVED',
      establishmentId: first.id,
    });
    const adjust = { establishmentId: first.id, expectedVersion: 1, approved: 5, approval };
    expect(await desk.refused('adjustEstablishment', adjust, NEIGHBOUR_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.refused('adjustEstablishment', { ...adjust, expectedVersion: 7 }, COUNTY_DESK)).toMatchObject({
      reason: 'STALE_VERSION',
    });
    const seen = async (viewer = TOWNSHIP_DESK) =>
      (await desk.answered(`{ establishment(id: "${first.id}") { availableActions } }`, viewer)).establishment;
    expect(await seen()).toEqual({ availableActions: ['ADJUST', 'TRANSFER'] });
    expect(await seen(viewerOf([OURS], ['personnel:read']))).toEqual({ availableActions: [] });
    expect(await seen(NEIGHBOUR_DESK)).toBeNull();
  });

  test('follow their duties with the people on them, and the county has as many as before', async () => {
    const from = await approve(COUNTY, 10);
    const to = await approve(OURS, 2);
    const [stays, goes] = [await register(from.id), await register(from.id)];
    const before = await total();
    const input = { ...transferOf(from, to, 8, { staffMemberIds: [goes.id] }), idempotencyKey: 'transfer-once' };
    const transfer = await desk.done('transferEstablishment', input, TRANSFER, COUNTY_DESK);
    expect(transfer).toMatchObject({ posts: 8, persons: 1, toDivision: { code: OURS }, crossLevelApproval: null });
    expect(await desk.done('transferEstablishment', input, TRANSFER, COUNTY_DESK)).toEqual(transfer);
    expect(await total()).toBe(before);
    expect(await stateOf(from.id)).toMatchObject({ approved: 2, actual: 1, version: 2 });
    expect(await stateOf(to.id)).toMatchObject({ approved: 10, actual: 1, approval: { documentNumber: '示例编〔2026〕9号' } });
    const { stayed, went } = await desk.answered(
      `{ stayed: staffMember(id: "${stays.id}") { version servingDivision { code } }
         went: staffMember(id: "${goes.id}") { version servingDivision { code } timeline { action } } }`,
      COUNTY_DESK,
    );
    expect(stayed).toEqual({ version: 1, servingDivision: { code: COUNTY } });
    expect(went).toEqual({ version: 2, servingDivision: { code: OURS }, timeline: [{ action: 'REGISTER' }, { action: 'TRANSFER' }] });
    const list = `{ establishmentTransfers(filter: { establishmentId: "${from.id}", isDownward: true }) { nodes { id } } }`;
    expect((await desk.answered(list, TOWNSHIP_DESK)).establishmentTransfers.nodes).toEqual([{ id: transfer.id }]);
    expect((await desk.answered(list, NEIGHBOUR_DESK)).establishmentTransfers.nodes).toEqual([]);
    const feed = async (viewer = TOWNSHIP_DESK) =>
      (await desk.answered('{ secondmentFeed(first: 100) { nodes { type subjectId isTombstone payload } } }', viewer)).secondmentFeed.nodes;
    const told = (await feed()).filter(({ subjectId }: { subjectId: string }) => [goes.id, to.id, transfer.id].includes(subjectId));
    expect(told.map(({ type }: { type: string }) => type)).toEqual([
      'ESTABLISHMENT_APPROVED',
      'POSTS_TRANSFERRED',
      'ESTABLISHMENT_TRANSFERRED',
      'STAFF_MEMBER_MOVED',
    ]);
    expect(JSON.stringify(told)).not.toContain('示例');
    expect((await feed(NEIGHBOUR_DESK)).some(({ subjectId }: { subjectId: string }) => subjectId === transfer.id)).toBe(false);
  });

  test('go neither where they came from, nor to another kind or county, nor out of sight', async () => {
    const from = await approve(COUNTY, 5);
    const elsewhere = await desk.done(
      'approveEstablishment',
      postsOf('330381', 1),
      SHOWN,
      viewerOf(['330381'], ['personnel:read', 'personnel:manage']),
    );
    const others = { same: from, paidInPart: await approve(COUNTY, 1, { fundingKind: 'PARTIAL' }), elsewhere };
    const refused = async (to: { id: string }, viewer = COUNTY_DESK, posts = 1, more: object = {}) =>
      desk.refused('transferEstablishment', transferOf(from, to, posts, more), viewer);
    expect(await refused(others.same)).toMatchObject({ reason: 'SAME_ESTABLISHMENT' });
    expect(await refused(others.paidInPart)).toMatchObject({ reason: 'KIND_DIFFERS' });
    expect(await refused(others.elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
    const both = viewerOf([COUNTY, '330381'], ['personnel:read', 'personnel:manage']);
    expect(await refused(others.elsewhere, both)).toMatchObject({ reason: 'ACROSS_COUNTIES' });
    const to = await approve(COUNTY, 0);
    expect(await refused(to, TOWNSHIP_DESK)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(to, COUNTY_DESK, 6)).toMatchObject({ reason: 'ESTABLISHMENT_FULL' });
    expect(await refused(to, COUNTY_DESK, 0)).toMatchObject({ reason: 'NUMBER_OUT_OF_RANGE' });
    expect(await refused(to, COUNTY_DESK, 1, { staffMemberIds: ['nobody'] })).toMatchObject({ reason: 'NOT_ON_ESTABLISHMENT' });
    expect(await stateOf(from.id)).toMatchObject({ approved: 5, version: 1 });
  });

  test('of the administration change their level only by the approval that the law asks for (编制条例§18)', async () => {
    const { creditCode, name } = departmentOf(COUNTY, '司法');
    const from = await approve(COUNTY, 5, { ...administrative, organization: { creditCode, name } });
    const sideways = await approve(COUNTY, 0, administrative);
    const government = townshipGovernmentOf(OURS);
    const down = await approve(OURS, 0, {
      ...administrative,
      organization: { creditCode: government.creditCode, name: government.name },
      organizationKind: 'TOWNSHIP_GOVERNMENT',
    });
    expect(await desk.done('transferEstablishment', transferOf(from, sideways, 1), TRANSFER, COUNTY_DESK)).toMatchObject({ posts: 1 });
    const again = { ...from, version: 2 };
    expect(await desk.refused('transferEstablishment', transferOf(again, down, 1), COUNTY_DESK)).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'CROSS_LEVEL_APPROVAL_MISSING',
    });
    const crossLevelApproval = { authority: '示例国家机构编制管理机关', documentNumber: '示例编〔2026〕3号', approvedOn: '2026-10-01' };
    const moved = await desk.done('transferEstablishment', transferOf(again, down, 1, { crossLevelApproval }), TRANSFER, COUNTY_DESK);
    expect(moved.crossLevelApproval).toEqual({ documentNumber: '示例编〔2026〕3号' });
  });

  test('come to a township up to what it may receive', async () => {
    const from = await approve(COUNTY, 40);
    const to = await approve(NEIGHBOUR, 0);
    await desk.done('transferEstablishment', transferOf(from, to, 14), TRANSFER, COUNTY_DESK);
    expect(await desk.refused('transferEstablishment', transferOf({ ...from, version: 2 }, to, 2), COUNTY_DESK)).toMatchObject({
      code: 'CONFLICT',
      reason: 'TOWNSHIP_QUOTA',
      received: 14,
      maximum: 15,
    });
    await desk.done('transferEstablishment', transferOf({ ...from, version: 2 }, to, 1), TRANSFER, COUNTY_DESK);
    // What goes back up may come again.
    await desk.done('transferEstablishment', transferOf({ ...to, version: 3 }, from, 15), TRANSFER, COUNTY_DESK);
    await desk.done('transferEstablishment', transferOf({ ...from, version: 4 }, to, 10), TRANSFER, COUNTY_DESK);
  });

  test('that are the last free ones go once, whoever asks at the same time', async () => {
    const from = await approve(COUNTY, 2);
    await register(from.id);
    const ends = [await approve(COUNTY, 0), await approve(COUNTY, 0)];
    const before = await total();
    const both = await Promise.all([
      ...ends.map((to) => desk.run('transferEstablishment', transferOf(from, to, 1), '__typename', COUNTY_DESK)),
      desk.run('registerStaffMember', personOn(from.id), '__typename', COUNTY_DESK),
    ]);
    expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await total()).toBe(before);
    const { approved, actual } = await stateOf(from.id);
    expect(actual).toBe(approved);
  });

  test('are listed by division, by organisation, and where one is free, each count in one statement for all', async () => {
    const full = await approve(OURS, 1, { fundingKind: 'SELF' });
    await register(full.id);
    const free = await approve(OURS, 2, { fundingKind: 'SELF' });
    const query = (more: string) =>
      `{ establishments(filter: { divisionCode: "${OURS}", fundingKind: [SELF]${more} }) { totalCount nodes { id actual vacancy } } }`;
    const listed = async (more = '') => (await desk.answered(query(more), TOWNSHIP_DESK)).establishments;
    const statements = await desk.opened.statementsOf(() => listed());
    expect(statements).toHaveLength(3);
    expect((await listed()).nodes.sort((a: { vacancy: number }, b: { vacancy: number }) => a.vacancy - b.vacancy)).toEqual([
      { id: full.id, actual: 1, vacancy: 0 },
      { id: free.id, actual: 0, vacancy: 2 },
    ]);
    expect(await listed(', hasVacancy: true')).toMatchObject({ totalCount: 1, nodes: [{ id: free.id }] });
    expect(await listed(', hasVacancy: false')).toMatchObject({ totalCount: 1, nodes: [{ id: full.id }] });
  });
});
