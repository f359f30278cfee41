import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { calendarKnownUntil } from '../calendar';
import type { Done } from '../command/commands';
import { held } from '../held';
import type { Job, Turn } from '../scheduler/job';
import { byId, oneByOne } from '../scheduler/one-by-one';
import { CaseDeadline } from './case-deadline.entity';
import { type DeadlineJobOptions, toldOf } from './deadline-job';
import { standingAt } from './deadline-standing';
import { OPEN, untilTold } from './deadlines';

/** A date that a subject keeps a copy of, for its lists and rules: it moves with the deadline, in the same transaction. */
export interface MovedDeadline {
  readonly subjectType: string;
  readonly kind: string;
  apply(tx: EntityManager, deadline: CaseDeadline): Promise<unknown>;
}

export interface ProvisionalDeadlinesOptions extends DeadlineJobOptions {
  readonly whenMoved?: readonly MovedDeadline[];
}

const TEN_MINUTES_MS = 10 * 60 * 1000;

/**
 * Computes anew what hung on holidays that were not published (民法典§203, 行政许可法§82), once those of a further year are known:
 * each deadline once for each calendar, whichever instance finds it. What is met or lapsed stays as it was judged.
 */
export class ProvisionalDeadlines implements Job {
  readonly name = 'provisional-deadlines';
  readonly everyMs = TEN_MINUTES_MS;

  constructor(private readonly options: ProvisionalDeadlinesOptions) {}

  run(turn: Turn): Promise<void> {
    const { commands, database, log } = this.options;
    const next = (after: string) =>
      this.outdated(database.manager).andWhere('deadline.id > :after', { after }).orderBy('deadline.id').limit(1).getOne();
    return oneByOne(turn, {
      units: byId(next),
      work: ({ id }) => commands.runAsSystem(this.name, (tx) => this.recompute(tx, id)),
      about: ({ id: deadlineId }) => ({ deadlineId }),
      undone: ['deadlines', 'computed anew'],
      log,
    });
  }

  /** Null where another instance was here, or nothing came of it. */
  private async recompute(tx: EntityManager, id: string): Promise<Done<true> | null> {
    const deadline = await held(this.outdated(tx)).andWhere('deadline.id = :id', { id }).getOne();
    if (!deadline) return null;
    const now = this.options.clock();
    const { dueAt: wasDueAt, light } = deadline;
    const standing = standingAt(now, deadline);
    await tx.update(CaseDeadline, { id }, untilTold(light, standing, now));
    const hasMoved = standing.dueAt.getTime() !== wasDueAt.getTime();
    if (!hasMoved && standing.isProvisional) return null;
    const moved = Object.assign(deadline, standing);
    if (hasMoved) await this.copyOf(moved)?.apply(tx, moved);
    const more = { wasDueAt: wasDueAt.toISOString(), isProvisional: standing.isProvisional };
    return { result: true, ...(await toldOf(tx, moved, 'DEADLINE_RECOMPUTED', this.options, more)) };
  }

  private copyOf({ subjectType, kind }: CaseDeadline): MovedDeadline | undefined {
    return this.options.whenMoved?.find((each) => each.subjectType === subjectType && each.kind === kind);
  }

  /** Open ones that were computed by a calendar that knew less. */
  private outdated(manager: EntityManager): SelectQueryBuilder<CaseDeadline> {
    const byOlder = new Brackets((either) =>
      either.where('deadline.calendarUntil IS NULL').orWhere('deadline.calendarUntil < :known', { known: calendarKnownUntil() }),
    );
    return manager
      .createQueryBuilder(CaseDeadline, 'deadline')
      .where('deadline.isProvisional = :isProvisional AND deadline.metAt IS NULL AND deadline.state IN (:...open)', {
        isProvisional: true,
        open: OPEN,
      })
      .andWhere(byOlder);
  }
}
