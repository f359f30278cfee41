import { ENGINES } from '@township-graph/shared/testing/database';
import { NEIGHBOUR_DESK, OURS, TOWNSHIP_DESK } from '../testing/secondment-desk';
import { hostOf, type SelectionDesk, selectionDesk } from '../testing/selection-desk';

const TODAY = '2026-03-02';
const POST = 'post { title rank isLeading }';
const MEMBER = `staffMember { version ${POST} postHistory { effectiveOn document from { title rank } to { title rank isSectionChief } proposal { id } } timeline { action from to note } }`;

describe.each(ENGINES)('the post of a member of staff, on %s', (engine) => {
  let desk: SelectionDesk;

  beforeAll(async () => {
    desk = await selectionDesk(engine, `${TODAY}T02:00:00Z`);
  });
  afterAll(() => desk.opened.close());

  const given = (staffMemberId: string, change: object = {}) => ({
    staffMemberId,
    expectedVersion: 1,
    postTitle: '示例副局长',
    postRank: 'SECTION_DEPUTY',
    isLeading: true,
    effectiveOn: '2026-03-01',
    document: '示例任〔2026〕1号',
    ...change,
  });

  test('changes by a document, once under a key, and what it was is kept', async () => {
    const id = await desk.staff();
    const once = { ...given(id), idempotencyKey: `post-${engine}` };
    const changed = await desk.done('changeStaffPost', once, MEMBER);
    expect(await desk.done('changeStaffPost', once, MEMBER)).toEqual(changed);
    expect(changed).toMatchObject({ version: 2, post: { title: '示例副局长', rank: 'SECTION_DEPUTY', isLeading: true } });
    const next = { expectedVersion: 2, postTitle: '示例局长', postRank: 'SECTION_HEAD', effectiveOn: TODAY, document: '示例任〔2026〕2号' };
    expect(await desk.done('changeStaffPost', given(id, next), MEMBER)).toMatchObject({
      version: 3,
      postHistory: [
        { effectiveOn: '2026-03-01', from: { title: '示例岗位', rank: 'STAFF' }, to: { rank: 'SECTION_DEPUTY', isSectionChief: true } },
        {
          effectiveOn: TODAY,
          document: '示例任〔2026〕2号',
          from: { title: '示例副局长' },
          to: { title: '示例局长', rank: 'SECTION_HEAD' },
        },
      ],
      timeline: [
        { action: 'CHANGE_POST', from: 'STAFF', to: 'SECTION_DEPUTY' },
        { action: 'CHANGE_POST', from: 'SECTION_DEPUTY', to: 'SECTION_HEAD', note: '示例副局长 → 示例局长；示例任〔2026〕2号' },
      ],
    });
  });

  test.each([
    ['BAD_USER_INPUT', 'SAME_POST', { postTitle: '示例岗位', postRank: 'STAFF', isLeading: false }],
    ['BAD_USER_INPUT', 'DAY_OUT_OF_RANGE', { effectiveOn: '2026-03-03' }],
    ['BAD_USER_INPUT', 'DAY_OUT_OF_RANGE', { effectiveOn: '2014-12-31' }],
    ['BAD_USER_INPUT', 'TEXT_LENGTH', { document: ' ' }],
    ['CONFLICT', 'STALE_VERSION', { expectedVersion: 2 }],
    ['CONFLICT', 'MOVEMENT_UNUSABLE', { proposalId: 'nowhere' }],
  ])('does not change where it cannot: %s %s %j', async (code, reason, change) => {
    const id = await desk.staff();
    expect(await desk.refused('changeStaffPost', given(id, change))).toMatchObject({ code, reason });
    const { staffMember } = await desk.read(`{ staffMember(id: "${id}") { version postHistory { id } } }`);
    expect(staffMember).toEqual({ version: 1, postHistory: [] });
  });

  test('is not for another township to change, nor for the one where somebody is only placed', async () => {
    const id = await desk.staff({ divisionCode: OURS });
    for (const viewer of [NEIGHBOUR_DESK, TOWNSHIP_DESK])
      expect(await desk.refused('changeStaffPost', given(id), viewer)).toMatchObject({ code: 'NOT_FOUND' });
    const own = await desk.staff({ divisionCode: OURS, homeDivisionCode: OURS });
    expect(await desk.done('changeStaffPost', given(own), 'staffMember { version }', TOWNSHIP_DESK)).toEqual({ version: 2 });
  });

  test('at section level, of who serves in a township from elsewhere, changes by a movement about which it was heard, once', async () => {
    const id = await desk.staff({ isLeading: true, postRank: 'SECTION_DEPUTY', postTitle: '示例副局长' });
    const placement = {
      staffMemberId: id,
      kind: 'STATIONED',
      divisionCode: OURS,
      organization: hostOf(OURS),
      postTitle: '示例岗位',
      document: '示例组〔2026〕3号',
      from: TODAY,
      to: '2028-12-31',
    };
    await desk.done('beginPlacement', placement, 'placement { id }');
    const promoted = given(id, { postTitle: '示例局长', postRank: 'SECTION_HEAD', expectedVersion: 2 });
    expect(await desk.refused('changeStaffPost', promoted)).toMatchObject({ code: 'CONFLICT', reason: 'CONSULTATION_NEEDED' });
    const { id: proposalId } = await desk.done(
      'proposeMovement',
      { staffMemberId: id, kind: 'PROMOTION', reason: '示例理由' },
      'proposal { id }',
    );
    const byMovement = { ...promoted, proposalId };
    expect(await desk.refused('changeStaffPost', byMovement)).toMatchObject({ reason: 'MOVEMENT_UNUSABLE' });
    const { id: consultationId } = await desk.done('consultTownship', { proposalId, question: '示例' }, 'consultation { id }');
    await desk.done('answerConsultation', { consultationId, expectedVersion: 1, isAgreed: true }, 'consultation { id }', TOWNSHIP_DESK);
    await desk.done('decideMovement', { proposalId, expectedVersion: 3, isApproved: true, decision: '示例' }, 'proposal { id }');
    await desk.done('carryOutMovement', { proposalId, expectedVersion: 4, effectiveOn: TODAY }, 'proposal { id }');
    expect(await desk.done('changeStaffPost', byMovement, MEMBER)).toMatchObject({ postHistory: [{ proposal: { id: proposalId } }] });
    const again = { ...byMovement, postTitle: '示例主任', expectedVersion: 3 };
    expect(await desk.refused('changeStaffPost', again)).toMatchObject({ reason: 'MOVEMENT_UNUSABLE' });
  });
});
