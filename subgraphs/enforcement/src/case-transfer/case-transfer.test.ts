import { ENGINES } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { CaseOffice, DEPARTMENTS, HEAD, NEIGHBOURS, OFFICER, PERSON, type Seen } from '../case/testing/case-office';
import { COUNTY, DEPARTMENT, GOVERNMENT, NEIGHBOUR, NEIGHBOUR_GOVERNMENT } from '../case/testing/people-and-powers';

const ISSUE = 'mutation ($input: IssueDocumentInput!) { issueDocument(input: $input) { document { id } } }';
const ORDER = { content: '限期改正', legalBasis: '示例条例§1', dueOn: '2026-03-04' };
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

  const CASE =
    'state receivers: transfers { kind state recipient recipientCreditCode recipientDivision { code } } evidence { name } availableActions';
  const feedOf = async (who: Viewer, { id }: Seen) => {
    const { data } = await office.ask('{ enforcementFeed(first: 100) { nodes { type subjectId isTombstone } } }', who);
    return data.enforcementFeed.nodes.filter(({ subjectId }: { subjectId: string }) => subjectId === id);
  };
  const handedTo = async (recipientCreditCode: string, of?: Seen): Promise<Seen> => {
    const to = { kind: 'JURISDICTION', recipient: '示例机关', recipientCreditCode, reason: '属其管辖' };
    let seen = await office.move('transferCase', of ?? (await office.investigate(await office.filed())), to);
    seen = await office.move('decideTransfer', seen, { ...last(seen), isApproved: true, reason: '批准' }, HEAD);
    return office.move('handOverTransfer', seen, last(seen));
  };
  const answer = (seen: Seen, isTakenOver: boolean) => ({ ...last(seen), isTakenOver, reason: '示例答复' });

  test('行政处罚法§25: an organ of the graph reads what is handed over to it, and says itself whether it takes it', async () => {
    let seen = await office.investigate(await office.filed());
    expect(await office.see(seen.id, CASE, NEIGHBOURS)).toBeNull();
    seen = await handedTo(NEIGHBOUR_GOVERNMENT.creditCode, seen);
    const received = await office.see(seen.id, CASE, NEIGHBOURS);
    expect(received).toMatchObject({
      state: 'TRANSFERRED',
      evidence: [{ name: '现场笔录' }],
      receivers: [{ recipientCreditCode: NEIGHBOUR_GOVERNMENT.creditCode, recipientDivision: { code: NEIGHBOUR }, state: 'HANDED_OVER' }],
      availableActions: ['answerTransfer'],
    });
    expect(await feedOf(NEIGHBOURS, seen)).toEqual([{ type: 'CASE_HAND_OVER_TRANSFER', subjectId: seen.id, isTombstone: false }]);
    expect((await office.see(seen.id)).availableActions).not.toContain('answerTransfer');
    expect(await office.refused('answerTransfer', seen, answer(seen, true))).toBe('NOT_YOUR_CASE');
    expect(await office.refused('answerTransfer', seen, answer(seen, true), { ...NEIGHBOURS, organization: GOVERNMENT.creditCode })).toBe(
      'NOT_YOUR_CASE',
    );
    expect(await office.refused('terminateCase', seen, { reason: '示例' }, { ...NEIGHBOURS, scopes: HEAD.scopes })).toBe('NOT_YOUR_CASE');
    const third = { ...NEIGHBOURS, divisions: [{ code: '410225203' }] };
    expect(await office.see(seen.id, CASE, third)).toBeNull();
    expect(await office.refused('answerTransfer', seen, answer(seen, true), third)).toBe('NOT_FOUND');
    seen = await office.move('answerTransfer', seen, answer(seen, false), NEIGHBOURS);
    expect(seen.state).toBe('INVESTIGATING');
    const { timeline } = await office.see(seen.id, 'timeline { action legalBasis }');
    expect(timeline.slice(-4).map(({ legalBasis }: { legalBasis: string }) => legalBasis)).toEqual(
      Array(4).fill('行政处罚法§22、§24、§25'),
    );
    expect(await office.see(seen.id, CASE, NEIGHBOURS)).toBeNull();
    expect((await feedOf(NEIGHBOURS, seen)).at(-1)).toMatchObject({ type: 'TOMBSTONE', isTombstone: true });
    expect((await feedOf(HEAD, seen)).at(-1)).toMatchObject({ type: 'CASE_RETURN_TRANSFER', isTombstone: false });
  });

  test('with the case the recipient has its course, its clocks and its documents, from the transfer until it returns it', async () => {
    const issue = async (of: Seen, kind: string) => {
      const input = { caseId: of.id, expectedVersion: of.version, kind };
      const { data, errors } = await office.ask(ISSUE, OFFICER, { input });
      expect(errors).toBeUndefined();
      return data.issueDocument.document.id as string;
    };
    const feedOfDocument = async (id: string) => feedOf(NEIGHBOURS, { id } as Seen);
    const all = `timeline { action } deadlines { kind light state } corrections { id } documents { id kind html } measures { deadlines { kind state } }`;
    const things = { things: [{ name: '示例货架', quantity: 1 }], officerIds: ['one', 'two'], approvedBy: '示例负责人', reason: '证据' };
    let seen = await office.move('preserveEvidence', await office.investigate(await office.filed({ party: PERSON })), things);
    seen = await office.move('orderCorrection', seen, ORDER);
    const filing = await issue(seen, 'FILING_APPROVAL');
    const ofDocument = (who: Viewer) => office.ask('query ($id: ID!) { caseDocument(id: $id) { id } }', who, { id: filing });
    expect((await ofDocument(NEIGHBOURS)).data.caseDocument).toBeNull();
    seen = await handedTo(NEIGHBOUR_GOVERNMENT.creditCode, seen);
    const letter = await issue(seen, 'TRANSFER_LETTER');
    const received = await office.see(seen.id, all, NEIGHBOURS);
    expect(received).toEqual(await office.see(seen.id, all, OFFICER));
    expect(received.timeline.at(-2)).toEqual({ action: 'handOverTransfer' });
    expect(received.deadlines).toContainEqual({ kind: 'DECISION', light: 'GREEN', state: 'SUSPENDED' });
    expect(received.measures).toEqual([{ deadlines: [{ kind: 'PRESERVATION', state: 'MET' }] }]);
    expect(received.documents.map(({ id }: { id: string }) => id)).toEqual([filing, letter]);
    expect(JSON.stringify(received.documents)).not.toContain(PERSON.idNumber);
    expect(await office.see(seen.id, all, { ...NEIGHBOURS, divisions: [{ code: '410225203' }] })).toBeNull();
    expect(await office.refusal('orderCorrection', { caseId: seen.id, expectedVersion: seen.version, ...ORDER }, NEIGHBOURS)).toEqual([
      'FORBIDDEN',
      'NOT_YOUR_CASE',
    ]);
    expect(await feedOfDocument(letter)).toEqual([{ type: 'DOCUMENT_ISSUED', subjectId: letter, isTombstone: false }]);
    office.on('2026-03-06');
    await office.scheduler.runDue();
    const [order] = received.corrections;
    expect((await feedOf(NEIGHBOURS, order)).map(({ type }: { type: string }) => type)).toContain('DEADLINE_OVERDUE');
    await office.move('answerTransfer', seen, answer(seen, false), NEIGHBOURS);
    expect((await ofDocument(NEIGHBOURS)).data.caseDocument).toBeNull();
    expect((await ofDocument(OFFICER)).data.caseDocument).toEqual({ id: filing });
    expect((await feedOfDocument(letter)).at(-1)).toEqual({ type: 'TOMBSTONE', subjectId: letter, isTombstone: true });
  });

  test('who takes a case over goes on with it in a case of its own; asked again under the key, it has the same answer', async () => {
    const act = { place: '示例交界处', actOn: '2026-03-02' };
    const first = await office.investigate(await office.filed({}, act));
    const seen = await handedTo(NEIGHBOUR_GOVERNMENT.creditCode, first);
    const input = { caseId: seen.id, expectedVersion: seen.version, ...answer(seen, true), idempotencyKey: `take-over-${engine}` };
    expect(await office.refused('answerTransfer', { ...seen, version: 1 }, answer(seen, true), NEIGHBOURS)).toBe('STALE_VERSION');
    const taken = await office.does('answerTransfer', input, NEIGHBOURS);
    expect(taken.state).toBe('CLOSED');
    expect(await office.does('answerTransfer', input, NEIGHBOURS)).toMatchObject({ id: seen.id, version: taken.version });
    expect(await office.refused('answerTransfer', taken, answer(seen, true), NEIGHBOURS)).toBe('MOVE_NOT_ALLOWED');
    const own = { divisionCode: NEIGHBOUR, source: 'TRANSFER', officerIds: ['neighbour', 'neighbour-two'] };
    const again = await office.does('fileCase', office.filing(own, { ...act, sameActAs: seen.id }), NEIGHBOURS);
    expect(again.state).toBe('FILED');
    expect((await office.refusal('fileCase', office.filing({}, act)))[1]).toBe('FILED_ALREADY');
  });

  test('an organ that is none of the graph answers on paper, and nobody transfers to themselves', async () => {
    const seen = await handedTo('11410225DEM000006H');
    expect(await office.see(seen.id, CASE)).toMatchObject({ receivers: [{ recipientDivision: null }] });
    expect((await office.move('answerTransfer', seen, answer(seen, true))).state).toBe('CLOSED');
    const to = { kind: 'JURISDICTION', recipient: '示例', recipientCreditCode: GOVERNMENT.creditCode, reason: '示例' };
    const other = await office.filed();
    expect(await office.refused('transferCase', other, to)).toBe('TRANSFER_TO_SELF');
    expect(await office.refused('transferCase', other, { ...to, kind: 'RECLAIM' })).toBe('TRANSFER_KIND');
  });

  test('行政处罚法§24: open cases of a power that is taken back are the department’s on the day, once, and it cannot return them', async () => {
    const handed = await office.investigate(await office.filed({ powerId: 'handed' }));
    const finished = await office.filed({ powerId: 'finished' });
    const decided = await office.decided('1000', { filing: { powerId: 'handed' } });
    const suspect = await office.move('transferCase', await office.filed({ powerId: 'handed' }), CRIME);
    const states = () => Promise.all([handed, finished, decided, suspect].map(async ({ id }) => (await office.see(id)).state));
    office.on('2026-03-31');
    await office.scheduler.runDue();
    expect(await states()).toEqual(['INVESTIGATING', 'FILED', 'DECIDED', 'FILED']);
    office.on('2026-04-01');
    await office.scheduler.runDue();
    expect(await states()).toEqual(['TRANSFERRED', 'FILED', 'DECIDED', 'FILED']);
    office.on('2026-04-02');
    await office.scheduler.runDue();
    const course = await office.see(handed.id, `${CASE} version timeline { action actor legalBasis note }`, DEPARTMENTS);
    expect(course).toMatchObject({
      receivers: [
        {
          kind: 'RECLAIM',
          state: 'HANDED_OVER',
          recipient: '兰考县城市管理局',
          recipientCreditCode: DEPARTMENT.creditCode,
          recipientDivision: { code: COUNTY },
        },
      ],
      availableActions: ['answerTransfer'],
    });
    const handovers = course.timeline.filter(({ action }: { action: string }) => action === 'handOverTransfer');
    expect(handovers).toEqual([expect.objectContaining({ actor: null, legalBasis: '示例省政府调整决定' })]);
    expect((await feedOf(DEPARTMENTS, handed)).map(({ type }: { type: string }) => type)).toContain('CASE_HAND_OVER_TRANSFER');
    const { transfers } = await office.see(handed.id, 'transfers { id }');
    const seen = { ...course, id: handed.id, transfers } as Seen;
    expect(await office.refused('answerTransfer', seen, answer(seen, false), DEPARTMENTS)).toBe('RECLAIM_BINDS');
    const bureau = { ...DEPARTMENTS, organization: '11410225DEM000006H' };
    expect(await office.refused('answerTransfer', seen, answer(seen, true), bureau)).toBe('NOT_YOUR_CASE');
    expect((await office.move('answerTransfer', seen, answer(seen, true), DEPARTMENTS)).state).toBe('CLOSED');
    // What was on its way to the police follows once it is not any more.
    await office.move('decideTransfer', suspect, { ...last(suspect), isApproved: false, reason: '不构成犯罪' }, HEAD);
    office.on('2026-04-03');
    await office.scheduler.runDue();
    expect((await office.see(suspect.id)).state).toBe('TRANSFERRED');
  });
});
