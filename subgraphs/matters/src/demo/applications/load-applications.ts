import { dayOf } from '@township-graph/shared/clock';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import type { DemoLoad } from '@township-graph/shared/demo/demo-load';
import { ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import { insertAll } from '@township-graph/shared/insert-all';
import { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import type { DataSource, EntityManager } from 'typeorm';
import { AcceptanceSerial } from '../../application/acceptance-serial';
import { Application } from '../../application/application.entity';
import { Rating } from '../../rating/rating.entity';
import { type ApplicationDay, applicationDays, sizeOf } from './application-days';
import { DayMaker, type DayRows } from './day-rows';
import type { Township } from './offers';

/** Applications in a transaction, or as many as one day has. */
const BATCH = 500;
/** The load's name; what is done of it is counted in days. */
export const APPLICATION_LOAD = 'demo-applications';

/** The days that are still to come. */
export function daysLeft({ scale, now, done }: DemoLoad): ApplicationDay[] {
  return applicationDays(scale, dayOf(now)).slice(done);
}

/** Loads what is left of them, a few hundred a transaction, each with its checkpoint: cut off, it goes on where it stopped. */
export async function loadApplications(
  database: DataSource,
  load: DemoLoad,
  townships: readonly Township[],
  onLoaded: (applications: number) => void,
): Promise<void> {
  const maker = new DayMaker(townships, load.now);
  let done = load.done;
  for (const days of batches(daysLeft(load))) {
    const rows = days.map((day) => maker.rowsOf(day));
    done += days.length;
    await database.transaction(async (tx) => {
      await insertDays(tx, rows);
      await tx.update(ImportCheckpoint, { id: load.id }, { rowsDone: done });
    });
    onLoaded(days.reduce((sum, day) => sum + sizeOf(day), 0));
  }
}

async function insertDays(tx: EntityManager, rows: readonly DayRows[]): Promise<void> {
  const all = <K extends keyof DayRows>(key: K) => rows.flatMap((day): object[] => day[key]);
  await insertAll(tx, Application, all('applications'));
  await insertAll(tx, AcceptanceSerial, all('serials'));
  await insertAll(tx, TimelineEntry, all('entries'));
  await insertAll(tx, CaseDeadline, all('deadlines'));
  await insertAll(tx, Rating, all('ratings'));
}

/** Days until there are enough for a transaction. */
function* batches(days: readonly ApplicationDay[]): Generator<ApplicationDay[]> {
  let batch: ApplicationDay[] = [];
  for (const day of days) {
    batch.push(day);
    if (batch.reduce((sum, each) => sum + sizeOf(each), 0) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
