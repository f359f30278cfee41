import { demoCreditCode } from '@township-graph/shared/credit-code';
import { ENGINES } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { CaseOffice, DEPARTMENTS, HEAD, NEIGHBOURS, OFFICER, type Seen } from '../case/testing/case-office';
import { COUNTY, DEPARTMENT, GOVERNMENT, NEIGHBOUR, NEIGHBOUR_GOVERNMENT } from '../case/testing/people-and-powers';

/** The county's government: above its townships and its departments. */
const SUPERIOR: Viewer = { ...DEPARTMENTS, subject: 'county', organization: demoCreditCode('11', COUNTY, 9001) };
const DISPUTE = { other: NEIGHBOUR_GOVERNMENT, consultation: '经两次协商，双方均认为由己方管辖' };
const LETTER = { superiorName: '兰考县人民政府', documentNumber: '示例政函〔2026〕3号', reason: '违法行为主要发生在该镇' };
const OTHER = { otherCreditCode: NEIGHBOUR_GOVERNMENT.creditCode, otherName: NEIGHBOUR_GOVERNMENT.name };
const DESIGNATED = { designatedCreditCode: NEIGHBOUR_GOVERNMENT.creditCode, designatedName: NEIGHBOUR_GOVERNMENT.name };
const to = (designated: { creditCode: string; name: string }) => ({ designated, ...LETTER });
const FIELDS = `state transfers { kind state recipientDivision { code } } jurisdictionDisputes { consultation reportedAt superiorCreditCode
  superiorName documentNumber designationReason designatedAt otherCreditCode otherName designatedCreditCode designatedName }`;

