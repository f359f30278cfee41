import { ENGINES } from '@township-graph/shared/testing/database';
import { CaseOffice, FINE_OF, HEAD, NEIGHBOURS, OFFICER, REVIEWER, type Seen } from '../case/testing/case-office';
import { TOWNSHIP } from '../case/testing/people-and-powers';
import { RestitutionKind, RestitutionManner } from './restitution.enums';
import { givingBackRefusal } from './restitution.rules';

const COURT = { kind: 'LITIGATION', body: '示例法院' };
const OWN = { reason: '事实认定有误', legalBasis: '自行撤销' };
const DUE = 'restitutions { id kind cause since amount unreturned completedOn things { name } parts { on manner amount voucher } }';

describe.each(ENGINES)('restitution on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const dueOf = async ({ id }: Seen) => (await office.see(id, DUE)).restitutions;
  const amounts = async (seen: Seen) => (await dueOf(seen)).map(({ amount }: { amount: string }) => amount);
  const refund = async (seen: Seen, amount: string, more: object = {}) => ({
    restitutionId: (await dueOf(seen)).at(-1).id,
    manner: 'REFUND',
    amount,
    on: '2026-03-28',
    voucher: '示例退付书1',
    ...more,
  });
  const concluded = async (seen: Seen, more: object) => {
    const filed = await office.move('fileRemedy', seen, { ...COURT, filedOn: '2026-03-28' });
    return office.move('concludeRemedy', filed, { remedyId: filed.remedies.at(-1).id, concludedOn: '2026-03-28', ...more });
  };
  const changedTo = (seen: Seen, yuan: string) => concluded(seen, { outcome: 'CHANGED', penalties: FINE_OF(yuan) });

  /** A fine of 1000 that was paid ten days late, with the 300 that were added. */
  const paidLate = async (): Promise<Seen> => {
    const served = await office.serve(await office.decided('1000'), '2026-03-02');
    office.on('2026-03-27');
    const fine = await office.pay(served, '1000', '2026-03-27');
    const paid = await office.pay(fine, '300', '2026-03-27', { purpose: 'LATE_FINE' });
    office.on('2026-03-28');
    return paid;
  };

  test('行政强制法§41: what was paid beyond the changed decision, the added fine included, and never more than was paid', async () => {
    let seen = await changedTo(await paidLate(), '500');
    // Half of the fine, and half of what was added to it.
    expect(await dueOf(seen)).toEqual([
      expect.objectContaining({ kind: 'MONEY', cause: 'CHANGED', since: '2026-03-28', amount: '650.00', unreturned: '650.00' }),
    ]);
    seen = await changedTo(seen, '300');
    expect(await amounts(seen)).toEqual(['650.00', '260.00']);
    seen = await office.move('revokeDecision', seen, OWN, HEAD);
    expect(await amounts(seen)).toEqual(['650.00', '260.00', '390.00']);
    expect(seen.availableActions).toContain('performRestitution');
    const desk = `{ caseDesk(divisionCode: "${TOWNSHIP}") { waiting { restitutionsDue } }
      enforcementCases(filter: { owesRestitution: true }) { nodes { id } } }`;
    expect((await office.ask(desk, HEAD)).data).toEqual({
      caseDesk: { waiting: { restitutionsDue: 1 } },
      enforcementCases: { nodes: [{ id: seen.id }] },
    });
  });

  test('is paid back in parts that are no more than is left, once each, by the organ that has the case', async () => {
    let seen = await changedTo(await paidLate(), '500');
    expect(await office.refused('performRestitution', seen, await refund(seen, '1'), NEIGHBOURS)).toBe('NOT_FOUND');
    expect(await office.refused('performRestitution', seen, await refund(seen, '1'), REVIEWER)).toBe('SCOPE_MISSING');
    for (const [given, reason] of [
      [await refund(seen, '650.01'), 'REFUND_TOO_MUCH'],
      [await refund(seen, '0.001'), 'AMOUNT'],
      [await refund(seen, '0'), 'RESTITUTION_MANNER'],
      [await refund(seen, '1', { manner: 'IN_KIND' }), 'RESTITUTION_MANNER'],
      [await refund(seen, '1', { on: '2026-03-29' }), 'RESTITUTION_DAY'],
      [await refund(seen, '1', { on: '2026-03-27' }), 'RESTITUTION_DAY'],
      [await refund(seen, '1', { voucher: ' ' }), 'TEXT_LENGTH'],
      [await refund(seen, '1', { restitutionId: 'none' }), 'NOT_FOUND'],
    ] as const)
      expect(await office.refused('performRestitution', seen, given)).toBe(reason);
    const input = { caseId: seen.id, expectedVersion: seen.version, idempotencyKey: `refund-${engine}`, ...(await refund(seen, '649.99')) };
    const [first, again] = [await office.does('performRestitution', input), await office.does('performRestitution', input)];
    expect(again.version).toBe(first.version);
    expect(await dueOf(seen)).toEqual([
      expect.objectContaining({
        unreturned: '0.01',
        completedOn: null,
        parts: [{ on: '2026-03-28', manner: 'REFUND', amount: '649.99', voucher: '示例退付书1' }],
      }),
    ]);
    expect(await office.refused('performRestitution', first, await refund(first, '0.02'))).toBe('REFUND_TOO_MUCH');
    seen = await office.move('performRestitution', first, await refund(first, '0.01'));
    expect(await dueOf(seen)).toEqual([expect.objectContaining({ unreturned: '0.00', completedOn: '2026-03-28' })]);
    expect(await office.refused('performRestitution', seen, await refund(seen, '0.01'))).toBe('NOTHING_TO_RETURN');
  });

  test('is due from the day of the judgment, whenever that is recorded', async () => {
    const filed = await office.move('fileRemedy', await paidLate(), { ...COURT, filedOn: '2026-03-28' });
    office.on('2026-04-09');
    const remedy = { remedyId: filed.remedies[0].id, outcome: 'REVOKED', concludedOn: '2026-04-07' };
    const seen = await office.move('concludeRemedy', filed, remedy);
    expect(await office.refused('performRestitution', seen, await refund(seen, '1300', { on: '2026-04-06' }))).toBe('RESTITUTION_DAY');
    const given = await office.move('performRestitution', seen, await refund(seen, '1300', { on: '2026-04-08' }));
    expect(await dueOf(given)).toEqual([expect.objectContaining({ since: '2026-04-07', completedOn: '2026-04-08' })]);
  });

  test('keeps a case from being closed and from being filed', async () => {
    const checked = async (seen: Seen) =>
      office.move('checkCorrection', seen, { orderId: seen.corrections[0].id, isCorrected: true, finding: '已改正' });
    let seen = await changedTo(await checked(await paidLate()), '500');
    expect(await office.refused('closeCase', seen, { reason: '履行完毕' })).toBe('RESTITUTION_DUE');
    seen = await office.move('performRestitution', seen, await refund(seen, '650'));
    seen = await office.move('closeCase', seen, { reason: '履行完毕' });
    seen = await changedTo(seen, '400');
    expect(await office.refused('archiveCase', seen, { archiveNumber: 'DEMO-1' })).toBe('RESTITUTION_DUE');
    seen = await office.move('performRestitution', seen, await refund(seen, '130'));
    expect((await office.move('archiveCase', seen, { archiveNumber: 'DEMO-1' })).state).toBe('ARCHIVED');
  });

  test('revoked to be decided anew, all that was paid is due, and of what was not served nothing more', async () => {
    let seen = await concluded(await paidLate(), { outcome: 'REVOKED', redo: { ground: 'PROCEDURE' } });
    expect(seen.state).toBe('INVESTIGATING');
    expect(await amounts(seen)).toEqual(['1300.00']);
    seen = await office.move('concludeInvestigation', seen, { reviewGrounds: [], needsDeliberation: false });
    seen = await office.decide(await office.waive(await office.notify(seen, FINE_OF('1000'))), FINE_OF('1000'));
    seen = await office.move('revokeDecision', seen, OWN, HEAD);
    expect(await amounts(seen)).toEqual(['1300.00']);
    expect((await office.move('performRestitution', seen, await refund(seen, '1300'))).state).toBe('REVOKED');
    const unpaid = await office.move('revokeDecision', await office.decided(), OWN, HEAD);
    expect(await dueOf(unpaid)).toEqual([]);
    expect(await office.refused('performRestitution', unpaid, { ...(await refund(seen, '1')) })).toBe('NOTHING_TO_RETURN');
  });

  test('行政处罚法§74, 行政强制法§41: things that were confiscated are returned, or what they brought', async () => {
    const penalties = [{ kind: 'CONFISCATION_OF_PROPERTY', amount: '300', object: '示例货架' }];
    const seizure = { kind: 'SEIZURE', reason: '非法财物', legalBasis: '示例法§2', approvedBy: '示例负责人', officerIds: ['one', 'two'] };
    let seen = await office.filed();
    for (const name of ['示例货架', '示例推车'])
      seen = await office.move('seizeProperty', seen, { ...seizure, things: [{ name, quantity: 1 }] });
    seen = await office.move('concludeInvestigation', await office.ordered(await office.investigate(seen)), {
      reviewGrounds: [],
      needsDeliberation: false,
    });
    seen = await office.serve(await office.decide(await office.waive(await office.notify(seen, penalties)), penalties), '2026-03-02');
    for (const [index, outcome] of ['CONFISCATED', 'DESTROYED'].entries())
      seen = await office.move('resolveMeasure', seen, { measureId: seen.measures[index].id, outcome });
    office.on('2026-03-28');
    seen = await concluded(seen, { outcome: 'REVOKED' });
    const [shelf, cart] = await dueOf(seen);
    expect(shelf).toMatchObject({ kind: 'THINGS', cause: 'REVOKED', amount: null, things: [{ name: '示例货架' }] });
    const back = { on: '2026-03-28', voucher: '示例收据' };
    expect(await office.refused('performRestitution', seen, { ...back, restitutionId: cart.id, manner: 'IN_KIND' })).toBe(
      'RESTITUTION_MANNER',
    );
    seen = await office.move('performRestitution', seen, { ...back, restitutionId: shelf.id, manner: 'IN_KIND' });
    expect(await office.refused('performRestitution', seen, { ...back, restitutionId: shelf.id, manner: 'IN_KIND' })).toBe(
      'RESTITUTION_DONE',
    );
    seen = await office.move('performRestitution', seen, { ...back, restitutionId: cart.id, manner: 'COMPENSATION', amount: '120' });
    expect(await dueOf(seen)).toEqual([
      expect.objectContaining({
        completedOn: '2026-03-28',
        parts: [{ on: '2026-03-28', manner: 'IN_KIND', amount: null, voucher: '示例收据' }],
      }),
      expect.objectContaining({ completedOn: '2026-03-28' }),
    ]);
    expect(await office.see(seen.id, 'restitutions { id }', { ...OFFICER, divisions: NEIGHBOURS.divisions })).toBeNull();
  });
});

