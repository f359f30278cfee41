import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { insertAll } from '@township-graph/shared/insert-all';
import { viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { MATTERS_SCHEMA } from '../database';
import { periodsFrom } from '../periods';
import { Delegation } from './delegation.entity';
import { DelegationMode, DelegationState, OpenApplicationsRule } from './delegation.enums';
import { DelegationRepository } from './delegation.repository';
import { DelegationService } from './delegation.service';
import { DelegationClocks } from './delegation-clocks';
import { DelegationCourse } from './delegation-course';
import { DelegationMatter, DelegationRecipient } from './delegation-recipient.entity';
import type { HandedBack } from './open-applications';

const CONTEXT = {
  viewer: viewerOf(['410225'], ['matters:read', 'matters:manage']),
  requestId: 'test',
  locale: 'en',
  purpose: null,
} as const;
const clock = () => new Date('2026-11-26T02:00:00Z');

/** A published delegation; what it leaves out is null. */
const published = (id: string) => ({
  id,
  divisionCode: '410225',
  mode: DelegationMode.FORWARD,
  basicCode: '410550917001',
  matterName: '示例事项',
  matterId: 'the-matter',
  delegatingCreditCode: '11410225DEM000014C',
  delegatingName: '兰考县示例局',
  batchNumber: '410225-2026-01',
  batchName: '第一批',
  effectiveFrom: '2026-01-01',
  state: DelegationState.PUBLISHED,
  version: 1,
});

describe.each(ENGINES)('open applications of a delegation that ends, on %s', (engine) => {
  let opened: TestDatabase;
  let service: DelegationService;
  const told: HandedBack[] = [];
  let fails = false;

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { database } = opened;
    for (const id of ['handed-back', 'finished', 'broken']) {
      await insertAll(database.manager, Delegation, [published(id)]);
      await insertAll(database.manager, DelegationRecipient, [{ delegationId: id, divisionCode: '410225201' }]);
      await insertAll(database.manager, DelegationMatter, [{ delegationId: id, matterId: 'the-matter' }]);
    }
    const { commands } = writesOf('matters', { database, clock });
    const course = new DelegationCourse(new DelegationRepository(database.manager, clock), clock);
    service = new DelegationService(commands, course, new DelegationClocks(new Deadlines(clock), periodsFrom().evaluation), {
      handBack: async (_, ended) => {
        if (fails) throw new Error('applications cannot be handed over');
        told.push(ended);
        return { count: 7, events: [] };
      },
    });
  });

  beforeEach(() => {
    told.length = 0;
    fails = false;
  });

  afterAll(() => opened.close());

  const reclaim = (id: string, openApplications: OpenApplicationsRule) =>
    service.reclaimDelegation(CONTEXT, {
      id,
      expectedVersion: 1,
      effectiveOn: '2026-12-01',
      legalBasis: '示例决定',
      documentNumber: '示例政〔2026〕3号',
      openApplications,
    });

  test('are told to go to the department as of the day, and the record says how many did', async () => {
    expect(await reclaim('handed-back', OpenApplicationsRule.HAND_BACK)).toMatchObject({ handedBack: 7, state: 'RECLAIMED' });
    expect(told).toEqual([
      {
        delegationId: 'handed-back',
        matterIds: ['the-matter'],
        divisionCodes: ['410225201'],
        from: '2026-12-01',
        department: { creditCode: '11410225DEM000014C', name: '兰考县示例局', divisionCode: '410225' },
      },
    ]);
    expect(await opened.database.manager.findOneBy(Delegation, { id: 'handed-back' })).toMatchObject({ handedBack: 7 });
  });

  test('are left alone where the township finishes them', async () => {
    expect(await reclaim('finished', OpenApplicationsRule.FINISH_BY_TOWNSHIP)).toMatchObject({ handedBack: null });
    expect(told).toEqual([]);
  });

  test('that cannot be handed over keep the delegation from being taken back', async () => {
    fails = true;
    await expect(reclaim('broken', OpenApplicationsRule.HAND_BACK)).rejects.toThrow('handed over');
    expect(await opened.database.manager.findOneBy(Delegation, { id: 'broken' })).toMatchObject({
      state: 'PUBLISHED',
      version: 1,
      reclaimedOn: null,
    });
  });
});
