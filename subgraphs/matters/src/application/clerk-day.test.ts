import { readFileSync } from 'node:fs';
import path from 'node:path';
import { insertAll } from '@township-graph/shared/insert-all';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { Kind, parse, print } from 'graphql';
import { MATTERS_SCHEMA } from '../database';
import { Matter } from '../matter/matter.entity';
import { MatterSite } from '../matter/matter-site.entity';
import { ServicePoint } from '../service-point/service-point.entity';
import { hallAt } from '../service-point/testing/hall';
import { ServiceWindow } from '../service-window/service-window.entity';
import { WindowState } from '../service-window/service-window.enums';
import { createMattersSubgraph } from '../subgraph';
import { handledMatterRows, OURS } from './testing/handled-matters';

/** The operations of the README's day of a clerk, by name. */
function shownDay(): ReadonlyMap<string, string> {
  const readme = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
  const [, text = ''] = /### A day of a clerk\n\n```graphql\n([\s\S]*?)```/.exec(readme) ?? [];
  return new Map(
    parse(text).definitions.map((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.name!.value, print(each)] : ['', ''])),
  );
}

describe.each(ENGINES)('the day of a clerk as the README shows it, on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  const clock = () => new Date('2026-09-21T02:00:00.000Z');
  const clerk: Viewer = { ...viewerOf([OURS], ['matters:read', 'matters:handle']), subject: 'clerk' };
  const { matters, sites, promisedId } = handledMatterRows();
  const shown = shownDay();

  beforeAll(async () => {
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    const { manager } = opened.database;
    await insertAll(manager, Matter, matters);
    await insertAll(manager, MatterSite, sites);
    await insertAll(manager, ServicePoint, [hallAt(OURS, 'hall')]);
    const window = { number: 3, name: '综合窗口', state: WindowState.CLOSED, clerk: null, kinds: [], openedAt: null, version: 1 };
    await insertAll(manager, ServiceWindow, [{ ...window, id: 'window', servicePointId: 'hall', divisionCode: OURS }]);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock })).execute);
  });
  afterAll(() => opened.close());

  const does = async (name: string, variables: object, viewer = clerk) => {
    const { data, errors } = await ask(shown.get(name)!, viewer, variables as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return data;
  };

  test('runs, and the board is one query of six statements at most', async () => {
    expect((await does('OpenWindow', { input: { windowId: 'window', expectedVersion: 1 } })).openWindow.window.state).toBe('OPEN');
    const taken = await does('TakeNumber', { input: { servicePointId: 'hall' } });
    const called = (await does('CallNext', { input: { windowId: 'window' } })).callNextNumber.ticket;
    expect(called).toMatchObject({ id: taken.takeNumber.ticket.id, number: 'A001', state: 'CALLED' });
    const atWindow = (version: number) => ({ input: { ticketId: called.id, expectedVersion: version } });
    const serving = (await does('Serve', atWindow(called.version))).startServing.ticket;
    const take = await does('TakeIn', {
      input: {
        matterId: promisedId,
        servicePointId: 'hall',
        channel: 'WINDOW',
        windowNumber: '3',
        applicant: { kind: 'NATURAL_PERSON', name: '示例甲' },
      },
    });
    let application = take.submitApplication.application;
    expect(application.availableActions).toContain('acceptApplication');
    const steps: [string, string, object, string][] = [
      ['Accept', 'acceptApplication', {}, 'ACCEPTED'],
      ['Decide', 'decideApplication', { outcome: 'GRANTED' }, 'DECIDED'],
      ['Complete', 'completeApplication', {}, 'COMPLETED'],
      ['Deliver', 'deliverApplication', { method: 'MAIL', courier: '示例快递', trackingNumber: 'DEMO0001' }, 'DELIVERED'],
      ['Rate', 'rateApplication', { grade: 5 }, 'RATED'],
    ];
    const { acceptanceNumber } = application;
    for (const [name, field, given, state] of steps) {
      const data = await does(name, { input: { applicationId: application.id, expectedVersion: application.version, ...given } });
      application = data[field].application;
      expect(application.state).toBe(state);
    }
    expect(application.rating).toMatchObject({ gradeText: '非常不满意', availableActions: ['callBackRating', 'addToRating'] });
    expect((await does('Finish', atWindow(serving.version))).finishServing.ticket.state).toBe('SERVED');
    expect((await does('CloseWindow', { input: { windowId: 'window', expectedVersion: 2 } })).closeWindow.window.state).toBe('CLOSED');
    const course = await does('Course', { number: acceptanceNumber });
    expect(course.application.timeline.map(({ action }: { action: string }) => action)).toEqual([
      'receive',
      'accept',
      'decide',
      'complete',
      'deliver',
      'rate',
    ]);

    let board: Awaited<ReturnType<typeof does>> = null;
    const statements = await opened.statementsOf(async () => {
      board = await does('Board', { township: OURS, today: '2026-09-21' });
    });
    expect(statements.length).toBeLessThanOrEqual(6);
    expect(board).toMatchObject({
      today: [{ dimensions: [{ code: 'RATED' }], isSuppressed: true, applications: null }],
      rated: [{ satisfaction: null, activeRatingRate: null, onTimeShare: null }],
      queues: { nodes: [{ queue: { waiting: 0 } }] },
    });
    // So few are a person's own: only who may read of persons is told their numbers.
    const inClear = await does('Board', { township: OURS, today: '2026-09-21' }, viewerOf([OURS], ['matters:read', 'pii:read']));
    expect(inClear).toMatchObject({
      today: [{ dimensions: [{ code: 'RATED' }], isSuppressed: false, applications: 1 }],
      rated: [{ satisfaction: 0, activeRatingRate: 1, onTimeShare: 1 }],
    });
  });
});
