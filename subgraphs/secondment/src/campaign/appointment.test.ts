import { LANKAO } from '@township-graph/shared/demo/divisions';
import { governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { insertAll } from '@township-graph/shared/insert-all';
import { ENGINES } from '@township-graph/shared/testing/database';
import { Candidate } from '../candidate/candidate.entity';
import { Placement } from '../placement/placement.entity';
import { StaffMember } from '../staff-member/staff-member.entity';
import { HOME, hostOf, type SelectionDesk, selectionDesk } from '../testing/selection-desk';
import { staffRow } from '../testing/staff-row';
import { SelectionCampaign } from './campaign.entity';
import { SelectionPost } from './campaign-post.entity';

const TOWNSHIPS = governedTownshipsOf(LANKAO);
const TODAY = '2026-03-20';

describe.each(ENGINES)('the appointment of a whole selection, on %s', (engine) => {
  let desk: SelectionDesk;

  beforeAll(async () => {
    desk = await selectionDesk(engine, `${TODAY}T02:00:00Z`);
  });
  afterAll(() => desk.opened.close());

  /** A list of so many that nobody objects to any more, as eight stages leave it. */
  async function listed(campaignId: string, count: number): Promise<string[]> {
    const people = Array.from({ length: count }, (_, index) => ({ index, id: `${campaignId}-${index}`, township: TOWNSHIPS[index % 16]! }));
    await insertAll(
      desk.manager,
      StaffMember,
      people.map(({ id, index }) => ({ ...staffRow({ id, fundingKind: 'SELF' }), version: 1 + (index % 3) })),
    );
    await insertAll(desk.manager, SelectionCampaign, [{ ...CAMPAIGN, id: campaignId, postCount: count, candidateCount: count }]);
    const posts = people.map(({ id, township }) => {
      const { creditCode: hostCreditCode, name: hostName } = hostOf(township);
      return { id, campaignId, divisionCode: township, hostCreditCode, hostName, title: '示例选派岗位', candidateId: `candidate-${id}` };
    });
    await insertAll(desk.manager, SelectionPost, posts);
    const candidates = people.map(({ id, index, township }) => ({
      ...CANDIDATE,
      id: `candidate-${id}`,
      campaignId,
      staffMemberId: id,
      postId: id,
      chosenDivisionCode: township,
      rankNumber: index + 1,
      version: 5 + (index % 2),
    }));
    await insertAll(desk.manager, Candidate, candidates);
    return people.map(({ id }) => id);
  }

  const appointment = (campaignId: string) => ({ campaignId, expectedVersion: 1, startsOn: TODAY, document: '示例人社〔2026〕2号' });

  test('of 240 takes hardly more statements than one of 48, and each is placed, serves and is told of', async () => {
    await listed('few', 48);
    const few = await desk.opened.statementsOf(() => desk.done('appointCandidates', appointment('few'), 'campaign { state }'));
    const ids = await listed('all', 240);
    const all = await desk.opened.statementsOf(() => desk.done('appointCandidates', appointment('all'), 'campaign { state }'));
    // Rows go in by 64, people move by township and version: 16 times 3.
    expect(all.length - few.length).toBeLessThan(40);
    expect(all.length).toBeLessThan(240);
    const read = `placements(filter: { campaignId: "all", state: [SERVING] }, first: 100) { totalCount nodes { timeline { action } division { code }
      staffMember { version servingDivision { code } timeline { action from to } } } }`;
    const { placements } = await desk.read(`{ ${read} }`);
    expect(placements.totalCount).toBe(240);
    for (const { division, staffMember, timeline } of placements.nodes) {
      expect(timeline).toEqual([{ action: 'PLACE' }]);
      expect(staffMember).toMatchObject({ servingDivision: division, timeline: [{ action: 'SERVE', from: LANKAO, to: division.code }] });
    }
    expect((await desk.manager.findBy(StaffMember, { divisionCode: TOWNSHIPS[0]! })).map(({ version }) => version)).not.toContain(1);
    const told = await desk.manager.query('SELECT type, COUNT(*) AS told FROM outbox_event GROUP BY type ORDER BY type');
    expect(told.map(({ type, told: count }: { type: string; told: number }) => [type, Number(count)])).toEqual([
      ['CAMPAIGN_APPOINTED', 2],
      ['CANDIDATE_APPOINTED', 288],
      ['PLACEMENT_MADE', 288],
      ['STAFF_MEMBER_MOVED', 288],
    ]);
    expect(await desk.manager.countBy(Candidate, { campaignId: 'all', state: 'APPOINTED' as never })).toBe(ids.length);
  });

  test.each([
    ['is banned since', 'BANNED', { banUntil: '2026-12-31', state: 'RETURNED' }],
    ['is placed elsewhere since', 'PLACED_ALREADY', { banUntil: null, state: 'SERVING' }],
  ])('appoints nobody while one of them %s, and says who', async (what, reason, placed) => {
    const ids = await listed(what.slice(3, 9), 32);
    const [placement] = await desk.manager.find(Placement, { take: 1 });
    await insertAll(desk.manager, Placement, [{ ...placement, id: what, staffMemberId: ids[17], campaignId: null, ...placed }]);
    expect(await desk.refused('appointCandidates', appointment(what.slice(3, 9)))).toMatchObject({
      code: 'CONFLICT',
      reason,
      staffMemberId: ids[17],
    });
    expect(await desk.manager.countBy(Placement, { campaignId: what.slice(3, 9) })).toBe(0);
  });

  test('who has left since is not appointed, and keeps nobody else from it', async () => {
    const [gone, ...others] = await listed('left', 3);
    await desk.manager.update(StaffMember, { id: gone }, { leftOn: TODAY });
    await desk.done('appointCandidates', appointment('left'), 'campaign { state }');
    expect((await desk.manager.findBy(Placement, { campaignId: 'left' })).map(({ staffMemberId }) => staffMemberId).sort()).toEqual(others);
    const { candidate } = await desk.read(`{ candidate(id: "candidate-${gone}") { state } }`);
    expect(candidate).toEqual({ state: 'NOT_PLACED' });
  });
});

const CAMPAIGN = {
  divisionCode: LANKAO,
  title: '示例选派',
  year: 2026,
  planId: null,
  approvalDocument: '示例编〔2026〕1号',
  writtenWeight: 60,
  interviewWeight: 40,
  writtenPass: 60_00,
  interviewPass: 60_00,
  registrationFrom: '2026-02-01',
  registrationTo: '2026-02-06',
  publicityFrom: new Date('2026-03-02T02:00:00Z'),
  publicityEndsAt: new Date('2026-03-11T15:59:59Z'),
  freePosts: 0,
  pendingCount: 0,
  openObjections: 0,
  openedAt: new Date('2026-01-05T02:00:00Z'),
  state: 'PUBLICITY',
  version: 1,
};

const CANDIDATE = {
  divisionCode: LANKAO,
  homeCreditCode: HOME.creditCode,
  homeName: HOME.name,
  fundingKind: 'SELF',
  registeredAt: new Date('2026-02-02T02:00:00Z'),
  refusalReason: null,
  writtenPoints: 80_00,
  isAbsentFromWritten: false,
  interviewPoints: 80_00,
  isAbsentFromInterview: false,
  totalPoints: 80_0000,
  state: 'LISTED',
};
