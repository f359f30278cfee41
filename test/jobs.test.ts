import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSubgraphs } from '@township-graph/commands/open-subgraphs';
import { ScheduledJob } from '@township-graph/shared/scheduler/scheduled-job.entity';
import type { SchedulerSettings } from '@township-graph/shared/scheduler/scheduler-settings';

const directory = mkdtempSync(path.join(tmpdir(), 'township-graph-jobs-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function open(scheduling?: SchedulerSettings) {
  const { subgraphs, close } = await openSubgraphs({
    databaseUrl: (name) => `sqlite:${directory}/${name}.db`,
    withDemo: false,
    scheduling,
  });
  const { database } = subgraphs.find(({ name }) => name === 'matters')!;
  return { jobs: () => database.manager.find(ScheduledJob, { order: { name: 'ASC' } }), close };
}

test('where subgraphs are opened without a word of it no job runs', async () => {
  const { jobs, close } = await open();
  expect(await jobs()).toEqual([]);
  await close();
});

test('with it the lights of matters are turned, and closing leaves no lease behind', async () => {
  const running = await open({ everyMs: 10 });
  while (!(await running.jobs()).some(({ lastDoneAt }) => lastDoneAt)) await pause(10);
  await running.close();
  const { jobs, close } = await open();
  expect(await jobs()).toMatchObject(
    ['deadline-lights', 'delegation-clocks', 'end-of-day', 'handing-back', 'provisional-deadlines'].map((name) => ({
      name,
      failures: 0,
      holder: null,
      leaseUntil: null,
    })),
  );
  await close();
});
