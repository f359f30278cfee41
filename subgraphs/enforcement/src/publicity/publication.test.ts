import { ENGINES } from '@township-graph/shared/testing/database';
import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { CaseOffice, FINE_OF, HEAD, OFFICER, PERSON, type Seen } from '../case/testing/case-office';
import { COUNTY, GOVERNMENT, NEIGHBOUR, TOWNSHIP } from '../case/testing/people-and-powers';

const FIELDS = `id state version partyKind partyName partyCreditCode partyRepresentative documentNumber cause domain facts legalBasis penaltyKinds
  penalties licence fine confiscated decidedOn validUntil organ { creditCode name } source { creditCode } division { code } publishedOn
  publicUntil withholdingGround withdrawalGround withdrawnOn reason deadlines { kind state dueOn }`;
const AT_CASE = `id version publicity { ${FIELDS} } decision { deadlines { kind state dueOn basis } } timeline { action note legalBasis }`;
const WHY = '社会关注度高，具有一定社会影响';
const at = (viewer: Viewer, code: string): Viewer => ({ ...viewer, divisions: [{ code }] });

describe.each(ENGINES)('publicity on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const tryTo = (name: string, input: object, who: Viewer = HEAD) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return office.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { publication { ${FIELDS} } } }`, who, { input });
  };
  const does = async (...given: Parameters<typeof tryTo>) => {
    const { data, errors } = await tryTo(...given);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[given[0]].publication;
  };
  const refusal = async (...given: Parameters<typeof tryTo>) => {
    const { errors } = await tryTo(...given);
    return [errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.reason];
  };
  const of = ({ id, version }: Seen, more: object = {}) => ({ caseId: id, expectedVersion: version, reason: WHY, ...more });
  const publish = (seen: Seen, more: object = {}) => does('publishDecision', of(seen, more));
  const withdraw = ({ id, version }: Seen, ground: string, more: object = {}) => ({
    publicationId: id,
    expectedVersion: version,
    ground,
    reason: '复议机关撤销',
    ...more,
  });
  /** What anybody reads. */
  const listed = async (args = '', who: Viewer = ANONYMOUS) => {
    const { data, errors } = await office.ask(`{ publishedDecisions${args} { totalCount nodes { ${FIELDS} } } }`, who);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.publishedDecisions;
  };
  const isListed = async (id: string, who?: Viewer) =>
    (await listed('(first: 100)', who)).nodes.some((each: { id: string }) => each.id === id);
  const serve = async (seen: Seen) => office.serve(seen, '2026-03-02');

  test('§48: anybody reads what is published, an organisation by name and code, and nothing of the case', async () => {
    const seen = await office.decided('1000');
    expect((await listed()).nodes.map(({ documentNumber }: { documentNumber: string }) => documentNumber)).not.toContain(
      seen.decision.documentNumber,
    );
    const made = await publish(seen);
    const [found] = (await listed(`(filter: { documentNumber: "${seen.decision.documentNumber}" })`)).nodes;
    expect(found).toEqual({ ...made, deadlines: [] });
    expect(found).toMatchObject({
      state: 'PUBLISHED',
      partyKind: 'ORGANIZATION',
      partyName: '示例商贸有限公司',
      partyCreditCode: '91410225DEM000049N',
      cause: '示例：占道经营',
      domain: '城市管理',
      legalBasis: '示例条例§1',
      penaltyKinds: ['FINE'],
      penalties: '罚款人民币1000元（大写：壹仟元整）。',
      fine: '1000.00',
      confiscated: '0.00',
      organ: GOVERNMENT,
      source: { creditCode: GOVERNMENT.creditCode },
      division: { code: TOWNSHIP },
      publishedOn: '2026-03-02',
      publicUntil: '2026-06-02',
      reason: null,
    });
    expect(JSON.stringify(await listed())).not.toContain('示例路1号');
    const { data } = await office.ask('query ($id: ID) { enforcementCase(id: $id) { id } }', ANONYMOUS, { id: seen.id });
    expect(data.enforcementCase).toBeNull();
  });

  test('a natural person is masked, without number or address, also in the facts', async () => {
    const party = { ...PERSON, phone: '13800000000' };
    const seen = await office.decide(await office.waive(await office.notified('1000', { filing: { party } })), FINE_OF('1000'), {
      facts: '示例甲（990000198502280010，住兰考县三义寨乡某村1号，13800000000）占道经营，证人王某在场',
    });
    const made = await publish(seen);
    expect(made).toMatchObject({ partyName: '示*', partyCreditCode: null, partyRepresentative: null });
    expect(made.facts).toBe('示*（***，住***，***）占道经营，证人王某在场');
    const text = JSON.stringify((await listed('(first: 100)')).nodes);
    for (const each of ['示例甲', '990000198502280010', '某村1号', '13800000000']) expect(text).not.toContain(each);
    const rows = JSON.stringify(await office.opened.database.manager.query('SELECT * FROM decision_publication'));
    for (const each of ['示例甲', '990000198502280010', '13800000000']) expect(rows).not.toContain(each);
  });

  test('facts may be published without what third parties need not have read of them', async () => {
    const made = await publish(await office.decided(), { facts: '占道经营，经现场检查属实；电话13812345678' });
    expect(made.facts).toBe('占道经营，经现场检查属实；电话***');
  });

  test('nothing of a minor is published, and of unknown age only who is said to be of age', async () => {
    const young = { kind: 'INDIVIDUAL', name: '示例少年', idNumber: '990000201001010017', address: '某村' };
    const seen = await office.decide(
      await office.waive(
        await office.notify(await office.investigated({ filing: { party: young } }), FINE_OF('50'), { mitigation: '未成年' }),
      ),
      FINE_OF('50'),
      { mitigation: '已满十四周岁不满十八周岁' },
    );
    expect(await refusal('publishDecision', of(seen, { isAdultConfirmed: true }))).toEqual(['CONFLICT', 'PARTY_MINOR']);
    const withheld = await does('withholdPublication', of(seen, { ground: 'MINOR', reason: '当事人为未成年人' }));
    expect(withheld).toMatchObject({ state: 'WITHHELD', withholdingGround: 'MINOR', partyName: '示*' });
    expect(await isListed(withheld.id)).toBe(false);
    const { idNumber: _, ...unknown } = PERSON;
    const other = await office.decided('1000', { filing: { party: unknown } });
    expect(await refusal('publishDecision', of(other))).toEqual(['CONFLICT', 'AGE_UNKNOWN']);
    expect((await publish(other, { isAdultConfirmed: true })).state).toBe('PUBLISHED');
  });

  test('§48①: seven working days to publish, beyond the end of the case; what is late shows red, what is done is met', async () => {
    let seen = await serve(await office.decided());
    const clocks = async () => (await office.see(seen.id, AT_CASE)).decision.deadlines;
    expect(await clocks()).toEqual([
      { kind: 'PUBLICATION', state: 'RUNNING', dueOn: '2026-03-11', basis: expect.stringContaining('行政处罚法§48') },
    ]);
    seen = await office.pay(seen, '1000', '2026-03-02');
    seen = await office.move('checkCorrection', seen, { orderId: seen.corrections[0].id, isCorrected: true, finding: '已改正' });
    seen = await office.move('closeCase', seen, { reason: '履行完毕' });
    office.on('2026-03-12');
    expect(await clocks()).toMatchObject([{ state: 'OVERDUE' }]);
    const spot = await office.does('decideOnTheSpot', office.onTheSpot());
    await publish(spot);
    expect((await office.see(spot.id, AT_CASE)).decision.deadlines).toMatchObject([{ kind: 'PUBLICATION', state: 'MET' }]);
    expect((await publish(seen)).publishedOn).toBe('2026-03-12');
  });

  test('not to publish is a choice on record, for its own organ to read, and a later choice may differ', async () => {
    const seen = await office.decided();
    const input = of(seen, { ground: 'NO_SOCIAL_IMPACT', reason: '轻微，无社会影响' });
    const withheld = await does('withholdPublication', input);
    expect([await isListed(withheld.id), await isListed(withheld.id, HEAD)]).toEqual([false, false]);
    const one = async (who: Viewer) =>
      (await office.ask('query ($id: ID!) { publishedDecision(id: $id) { reason } }', who, { id: withheld.id })).data.publishedDecision;
    expect(await one(OFFICER)).toEqual({ reason: '轻微，无社会影响' });
    for (const who of [ANONYMOUS, at(OFFICER, NEIGHBOUR), { ...OFFICER, scopes: [] }]) expect(await one(who)).toBeNull();
    const made = await publish(seen);
    const { publicity, timeline, decision } = await office.see(seen.id, AT_CASE);
    expect(publicity.map(({ state }: { state: string }) => state)).toEqual(['LIFTED', 'PUBLISHED']);
    expect(decision.deadlines).toMatchObject([{ kind: 'PUBLICATION', state: 'LAPSED' }]);
    expect(timeline.slice(-2)).toEqual([
      { action: 'withholdPublication', note: '轻微，无社会影响', legalBasis: '行政处罚法§48①' },
      { action: 'publishDecision', note: WHY, legalBasis: '行政处罚法§48①' },
    ]);
    expect(await isListed(made.id)).toBe(true);
  });

  test('§48②: a decision that was revoked is withdrawn in three working days, and anybody reads why', async () => {
    const seen = await serve(await office.decided());
    const made = await publish(seen);
    expect(await refusal('withdrawPublication', withdraw(made, 'REVOKED'))).toEqual(['CONFLICT', 'GROUND_UNFOUNDED']);
    await office.move('revokeDecision', seen, { reason: '适用法律错误', legalBasis: '自行撤销' }, HEAD);
    const [standing] = (await office.see(seen.id, AT_CASE)).publicity;
    expect(standing.deadlines).toEqual([{ kind: 'WITHDRAWAL', state: 'RUNNING', dueOn: '2026-03-05' }]);
    expect(await isListed(made.id)).toBe(true);
    const withdrawn = await does('withdrawPublication', withdraw(made, 'REVOKED'));
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', version: 2, withdrawnOn: '2026-03-02', deadlines: [{ state: 'MET' }] });
    expect(await isListed(made.id, HEAD)).toBe(false);
    const told = await office.ask(
      '{ withdrawnDecisions(first: 1) { nodes { id documentNumber ground reason withdrawnOn organ { name } division { code } } } }',
    );
    expect(told.data.withdrawnDecisions.nodes).toEqual([
      {
        id: made.id,
        documentNumber: seen.decision.documentNumber,
        ground: 'REVOKED',
        reason: '复议机关撤销',
        withdrawnOn: '2026-03-02',
        organ: { name: GOVERNMENT.name },
        division: { code: TOWNSHIP },
      },
    ]);
    const again = await office.see(seen.id, AT_CASE);
    expect(await refusal('publishDecision', of(again))).toEqual(['CONFLICT', 'DECISION_NOT_STANDING']);
    expect(await refusal('withdrawPublication', withdraw(withdrawn, 'ERROR'))).toEqual(['CONFLICT', 'NOT_PUBLISHED']);
  });

  test('§48②: a decision that is made anew is published once the revoked one is withdrawn', async () => {
    let seen = await serve(await office.decided());
    const made = await publish(seen);
    seen = await office.move('fileRemedy', seen, { kind: 'LITIGATION', body: '示例机关', filedOn: '2026-03-02' });
    const redo = { ground: 'PROCEDURE' };
    const remedyId = seen.remedies[0].id;
    seen = await office.move('concludeRemedy', seen, { remedyId, outcome: 'REVOKED', concludedOn: '2026-03-02', redo });
    expect((await office.see(seen.id, AT_CASE)).publicity[0].deadlines).toMatchObject([{ kind: 'WITHDRAWAL', state: 'RUNNING' }]);
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
    seen = await office.waive(await office.notify(seen, FINE_OF('1000')));
    seen = await office.decide(seen, FINE_OF('1000'));
    expect(await refusal('publishDecision', of(seen))).toEqual(['CONFLICT', 'ALREADY_PUBLISHED']);
    expect(await does('withdrawPublication', withdraw(made, 'REVOKED'))).toMatchObject({ state: 'WITHDRAWN' });
    const again = await publish(seen);
    expect(again.documentNumber).toBe(seen.decision.documentNumber);
    expect(again.documentNumber).not.toBe(made.documentNumber);
    expect([await isListed(made.id), await isListed(again.id)]).toEqual([false, true]);
    expect((await office.see(seen.id, AT_CASE)).decision.deadlines).toMatchObject([{ kind: 'PUBLICATION', state: 'MET' }]);
  });

  test('§48②: what review changed is withdrawn, and published as it is now; what is found unlawful is not again', async () => {
    let seen = await serve(await office.decided());
    const made = await publish(seen);
    const remedy = async (kind: string, outcome: string, more: object = {}) => {
      seen = await office.move('fileRemedy', seen, { kind, body: '示例机关', filedOn: '2026-03-02' });
      const open = seen.remedies.find((each: { outcome: unknown }) => each.outcome === null);
      seen = await office.move('concludeRemedy', seen, { remedyId: open.id, outcome, concludedOn: '2026-03-02', ...more });
    };
    await remedy('REVIEW', 'UPHELD');
    const clock = async () => (await office.see(seen.id, AT_CASE)).publicity.at(-1).deadlines;
    expect(await clock()).toEqual([]);
    await remedy('REVIEW', 'CHANGED', { penalties: FINE_OF('600') });
    expect(await clock()).toMatchObject([{ kind: 'WITHDRAWAL', state: 'RUNNING' }]);
    await does('withdrawPublication', withdraw(made, 'CHANGED', { reason: '经复议变更' }));
    const next = await publish(seen);
    expect([next.id === made.id, next.fine]).toEqual([false, '600.00']);
    expect(await refusal('withdrawPublication', withdraw(next, 'CHANGED'))).toEqual(['CONFLICT', 'GROUND_UNFOUNDED']);
    await remedy('LITIGATION', 'UNLAWFUL');
    expect(await clock()).toMatchObject([{ kind: 'WITHDRAWAL', state: 'RUNNING' }]);
    await does('withdrawPublication', withdraw(next, 'UNLAWFUL'));
    expect(await refusal('publishDecision', of(seen))).toEqual(['CONFLICT', 'DECISION_NOT_STANDING']);
  });

  test('when its period ends it is hidden by the day itself, and its organ still sees it', async () => {
    const seen = await office.decided();
    const { id, publicUntil } = await publish(seen);
    office.on(publicUntil);
    expect(await isListed(id)).toBe(true);
    office.on('2026-06-03');
    expect([await isListed(id), await isListed(id, HEAD)]).toEqual([false, false]);
    expect((await office.see(seen.id, AT_CASE)).publicity).toMatchObject([{ id, state: 'PUBLISHED' }]);
  });

  test('filters, orders, pages, totals; at the division and at the organ', async () => {
    const { totalCount } = await listed();
    const first = await office.ask('{ publishedDecisions(first: 2, orderBy: DECIDED) { nodes { id } pageInfo { endCursor } } }');
    const { endCursor } = first.data.publishedDecisions.pageInfo;
    const rest = await listed(`(first: 100, orderBy: DECIDED, after: "${endCursor}")`);
    const ids = [...first.data.publishedDecisions.nodes, ...rest.nodes].map(({ id }) => id);
    expect([new Set(ids).size, totalCount]).toEqual([totalCount, ids.length]);
    const count = async (filter: string) => (await listed(`(filter: ${filter})`)).totalCount;
    expect(await count('{ divisionCode: "410225" }')).toBe(totalCount);
    expect(await count(`{ divisionCode: "${NEIGHBOUR}" }`)).toBe(0);
    expect(await count('{ domain: ["城市管理"], penaltyKind: [WARNING, FINE] }')).toBe(totalCount);
    expect(await count('{ penaltyKind: [WARNING] }')).toBe(0);
    expect(await count('{ penaltyKind: [] }')).toBe(0);
    const [people, companies] = [await count('{ partyKind: [INDIVIDUAL] }'), await count('{ partyKind: [ORGANIZATION] }')];
    expect([people > 0, people + companies]).toEqual([true, totalCount]);
    expect(await count('{ publishedOn: { from: "2026-03-03" } }')).toBeLessThan(totalCount);
    expect(await count('{ decidedOn: { from: "2026-03-02", to: "2026-03-03" } }')).toBeGreaterThan(0);
    expect(await count('{ partyCreditCode: "91410225DEM000049N" }')).toBe(companies);
    const query = `query ($in: [_Any!]!) { _entities(representations: $in) {
      ... on Division { publishedDecisions { totalCount } } ... on Organization { publishedDecisions { totalCount } } ... on DecisionPublication { id } } }`;
    const representations = [
      { __typename: 'Division', code: TOWNSHIP },
      { __typename: 'Organization', creditCode: GOVERNMENT.creditCode },
      { __typename: 'DecisionPublication', id: ids[0] },
    ];
    const { data } = await office.ask(query, ANONYMOUS, { in: representations });
    expect(data._entities).toEqual([{ publishedDecisions: { totalCount } }, { publishedDecisions: { totalCount } }, { id: ids[0] }]);
  });

  test('a neighbour finds no case, the county acts for nobody, an officer does not publish, a stale reader reads again', async () => {
    const undecided = await office.filed();
    expect(await refusal('publishDecision', of(undecided))).toEqual(['CONFLICT', 'DECISION_MISSING']);
    const seen = await office.decided();
    const input = of(seen);
    expect(await refusal('publishDecision', input, at(HEAD, NEIGHBOUR))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await refusal('publishDecision', input, at(HEAD, COUNTY))).toEqual(['FORBIDDEN', 'NOT_YOUR_CASE']);
    expect(await refusal('publishDecision', input, OFFICER)).toEqual(['FORBIDDEN', 'SCOPE_MISSING']);
    expect(await refusal('publishDecision', input, ANONYMOUS)).toEqual(['UNAUTHENTICATED', 'TOKEN_REQUIRED']);
    expect(await refusal('publishDecision', { ...input, expectedVersion: 1 })).toEqual(['CONFLICT', 'STALE_VERSION']);
    const keyed = { ...input, idempotencyKey: 'publish-once' };
    const made = await does('publishDecision', keyed);
    expect(await does('publishDecision', keyed)).toEqual(made);
    expect(await refusal('publishDecision', input)).toEqual(['CONFLICT', 'ALREADY_PUBLISHED']);
    expect(await refusal('withdrawPublication', withdraw(made, 'ERROR'), at(HEAD, NEIGHBOUR))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await refusal('withdrawPublication', withdraw(made, 'ERROR'), at(HEAD, COUNTY))).toEqual(['FORBIDDEN', 'NOT_YOUR_CASE']);
    expect(await refusal('withdrawPublication', withdraw({ ...made, version: 9 }, 'ERROR'))).toEqual(['CONFLICT', 'STALE_VERSION']);
  });

  test('of two that publish one decision at once, one does', async () => {
    const input = of(await office.decided());
    const both = await Promise.all([tryTo('publishDecision', input), tryTo('publishDecision', input)]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions?.reason ?? 'done').sort()).toEqual(['ALREADY_PUBLISHED', 'done']);
  });

  test('what can be done about publicity is among the actions of the case', async () => {
    const seen = await office.decided('1000');
    const possible = async (who: Viewer = HEAD) => {
      const { availableActions } = await office.see(seen.id, 'availableActions', who);
      return availableActions.filter((name) => /Publication|publishDecision/.test(name)).toSorted();
    };
    expect(await possible()).toEqual(['publishDecision', 'withholdPublication']);
    expect(await possible(OFFICER)).toEqual([]);
    expect(await possible(at(HEAD, COUNTY))).toEqual([]);
    const made = await publish(seen);
    expect(await possible()).toEqual(['withdrawPublication']);
    await does('withdrawPublication', withdraw(made, 'ERROR'));
    expect(await possible()).toEqual(['publishDecision', 'withholdPublication']);
    await office.move('revokeDecision', seen, { reason: '示例', legalBasis: '示例' }, HEAD);
    expect(await possible()).toEqual([]);
  });
});