describe.each(ENGINES)('designation on %s', (engine) => {
  let office: CaseOffice;
  beforeAll(async () => {
    office = await CaseOffice.open(engine);
  });
  beforeEach(() => office.on('2026-03-02'));
  afterAll(() => office.close());

  const reported = async (filing: object = {}): Promise<Seen> =>
    office.move('reportJurisdictionDispute', await office.filed(filing), DISPUTE, HEAD);
  const designated = (seen: Seen, organ = NEIGHBOUR_GOVERNMENT) => office.move('designateJurisdiction', seen, to(organ), SUPERIOR);
  const whyNot = (seen: Seen, organ = NEIGHBOUR_GOVERNMENT, who = SUPERIOR, more: object = {}) =>
    office.refused('designateJurisdiction', seen, { ...to(organ), ...more }, who);

  test('行政处罚法§25②: a dispute is with another organ, was consulted about, and is reported once by the head', async () => {
    const filed = await office.filed();
    expect(await office.refused('reportJurisdictionDispute', filed, DISPUTE)).toBe('SCOPE_MISSING');
    expect(await office.refused('reportJurisdictionDispute', filed, DISPUTE, { ...NEIGHBOURS, scopes: HEAD.scopes })).toBe('NOT_FOUND');
    expect(await office.refused('reportJurisdictionDispute', filed, { ...DISPUTE, other: GOVERNMENT }, HEAD)).toBe('DISPUTE_WITH_SELF');
    expect(await office.refused('reportJurisdictionDispute', filed, { ...DISPUTE, consultation: '' }, HEAD)).toBe('TEXT_LENGTH');
    const entrusted = await office.filed({ powerId: 'entrusted' });
    for (const other of [GOVERNMENT, DEPARTMENT])
      expect(await office.refused('reportJurisdictionDispute', entrusted, { ...DISPUTE, other }, HEAD)).toBe('DISPUTE_WITH_SELF');
    const seen = await office.move('reportJurisdictionDispute', filed, DISPUTE, HEAD);
    expect(await office.refused('reportJurisdictionDispute', seen, DISPUTE, HEAD)).toBe('DISPUTE_OPEN');
    const { jurisdictionDisputes } = await office.see(seen.id, FIELDS);
    expect(jurisdictionDisputes).toEqual([
      expect.objectContaining({ consultation: DISPUTE.consultation, ...OTHER, designatedName: null, designatedAt: null }),
    ]);
  });

  test('is designated by what stands above both, never for itself, and to nobody without the power that day', async () => {
    const seen = await reported();
    expect(await whyNot(seen, NEIGHBOUR_GOVERNMENT, HEAD)).toBe('NOT_YOUR_CASE');
    expect(await whyNot(seen, NEIGHBOUR_GOVERNMENT, { ...NEIGHBOURS, scopes: HEAD.scopes })).toBe('NOT_FOUND');
    expect(await whyNot(seen, NEIGHBOUR_GOVERNMENT, DEPARTMENTS)).toBe('NOT_YOUR_CASE');
    expect(await whyNot(seen, NEIGHBOUR_GOVERNMENT, { ...SUPERIOR, scopes: OFFICER.scopes })).toBe('SCOPE_MISSING');
    expect(await whyNot(seen, NEIGHBOUR_GOVERNMENT, { ...SUPERIOR, organization: null })).toBe('NOT_YOUR_CASE');
    expect(await whyNot(seen, { creditCode: SUPERIOR.organization!, name: '兰考县人民政府' })).toBe('DESIGNATES_ITSELF');
    expect(await whyNot(seen, DEPARTMENT, DEPARTMENTS)).toBe('DESIGNATES_ITSELF');
    expect(await whyNot(seen, { creditCode: demoCreditCode('11', COUNTY, 9002), name: '示例局' })).toBe('DESIGNEE_UNKNOWN');
    // The department holds what is concentrated elsewhere, and not what the township has in its own name.
    expect(await whyNot(seen, DEPARTMENT)).toBe('POWER_NOT_HELD');
    expect(await whyNot(await reported({ powerId: 'life' }))).toBe('POWER_NOT_HELD');
    expect(await whyNot(seen, NEIGHBOUR_GOVERNMENT, SUPERIOR, { documentNumber: ' ' })).toBe('TEXT_LENGTH');
    const actions = async (who: Viewer) => (await office.see(seen.id, 'availableActions', who)).availableActions;
    expect(await actions(SUPERIOR)).toEqual(['designateJurisdiction']);
    expect(await actions(DEPARTMENTS)).toEqual([]);
    expect(await actions(HEAD)).not.toContain('designateJurisdiction');
  });

  test('another organ gets the case as by a transfer, and cannot return it; its own case may follow', async () => {
    const input = { ...to(NEIGHBOUR_GOVERNMENT), idempotencyKey: `designation-${engine}` };
    const from = await reported();
    expect(await office.see(from.id, FIELDS, NEIGHBOURS)).toBeNull();
    let seen = await office.move('designateJurisdiction', from, input, SUPERIOR);
    expect(await office.move('designateJurisdiction', from, input, SUPERIOR)).toMatchObject({ id: seen.id, version: seen.version });
    expect(await whyNot(seen)).toBe('MOVE_NOT_ALLOWED');
    expect(await office.see(seen.id, FIELDS, NEIGHBOURS)).toEqual({
      state: 'TRANSFERRED',
      transfers: [{ kind: 'DESIGNATION', state: 'HANDED_OVER', recipientDivision: { code: NEIGHBOUR } }],
      jurisdictionDisputes: [
        {
          consultation: DISPUTE.consultation,
          reportedAt: '2026-03-02T02:00:00.000Z',
          superiorCreditCode: SUPERIOR.organization,
          superiorName: LETTER.superiorName,
          documentNumber: LETTER.documentNumber,
          designationReason: LETTER.reason,
          designatedAt: '2026-03-02T02:00:00.000Z',
          ...OTHER,
          ...DESIGNATED,
        },
      ],
    });
    const answer = { transferId: seen.transfers[0].id, reason: '示例答复' };
    expect(await office.refused('answerTransfer', seen, { ...answer, isTakenOver: false }, NEIGHBOURS)).toBe('DESIGNATION_BINDS');
    expect(await office.refused('answerTransfer', seen, { ...answer, isTakenOver: true })).toBe('NOT_YOUR_CASE');
    seen = await office.move('answerTransfer', seen, { ...answer, isTakenOver: true }, NEIGHBOURS);
    expect(seen.state).toBe('CLOSED');
    const own = { divisionCode: NEIGHBOUR, officerIds: ['neighbour', 'neighbour-two'] };
    expect((await office.does('fileCase', office.filing(own, { sameActAs: seen.id }), NEIGHBOURS)).state).toBe('FILED');
  });

  test('designated to who has it, the case goes on; without a dispute it may be designated at once, and no transfer is proposed beside', async () => {
    const kept = await designated(await reported(), GOVERNMENT);
    expect(kept).toMatchObject({ state: 'FILED', transfers: [] });
    expect((await office.investigate(kept)).state).toBe('INVESTIGATING');
    const transfer = { kind: 'JURISDICTION', recipient: '示例局', reason: '属其管辖' };
    const pending = await office.move('transferCase', await office.filed(), transfer);
    expect(await whyNot(pending)).toBe('TRANSFER_PENDING');
    expect(await office.refused('reportJurisdictionDispute', pending, DISPUTE, HEAD)).toBe('TRANSFER_PENDING');
    const atOnce = await designated(await office.filed());
    expect((await office.see(atOnce.id, FIELDS)).jurisdictionDisputes).toEqual([
      expect.objectContaining({ consultation: null, reportedAt: null, otherName: null, ...DESIGNATED }),
    ]);
    expect(await office.refused('transferCase', kept, { ...transfer, kind: 'DESIGNATION' })).toBe('TRANSFER_KIND');
  });
});
