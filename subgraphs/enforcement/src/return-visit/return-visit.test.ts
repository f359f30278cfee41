import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, FINE_OF, OFFICER, type Seen } from '../case/testing/case-office';
import { NEIGHBOUR } from '../case/testing/people-and-powers';

describe.each(ENGINES)('asking after a case on %s', (engine) => {
  let office: CaseOffice;
  let closed: Seen;

  beforeAll(async () => {
    office = await CaseOffice.open(engine);
    const warned = await office.does('decideOnTheSpot', office.onTheSpot({ penalties: [{ kind: 'WARNING' }] }));
    const reported = await office.move('reportDecision', warned);
    closed = await office.move('closeCase', reported, { reason: '履行完毕' });
  });
  afterAll(() => office.close());

  test('a case that is not over is not asked about', async () => {
    const open = await office.does('decideOnTheSpot', office.onTheSpot({ penalties: FINE_OF('500') }));
    expect(open.availableActions).not.toContain('recordReturnVisit');
    expect(await office.refused('recordReturnVisit', open, { respondent: 'PARTY', grade: 1 })).toBe('MOVE_NOT_ALLOWED');
  });

  test('grades are 1 to 5; a neighbour does not learn of the case, a stale version changes nothing', async () => {
    for (const grade of [0, 6]) expect(await office.refused('recordReturnVisit', closed, { respondent: 'PARTY', grade })).toBe('GRADE');
    const stranger = viewerOf([NEIGHBOUR], ['enforcement:read', 'enforcement:handle']);
    const given = { caseId: closed.id, expectedVersion: closed.version, respondent: 'PARTY', grade: 1 };
    expect(await office.refusal('recordReturnVisit', given, stranger)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await office.refusal('recordReturnVisit', { ...given, expectedVersion: 1 })).toEqual(['CONFLICT', 'STALE_VERSION']);
    expect(await office.see(closed.id, 'returnVisit { grade }')).toEqual({ returnVisit: null });
  });

  test('the answer is recorded once, under its key again and again', async () => {
    expect(closed.availableActions).toContain('recordReturnVisit');
    const given = { respondent: 'COMPLAINANT', grade: 2, comment: '处理及时', idempotencyKey: 'visit-of-case' };
    const visited = await office.move('recordReturnVisit', closed, given);
    expect(await office.move('recordReturnVisit', closed, given)).toMatchObject({ version: visited.version });
    expect(await office.refused('recordReturnVisit', visited, { respondent: 'PARTY', grade: 5 })).toBe('VISITED_ALREADY');
    const { returnVisit, timeline, state } = await office.see(
      closed.id,
      'state timeline { action } returnVisit { respondent grade comment visitedAt }',
      OFFICER,
    );
    expect(returnVisit).toEqual({ respondent: 'COMPLAINANT', grade: 2, comment: '处理及时', visitedAt: office.now.toISOString() });
    expect([state, timeline.at(-1).action]).toEqual(['CLOSED', 'recordReturnVisit']);
  });
});
