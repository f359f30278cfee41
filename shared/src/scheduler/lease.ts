import { type DataSource, IsNull, type QueryDeepPartialEntity } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Clock } from '../clock';
import { databaseFaultOf } from '../command/database-faults';
import { ScheduledJob } from './scheduled-job.entity';

/** How long a holder that says nothing is still believed to be there. */
export const LEASE_MS = 60_000;

/** No job waits longer than this for another attempt. */
export const LONGEST_BACK_OFF_MS = 5 * 60_000;

export interface LeaseOptions {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly name: string;
  readonly everyMs: number;
}

/** The right to run a job, for as long as it is renewed. Every write to its row is conditional on still holding it. */
export class Lease {
  private readonly startedAt: Date;
  private renewedAt: Date;

  private constructor(
    private readonly options: LeaseOptions,
    private readonly holder: string,
    private readonly failures: number,
    now: Date,
  ) {
    this.startedAt = now;
    this.renewedAt = now;
  }

  /** Takes it if the job is due and nobody holds it. Of all who try at once the database lets one through. */
  static async take(options: LeaseOptions): Promise<Lease | null> {
    const { database, clock, name } = options;
    const now = clock();
    const job = await jobOf(options, now);
    if (!isDue(job, now, options) || !isFree(job, now)) return null;
    const holder = uuid();
    const { affected } = await database.manager.update(
      ScheduledJob,
      { name, holder: job.holder ?? IsNull(), leaseUntil: job.leaseUntil ?? IsNull(), dueAt: job.dueAt },
      { holder, leaseUntil: leaseFrom(now), lastStartedAt: now },
    );
    return affected === 1 ? new Lease(options, holder, job.failures, now) : null;
  }

  /** Whether it is still held. Renewed when half of it is gone, or when the clock was set back meanwhile. */
  async holds(): Promise<boolean> {
    const now = this.options.clock();
    const age = now.getTime() - this.renewedAt.getTime();
    if (age >= 0 && age < LEASE_MS / 2) return true;
    this.renewedAt = now;
    return this.write({ leaseUntil: leaseFrom(now) });
  }

  /** Everything that was due is done; false if another has taken over, and this says nothing any more. */
  done(): Promise<boolean> {
    const dueAt = after(this.startedAt, this.options.everyMs);
    return this.giveBack({ dueAt, failures: 0, lastDoneAt: this.options.clock() });
  }

  /** Something went wrong: to be tried again later, and later each time. */
  failed(): Promise<boolean> {
    const waitMs = Math.min(this.options.everyMs * 2 ** Math.min(this.failures, 20), LONGEST_BACK_OFF_MS);
    return this.giveBack({ dueAt: after(this.options.clock(), waitMs), failures: this.failures + 1 });
  }

  /** Broken off: whoever takes it next goes on at once. */
  interrupted(): Promise<boolean> {
    return this.giveBack({});
  }

  private giveBack(change: QueryDeepPartialEntity<ScheduledJob>): Promise<boolean> {
    return this.write({ ...change, holder: null, leaseUntil: null });
  }

  private async write(change: QueryDeepPartialEntity<ScheduledJob>): Promise<boolean> {
    const { database, name } = this.options;
    const { affected } = await database.manager.update(ScheduledJob, { name, holder: this.holder }, change);
    return affected === 1;
  }
}

/** The job's row; made when it is asked for the first time. */
async function jobOf({ database: { manager }, name }: LeaseOptions, now: Date): Promise<ScheduledJob> {
  const known = await manager.findOneBy(ScheduledJob, { name });
  if (known) return known;
  const blank = { name, holder: null, leaseUntil: null, dueAt: now, failures: 0, lastStartedAt: null, lastDoneAt: null };
  await manager.insert(ScheduledJob, blank).catch((error) => {
    // Another instance made it in the same moment.
    if (databaseFaultOf(error) !== 'duplicate') throw error;
  });
  return manager.findOneByOrFail(ScheduledJob, { name });
}

/** Also when it is due later than anybody could have said: that was a clock which has been set back since. */
function isDue({ dueAt }: ScheduledJob, now: Date, { everyMs }: LeaseOptions): boolean {
  return dueAt <= now || dueAt > after(now, Math.max(everyMs, LONGEST_BACK_OFF_MS));
}

/** Likewise a lease that is longer than a lease. */
function isFree({ leaseUntil }: ScheduledJob, now: Date): boolean {
  return leaseUntil === null || leaseUntil <= now || leaseUntil > leaseFrom(now);
}

const leaseFrom = (now: Date) => after(now, LEASE_MS);
const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
