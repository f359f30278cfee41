import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { Kind, parse, print } from 'graphql';
import { CaseOffice, FINE_OF, HEAD, OFFICER, ORGANIZATION, REVIEWER } from './testing/case-office';
import { TOWNSHIP } from './testing/people-and-powers';

/** The operations of the README's worked case, by name. */
function shownCase(): ReadonlyMap<string, string> {
  const readme = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
  const [, text = ''] = /### A case from the clue to the file\n\n```graphql\n([\s\S]*?)```/.exec(readme) ?? [];
  return new Map(
    parse(text).definitions.map((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.name!.value, print(each)] : ['', ''])),
  );
}

describe.each(ENGINES)('the case that the README shows, on %s', (engine) => {
  let office: CaseOffice;
  const shown = shownCase();
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
    office.on('2026-03-02');
  });
  afterAll(() => office.close());

  const does = async (name: string, variables: object, who: Viewer = OFFICER) => {
    const { data, errors } = await office.ask(shown.get(name)!, who, variables as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return data;
  };

  test('runs, and the desk is one query of six statements at most', async () => {
    const clue = (await does('Clue', { input: { divisionCode: TOWNSHIP, source: 'GRID', facts: '占道经营', place: '示例路1号' } }))
      .registerClue.case;
    const act = { facts: '占道经营', place: '示例路1号', actOn: '2026-03-02' };
    const filing = {
      clueId: clue.id,
      expectedVersion: clue.version,
      divisionCode: TOWNSHIP,
      source: 'GRID',
      powerId: 'granted',
      party: ORGANIZATION,
      act,
    };
    let seen = (await does('File', { input: { ...filing, officerIds: ['one', 'two'] } })).fileCase.case;
    const evidence = [{ kind: 'SITE_RECORD', name: '现场笔录', proves: '占道经营', isVerified: true }];
    const steps: [string, string, object, Viewer, string][] = [
      ['Investigate', 'recordInvestigation', { officerIds: ['one', 'two'], showedCertificates: true, evidence }, OFFICER, 'INVESTIGATING'],
      ['Order', 'orderCorrection', { content: '撤离', legalBasis: '示例条例§1', dueOn: '2026-03-02' }, OFFICER, 'INVESTIGATING'],
      ['Conclude', 'concludeInvestigation', { reviewGrounds: ['COMPLEX'], needsDeliberation: false }, OFFICER, 'INVESTIGATED'],
      ['Submit', 'submitForLegalReview', {}, OFFICER, 'LEGAL_REVIEW'],
      ['Review', 'reviewCase', { reviewerId: 'reviewer', result: 'PASSED', opinion: '同意' }, REVIEWER, 'REVIEWED'],
      ['Notify', 'notifyParty', { penalties: FINE_OF('1000'), facts: '占道经营', reasons: '事实清楚' }, OFFICER, 'NOTIFIED'],
      ['Hear', 'recordStatement', { content: '请求从轻', isAdopted: false, examination: '已属从轻' }, OFFICER, 'NOTIFIED'],
      ['Decide', 'decideCase', { outcome: 'PENALTY', facts: '占道经营，有现场笔录', penalties: FINE_OF('1000') }, HEAD, 'DECIDED'],
      ['Serve', 'serveDecision', { method: 'DIRECT', on: '2026-03-02' }, OFFICER, 'EXECUTING'],
      ['Pay', 'recordPayment', { purpose: 'FINE', amount: '1000', paidOn: '2026-03-02', channel: 'BANK' }, OFFICER, 'EXECUTING'],
    ];
    const take = async ([name, field, given, who, state]: (typeof steps)[number]) => {
      const data = await does(name, { input: { caseId: seen.id, expectedVersion: seen.version, ...given } }, who);
      seen = { ...seen, ...data[field].case };
      expect(seen.state).toBe(state);
    };
    for (const step of steps) await take(step);

    let desk: Awaited<ReturnType<typeof does>> = null;
    const statements = await office.opened.statementsOf(async () => {
      desk = await does('Desk', { township: TOWNSHIP }, HEAD);
    });
    expect(statements.length).toBeLessThanOrEqual(6);
    expect(desk.caseDesk).toMatchObject({
      openCases: [{ state: 'EXECUTING', cases: 1 }],
      clocks: [{ kind: 'CORRECTION', light: 'GREEN', clocks: 1 }],
      waiting: { undecidedRecusals: 0, restitutionsDue: 0 },
      officerLoad: [
        { cases: 1, officer: { id: 'one' } },
        { cases: 1, officer: { id: 'two' } },
      ],
    });

    const { enforcementCase } = await does('Course', { number: seen.caseNumber }, HEAD);
    expect(enforcementCase.decision).toMatchObject({ documentNumber: '兰三义寨罚决字〔2026〕1号', fine: '1000.00' });
    const order = { orderId: enforcementCase.corrections[0].id, isCorrected: true, finding: '已撤离' };
    await take(['Check', 'checkCorrection', order, OFFICER, 'EXECUTING']);
    await take(['Close', 'closeCase', { reason: '履行完毕' }, OFFICER, 'CLOSED']);
    await take(['Archive', 'archiveCase', { archiveNumber: 'DEMO-2026-1' }, OFFICER, 'ARCHIVED']);
  });
});