describe('giving back', () => {
  const { MONEY, THINGS } = RestitutionKind;
  const { REFUND, IN_KIND, PROCEEDS, COMPENSATION } = RestitutionManner;
  const of = (kind: RestitutionKind, more: object = {}) => ({ kind, isComplete: false, leftFen: 100, isDestroyed: false, ...more });

  test.each([
    [of(MONEY), { manner: REFUND, fen: 100 }, undefined],
    [of(MONEY), { manner: REFUND, fen: 101 }, 'REFUND_TOO_MUCH'],
    [of(MONEY), { manner: COMPENSATION, fen: 1 }, 'RESTITUTION_MANNER'],
    [of(MONEY, { isComplete: true }), { manner: REFUND, fen: 1 }, 'RESTITUTION_DONE'],
    [of(THINGS), { manner: REFUND, fen: 1 }, 'RESTITUTION_MANNER'],
    [of(THINGS), { manner: IN_KIND, fen: 0 }, undefined],
    [of(THINGS), { manner: IN_KIND, fen: 1 }, 'RESTITUTION_MANNER'],
    [of(THINGS), { manner: PROCEEDS, fen: 0 }, 'RESTITUTION_MANNER'],
    [of(THINGS), { manner: PROCEEDS, fen: 5000 }, undefined],
    [of(THINGS, { isDestroyed: true }), { manner: PROCEEDS, fen: 5000 }, 'RESTITUTION_MANNER'],
    [of(THINGS, { isDestroyed: true }), { manner: COMPENSATION, fen: 5000 }, undefined],
  ])('%o by %o: %s', (due, given, reason) => {
    expect(givingBackRefusal(due, given)?.reason).toBe(reason);
  });
});
