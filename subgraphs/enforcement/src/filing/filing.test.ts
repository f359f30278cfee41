import { citizenCheckCharacter } from '@township-graph/shared/citizen-id';
import { OutboxEvent } from '@township-graph/shared/command/outbox-event.entity';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES } from '@township-graph/shared/testing/database';
import { EnforcementCase } from '../case/case.entity';
import { CaseOffice, FINE_OF, HEAD, NEIGHBOURS, ORGANIZATION, PERSON } from '../case/testing/case-office';
import { COUNTY, DEPARTMENT, NEIGHBOUR, NEIGHBOUR_GOVERNMENT } from '../case/testing/people-and-powers';
import { PowerGrant } from '../power-grant/power-grant.entity';

describe.each(ENGINES)('filing on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const whyNot = async (change: object, act: object = {}) => (await office.refusal('fileCase', office.filing(change, act)))[1];

  test('行政处罚法§17, §24: a township without the power on that day does not file', async () => {
    expect(await office.refusal('fileCase', office.filing({ powerId: 'foreign' }))).toEqual([expect.any(String), 'POWER_NOT_HELD']);
    expect(await office.refusal('decideOnTheSpot', office.onTheSpot({ powerId: 'foreign' }))).toEqual([
      expect.any(String),
      'POWER_NOT_HELD',
    ]);
    expect(await whyNot({ powerId: 'nothing' })).toBe('POWER_NOT_HELD');
    office.on('2026-04-01');
    expect(await whyNot({ powerId: 'finished' })).toBe('POWER_NOT_HELD');
  });

  test('行政处罚法§20: an entrusted power is exercised in the department’s name, and numbered by it', async () => {
    const seen = await office.filed({ powerId: 'entrusted' });
    expect(seen.caseNumber).toBe('兰城市管理罚立字〔2026〕1号');
    const { organ, grantMode } = await office.see(seen.id, 'organ { creditCode name } grantMode');
    expect({ organ, grantMode }).toEqual({ organ: DEPARTMENT, grantMode: 'ENTRUSTED' });
  });

  test('行政处罚法§24: after a reclaim open cases follow the rule of the grant', async () => {
    const finished = await office.filed({ powerId: 'finished' });
    const handed = await office.filed({ powerId: 'handed' });
    office.on('2026-04-01');
    expect((await office.investigate(finished)).state).toBe('INVESTIGATING');
    const given = { officerIds: ['one', 'two'], showedCertificates: true, evidence: [] };
    expect(await office.refused('recordInvestigation', handed, given)).toBe('POWER_ENDED');
    const transfer = { kind: 'JURISDICTION', recipient: '兰考县城市管理局', reason: '权限收回' };
    expect((await office.move('transferCase', handed, transfer)).transfers).toHaveLength(1);
  });

  test.each([
    [['one'], 'TOO_FEW_OFFICERS'],
    [['one', 'one'], 'TOO_FEW_OFFICERS'],
    [['one', 'lapsed'], 'OFFICER_NOT_CERTIFIED'],
    [['one', 'two', 'auxiliary'], 'OFFICER_NOT_CERTIFIED'],
    [['one', 'stranger'], 'OFFICER_NOT_CERTIFIED'],
    [['one', 'neighbour'], 'OFFICER_ELSEWHERE'],
  ])('行政处罚法§42: two certified officers, no auxiliary staff: %j is refused with %s', async (officerIds, reason) => {
    expect(await whyNot({ officerIds })).toBe(reason);
    expect((await office.refusal('decideOnTheSpot', office.onTheSpot({ officerIds })))[1]).toBe(reason);
  });

  test('行政处罚法§36: found two years and a day later, it is not filed; five years where life was touched and harm was done', async () => {
    expect(await whyNot({}, { actOn: '2024-03-01' })).toBe('TIME_BARRED');
    expect((await office.filed({}, { actOn: '2024-03-02' })).state).toBe('FILED');
    expect(await whyNot({ powerId: 'life' }, { actOn: '2024-03-01' })).toBe('TIME_BARRED');
    expect((await office.filed({ powerId: 'life' }, { actOn: '2021-03-02', harm: 'SERIOUS' })).state).toBe('FILED');
    expect((await office.filed({}, { actOn: '2020-01-01', isContinuing: true })).state).toBe('FILED');
    expect(await whyNot({}, { actOn: '2020-01-01', isContinuing: true, endedOn: '2024-03-01' })).toBe('TIME_BARRED');
  });

  test('行政处罚法§25, §29: one act of one party is filed once, and again when it came to nothing', async () => {
    const filing = office.filing();
    const first = await office.does('fileCase', filing);
    expect(await office.refusal('fileCase', filing)).toEqual(['CONFLICT', 'FILED_ALREADY']);
    await office.move('terminateCase', first, { reason: '当事人注销' }, HEAD);
    expect((await office.does('fileCase', filing)).state).toBe('FILED');
  });

  test('行政处罚法§29: one act that breaks two norms is fined once, also on the spot, also by two at once', async () => {
    const first = await office.decided('1000');
    const second = office.filing({ powerId: 'life' }, { sameActAs: first.id });
    expect((await office.refusal('fileCase', { ...second, party: PERSON }))[1]).toBe('NOT_FOUND');
    const other = await office.does('fileCase', second);
    let seen = await office.ordered(await office.investigate(other));
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
    seen = await office.waive(await office.notify(seen, [{ kind: 'WARNING' }, ...FINE_OF('1000')]));
    expect(await office.whyNotDecided(seen)).toBe('SECOND_FINE');
    expect((await office.decide(seen, [{ kind: 'WARNING' }])).state).toBe('DECIDED');
    const spot = await office.refusal('decideOnTheSpot', office.onTheSpot({ powerId: 'uncoercive' }, { sameActAs: first.id }));
    expect(spot[1]).toBe('SECOND_FINE');
  });

  test.each([
    [{ penalties: FINE_OF('3000.01') }, {}, 'SIMPLE_CAP'],
    [{ penalties: FINE_OF('200.01'), party: PERSON }, {}, 'SIMPLE_CAP'],
    [{ penalties: [{ kind: 'SUSPENSION_OF_BUSINESS' }] }, {}, 'SIMPLE_KIND'],
    [{ showedCertificates: false }, {}, 'CERTIFICATES_NOT_SHOWN'],
    [{ toldRights: false }, {}, 'NOTICE_MISSING'],
    [{}, { gains: '100' }, 'GAINS_NOT_CONFISCATED'],
    [{}, { actOn: '2023-01-01' }, 'TIME_BARRED'],
    [{ evidence: ' ' }, {}, 'TEXT_LENGTH'],
    [{ cashGround: 'SMALL', receiptNumber: 'DEMO1' }, {}, 'CASH_FORBIDDEN'],
    [{ penalties: FINE_OF('500'), cashGround: 'HARD_TO_ENFORCE' }, {}, 'RECEIPT_MISSING'],
    [{ cashGround: 'REMOTE_PLACE', receiptNumber: 'DEMO1' }, {}, 'CASH_NOT_ASKED'],
    [{ party: { ...PERSON, idNumber: '990000201503020016' }, penalties: FINE_OF('100') }, {}, 'IDENTITY_NUMBER'],
  ])('行政处罚法§42–52, §68–70: on the spot, %j with %j is refused with %s', async (change, act, reason) => {
    expect((await office.refusal('decideOnTheSpot', office.onTheSpot(change, act)))[1]).toBe(reason);
  });

  test('行政处罚法§30: a child is not punished on the spot, a minor only with mitigation', async () => {
    const born = (first17: string) => ({ ...PERSON, idNumber: `${first17}${citizenCheckCharacter(first17)}` });
    const child = born('99000020150302001');
    const minor = born('99000020100302001');
    const whyNotSpot = async (change: object) =>
      (await office.refusal('decideOnTheSpot', office.onTheSpot({ penalties: FINE_OF('100'), ...change })))[1];
    expect(await whyNotSpot({ party: child })).toBe('PENALTY_FORBIDDEN');
    expect(await whyNotSpot({ party: minor })).toBe('MITIGATION_MISSING');
    expect(await whyNotSpot({ party: minor, mitigation: '未成年人，从轻' })).toBeUndefined();
  });

  test('行政处罚法§52, §68, §71: decided, served and paid in cash on the spot; reported and remitted before it is closed', async () => {
    const given = { party: PERSON, penalties: FINE_OF('100'), cashGround: 'SMALL', receiptNumber: 'DEMO0001', statement: '下次注意' };
    let seen = await office.does('decideOnTheSpot', office.onTheSpot(given));
    expect(seen).toMatchObject({ state: 'EXECUTING', isPaidUp: true, statement: 'HEARD', outcome: 'PENALTY' });
    expect(seen.decision.documentNumber).toMatch(/^兰三义寨当罚字〔2026〕\d+号$/);
    expect(await office.refused('closeCase', seen, { reason: '履行完毕' })).toBe('NOT_REPORTED');
    seen = await office.move('reportDecision', seen);
    expect(await office.refused('reportDecision', seen)).toBe('ALREADY_REPORTED');
    expect(await office.refused('closeCase', seen, { reason: '履行完毕' })).toBe('CASH_NOT_REMITTED');
    const cash = { paymentId: seen.payments[0].id, on: '2026-03-02' };
    expect(await office.refused('remitCash', seen, cash)).toBe('CASH_NOT_HANDED_IN');
    office.on('2026-03-04');
    expect(await office.refused('handInCash', seen, { ...cash, on: '2026-03-01' })).toBe('PAYMENT_DAY');
    seen = await office.move('handInCash', seen, { ...cash, on: '2026-03-04' });
    expect(await office.refused('handInCash', seen, cash)).toBe('HANDED_IN_ALREADY');
    // Two working days to the organ, and two more to the bank.
    office.on('2026-03-06');
    expect(await office.refused('remitCash', seen, { ...cash, on: '2026-03-03' })).toBe('PAYMENT_DAY');
    seen = await office.move('remitCash', seen, { ...cash, on: '2026-03-06' });
    expect(await office.refused('handInCash', seen, cash)).toBe('NOTHING_TO_REMIT');
    expect((await office.see(seen.id, 'deadlines { kind state dueOn }')).deadlines).toEqual(
      expect.arrayContaining([
        { kind: 'CASH_HAND_IN', state: 'MET', dueOn: '2026-03-04' },
        { kind: 'REMITTANCE', state: 'MET', dueOn: '2026-03-06' },
      ]),
    );
    expect((await office.move('closeCase', seen, { reason: '履行完毕' })).state).toBe('CLOSED');
    const warned = await office.does('decideOnTheSpot', office.onTheSpot({ penalties: [{ kind: 'WARNING' }] }));
    expect(warned).toMatchObject({ state: 'SERVED', isPaidUp: null });
  });

  test('numbers have no gap and no double when twelve are filed at once, and a refused filing takes none', async () => {
    const before = Number(/(\d+)号$/.exec((await office.filed()).caseNumber!)![1]);
    await whyNot({ officerIds: ['one'] });
    const all = await Promise.all(Array.from({ length: 12 }, () => office.filed()));
    const serials = all.map(({ caseNumber }) => Number(/(\d+)号$/.exec(caseNumber!)![1])).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 12 }, (_, index) => before + 1 + index));
    office.on('2027-01-04');
    expect((await office.filed()).caseNumber).toBe('兰三义寨罚立字〔2027〕1号');
  });

  test('two organs whose words are the same do not number alike: the second is refused', async () => {
    const number = (await office.filed()).caseNumber!.replace(/\d+号$/, '1号');
    const { manager } = office.opened.database;
    const named = (holderName: string) => manager.update(PowerGrant, { id: 'g-neighbour' }, { holderName });
    await named('兰考县三义寨街道办事处');
    const given = office.filing({ divisionCode: NEIGHBOUR, officerIds: ['neighbour', 'neighbour-two'] });
    const file = async () => (await office.tryTo('fileCase', given, NEIGHBOURS)).errors?.[0]?.extensions;
    for (const refusal of [await file(), await file()]) expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'NUMBER_TAKEN', number });
    expect(await manager.countBy(EnforcementCase, { divisionCode: NEIGHBOUR })).toBe(0);
    await named(NEIGHBOUR_GOVERNMENT.name);
    expect((await office.does('fileCase', given, NEIGHBOURS)).caseNumber).toBe('兰示例罚立字〔2026〕1号');
  });

  test('who files while the power is taken back does so before it is, or not at all', async () => {
    const reclaim = {
      grantId: 'g-granted',
      expectedVersion: 1,
      powerIds: ['uncoercive'],
      effectiveOn: '2026-03-02',
      openCases: 'HAND_OVER',
    };
    const decided = { ...reclaim, legalBasis: '示例决定', documentNumber: '示例政〔2026〕3号' };
    const manager = viewerOf([COUNTY], ['enforcement:manage']);
    const reclaiming = 'mutation ($input: ReclaimPowerInput!) { reclaimPower(input: $input) { powerGrant { version } } }';
    const file = () => office.tryTo('fileCase', office.filing({ powerId: 'uncoercive' }));
    const [reclaimed, ...filed] = await Promise.all([
      office.ask(reclaiming, manager, { input: decided }),
      ...Array.from({ length: 6 }, file),
    ]);
    expect(reclaimed.errors).toBeUndefined();
    const reasons = filed.map(({ errors }) => errors?.[0]?.extensions.reason ?? 'FILED');
    expect(reasons.filter((reason) => !['FILED', 'POWER_NOT_HELD'].includes(String(reason)))).toEqual([]);
    const ids = filed.flatMap(({ data }) => data?.fileCase?.case.id ?? []);
    const events = await office.opened.database.manager.find(OutboxEvent, { order: { sequence: 'ASC' } });
    const course = events.filter(({ type, subjectId }) => type === 'POWER_RECLAIMED' || ids.includes(subjectId));
    expect(course.at(-1)!.type).toBe('POWER_RECLAIMED');
    expect(await whyNot({ powerId: 'uncoercive' })).toBe('POWER_NOT_HELD');
  });

  test('bad input is told by its reason', async () => {
    expect(await whyNot({ divisionCode: '410225201201' })).toBe('NOT_YOUR_CASE');
    expect(await whyNot({ divisionCode: NEIGHBOUR })).toBe('NOT_FOUND');
    expect(await whyNot({}, { actOn: '2026-03-03' })).toBe('ACT_DAYS');
    expect(await whyNot({}, { endedOn: '2026-03-02' })).toBe('ACT_DAYS');
    expect(await whyNot({ party: { ...ORGANIZATION, idNumber: PERSON.idNumber } })).toBe('PARTY_IDENTITY');
    expect(await whyNot({ party: { ...PERSON, idNumber: '990000198502280011' } })).toBe('IDENTITY_NUMBER');
    expect(await whyNot({}, { gains: '-1' })).toBe('AMOUNT');
    const clue = await office.does('registerClue', { divisionCode: '410225201', source: 'HOTLINE', facts: '举报', place: '示例路' });
    expect(await whyNot({ clueId: clue.id })).toBe('VERSION_MISSING');
    const dismissed = await office.move('dismissClue', clue, { reason: '不属本机关管辖', passedOnTo: '示例局' });
    expect(dismissed.state).toBe('DISMISSED');
    expect(await whyNot({ clueId: clue.id, expectedVersion: dismissed.version })).toBe('MOVE_NOT_ALLOWED');
  });
});
