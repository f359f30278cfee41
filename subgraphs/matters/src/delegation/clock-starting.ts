import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import { held } from '@township-graph/shared/held';
import type { Job, Turn } from '@township-graph/shared/scheduler/job';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { Delegation } from './delegation.entity';
import { DelegationState } from './delegation.enums';
import { type DelegationClocks, subjectOf } from './delegation-clocks';

export interface ClockStartingOptions {
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly clocks: DelegationClocks;
}

/** So many at a time: a transaction that takes longer keeps others from writing. */
const AT_ONCE = 50;

/** Rows come past the commands by a load or a release, not by the minute. */
const HOURLY = 60 * 60 * 1000;

/**
 * Gives their clocks to delegations in force that were published without: loaded, or published before clocks were kept.
 * One that has or had any is left alone, so that it is done once.
 */
export class ClockStarting implements Job {
  readonly name = 'delegation-clocks';
  readonly everyMs = HOURLY;

  constructor(private readonly options: ClockStartingOptions) {}

  async run(turn: Turn): Promise<void> {
    const { commands } = this.options;
    for (let due = await this.dueAfter(''); due.length > 0; due = await this.dueAfter(due.at(-1)!)) {
      if (!(await turn.goesOn())) return;
      await commands.runAsSystem(this.name, (tx) => this.start(tx, due));
    }
  }

  /** Null where another instance was here. */
  private async start(tx: EntityManager, ids: readonly string[]): Promise<Done<null> | null> {
    const { clock, clocks } = this.options;
    const delegations = await held(tx.createQueryBuilder(Delegation, 'delegation'))
      .where('delegation.id IN (:...ids) AND delegation.state = :state', { ids, state: DelegationState.PUBLISHED })
      .orderBy('delegation.id')
      .getMany();
    // Asked once they are held: until then another instance might have been at it.
    const clocked = new Set((await tx.findBy(CaseDeadline, { subjectId: In([...ids]) })).map(({ subjectId }) => subjectId));
    const without = delegations.filter(({ id }) => !clocked.has(id));
    for (const delegation of without) await clocks.found(tx, delegation, clock());
    return without.length === 0 ? null : { result: null, on: without.map(subjectOf) };
  }

  private async dueAfter(id: string): Promise<string[]> {
    const delegations = await this.options.database.manager
      .createQueryBuilder(Delegation, 'delegation')
      .select('delegation.id')
      .where('delegation.state = :state AND delegation.id > :id', { state: DelegationState.PUBLISHED, id })
      .andWhere('NOT EXISTS (SELECT 1 FROM case_deadline clock WHERE clock.subjectId = delegation.id)')
      .orderBy('delegation.id')
      .limit(AT_ONCE)
      .getMany();
    return delegations.map((delegation) => delegation.id);
  }
}
