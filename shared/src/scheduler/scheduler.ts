import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import type { Logger } from '../log';
import type { Job } from './job';
import { Lease } from './lease';

export interface SchedulerOptions {
  readonly database: DataSource;
  readonly jobs: readonly Job[];
  readonly clock: Clock;
  /** How often a job runs that does not say so itself. */
  readonly everyMs: number;
  readonly log?: Logger;
}

/** How often it looks whether a job is due. */
const LOOK_EVERY_MS = 5_000;

/**
 * Runs a subgraph's jobs. Every instance of the subgraph may have one: a lease in the database decides which of them runs a job,
 * and another takes over from one that is gone.
 */
export class Scheduler {
  private readonly stopping = new AbortController();
  private looking: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SchedulerOptions) {}

  start(): void {
    this.looking = Promise.all(this.options.jobs.map((job) => this.lookAfter(job)));
  }

  /** Waits for the transactions in hand, and for nothing else. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
  }

  /** Runs each job that is due and that nobody holds, once. */
  async runDue(): Promise<void> {
    await Promise.all(this.options.jobs.map((job) => this.runIfDue(job)));
  }

  private async lookAfter(job: Job): Promise<void> {
    const { signal } = this.stopping;
    const lookEveryMs = Math.min(LOOK_EVERY_MS, this.everyMsOf(job));
    while (!signal.aborted) {
      await this.runIfDue(job);
      await pause(lookEveryMs, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  /** Never throws: a job that fails, or a database that is away, is tried again. */
  private async runIfDue(job: Job): Promise<void> {
    const { database, clock, log } = this.options;
    try {
      const lease = await Lease.take({ database, clock, name: job.name, everyMs: this.everyMsOf(job) });
      if (lease && !(await this.run(job, lease))) log?.warn({ job: job.name }, 'a job was taken over while it ran');
    } catch (error) {
      log?.error({ err: error, job: job.name }, 'a job could not be taken or given back; tried again');
    }
  }

  /** False when the lease was lost meanwhile. */
  private async run(job: Job, lease: Lease): Promise<boolean> {
    let wasBrokenOff = false;
    const goesOn = async () => {
      wasBrokenOff ||= this.stopping.signal.aborted || !(await lease.holds());
      return !wasBrokenOff;
    };
    try {
      await job.run({ goesOn });
    } catch (error) {
      this.options.log?.error({ err: error, job: job.name }, 'a job failed; tried again later');
      return lease.failed();
    }
    return wasBrokenOff ? lease.interrupted() : lease.done();
  }

  private everyMsOf(job: Job): number {
    return job.everyMs ?? this.options.everyMs;
  }
}
