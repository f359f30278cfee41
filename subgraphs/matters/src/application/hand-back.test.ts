import { AuditRecord } from '@township-graph/shared/audit/audit-record.entity';
import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { MATTERS_SCHEMA } from '../database';
import { Delegation } from '../delegation/delegation.entity';
import { DelegationMode, DelegationState, OpenApplicationsRule } from '../delegation/delegation.enums';
import { DelegationMatter, DelegationRecipient } from '../delegation/delegation-recipient.entity';
import { HandingBack } from '../delegation/handing-back';
import { createMattersSubgraph } from '../subgraph';
import { Application } from './application.entity';
import { ApplicationState } from './application.enums';
import { HandBack } from './hand-back';
import { delivered } from './testing/delivered-application';

const COUNTY = viewerOf(['410225'], ['matters:read', 'matters:manage', 'matters:handle']);
const CLERK = viewerOf(['410225201'], ['matters:read', 'matters:handle']);
const DEPARTMENT = { delegatingCreditCode: '11410225DEM000014C', delegatingName: '兰考县示例局' };

const open = (id: string, change: object = {}) =>
  delivered(id, {
    matterId: 'the-matter',
    state: ApplicationState.REVIEWING,
    decidedAt: null,
    completedAt: null,
    deliveredAt: null,
    outcome: null,
    isOnTime: null,
    ...change,
  });

describe.each(ENGINES)('what is open when a delegation is taken back, on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let now: Date;
  let job: HandingBack;
  const clock = () => now;

  beforeEach(async () => {
    now = new Date('2026-11-26T02:00:00.000Z');
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { database } = opened;
    const { manager } = database;
    await insertAll(manager, Delegation, [
      {
        id: 'd-1',
        divisionCode: '410225',
        mode: DelegationMode.ENTRUST,
        basicCode: '410550917001',
        matterName: '示例事项',
        matterId: 'the-matter',
        ...DEPARTMENT,
        batchNumber: '410225-2026-01',
        batchName: '第一批',
        agreementNumber: '示例委〔2026〕1号',
        agreementSignedOn: '2026-01-01',
        effectiveFrom: '2026-01-01',
        state: DelegationState.PUBLISHED,
        version: 1,
      },
    ]);
    await insertAll(manager, DelegationRecipient, [{ delegationId: 'd-1', divisionCode: '410225201' }]);
    await insertAll(manager, DelegationMatter, [{ delegationId: 'd-1', matterId: 'the-matter' }]);
    await insertAll(manager, Application, [
      open('ours'),
      open('a-village’s', { divisionCode: '410225201201' }),
      open('another-township’s', { divisionCode: '410225206' }),
      open('another-matter’s', { matterId: 'm-2' }),
      delivered('decided-before', { matterId: 'the-matter' }),
    ]);
    ask = asking((await createMattersSubgraph({ database, clock })).execute);
    const { commands } = writesOf('matters', { database, clock });
    job = new HandingBack({ database, commands, clock, openApplications: new HandBack(clock) });
  });
  afterEach(() => opened.close());

  const reclaim = async (effectiveOn: string, openApplications = OpenApplicationsRule.HAND_BACK) =>
    (
      await ask(
        'mutation ($input: ReclaimDelegationInput!) { reclaimDelegation(input: $input) { delegation { state reclaim { handedBack } } } }',
        COUNTY,
        {
          input: {
            id: 'd-1',
            expectedVersion: 1,
            effectiveOn,
            legalBasis: '示例决定',
            documentNumber: '示例政〔2026〕3号',
            openApplications,
          },
        },
      )
    ).data.reclaimDelegation.delegation;
  const tiers = async () =>
    Object.fromEntries(
      (await opened.database.manager.find(Application)).map(({ id, decidingTier, implementingName }) => [
        id,
        `${decidingTier} ${implementingName}`,
      ]),
    );
  const run = () => job.run({ goesOn: async () => true });
  const UNTOUCHED = 'TOWNSHIP 示例镇人民政府';
  const HANDED_OVER = 'DEPARTMENT 兰考县示例局';

  test('goes to the department on the day, not before, and nothing else does', async () => {
    expect(await reclaim('2026-12-01')).toMatchObject({ state: 'RECLAIMED', reclaim: { handedBack: 2 } });
    await run();
    expect(new Set(Object.values(await tiers()))).toEqual(new Set([UNTOUCHED]));
    now = new Date('2026-12-01T02:00:00.000Z');
    await run();
    expect(await tiers()).toEqual({
      ours: HANDED_OVER,
      'a-village’s': HANDED_OVER,
      'another-township’s': UNTOUCHED,
      'another-matter’s': UNTOUCHED,
      'decided-before': UNTOUCHED,
    });
  });

  test('is handed over once, with its step and its event, and the township’s clerk no longer decides it', async () => {
    await reclaim('2026-12-01');
    now = new Date('2026-12-02T02:00:00.000Z');
    await Promise.all([run(), run()]);
    expect(await opened.database.manager.countBy(AuditRecord, { action: 'handing-back' })).toBe(1);
    const { data } = await ask(
      '{ application(id: "ours") { version timeline { action actor } } mattersFeed(types: ["APPLICATION_HAND_BACK"]) { nodes { subjectId } } }',
      CLERK,
    );
    expect(data.mattersFeed.nodes.map(({ subjectId }: { subjectId: string }) => subjectId).sort()).toEqual(['a-village’s', 'ours']);
    expect(data.application).toEqual({ version: 2, timeline: [{ action: 'handBack', actor: null }] });
    const decided = await ask(
      'mutation ($input: DecideApplicationInput!) { decideApplication(input: $input) { application { state } } }',
      CLERK,
      { input: { applicationId: 'ours', expectedVersion: 2, outcome: 'GRANTED' } },
    );
    expect(decided.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'TIER_ABOVE' });
  });

  test('stays with the township where it is to finish it', async () => {
    await reclaim('2026-11-27', OpenApplicationsRule.FINISH_BY_TOWNSHIP);
    now = new Date('2026-11-28T02:00:00.000Z');
    await run();
    expect((await tiers()).ours).toBe(UNTOUCHED);
  });
});
