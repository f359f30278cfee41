import type { EntityManager } from 'typeorm';
import type { Acted, Done } from '../command/commands';
import type { OutboxEntry } from '../command/journal';
import { held } from '../held';
import type { Job, Turn } from '../scheduler/job';
import { systemViewer, type Viewer } from '../viewer';
import { CaseDeadline } from './case-deadline.entity';
import { DeadlineLight, isWorse } from './deadline.enums';
import { type DeadlineJobOptions, toldOf } from './deadline-job';
import { isOutdated, standingAt } from './deadline-standing';

/** What else came of a missed date; null for nothing. */
export interface Consequence {
  readonly on?: readonly Acted[];
  readonly events?: readonly OutboxEntry[];
}

/** What the law attaches to a date that is missed, such as 行政许可法§32(4): without a notice in five days an application is accepted. */
export interface MissedDeadline {
  readonly subjectType: string;
  readonly kind: string;
  /**
   * In the transaction that turns the light red; what it throws leaves the light as it was, to be tried again. Days may have gone by:
   * what was due may be done by now (`deadline.metAt`), and the subject withdrawn, so it looks at the subject first.
   * `viewer` is the system, in the deadline's division.
   */
  apply(tx: EntityManager, deadline: CaseDeadline, viewer: Viewer): Promise<Consequence | null>;
}

export interface DeadlineLightsOptions extends DeadlineJobOptions {
  readonly whenMissed?: readonly MissedDeadline[];
}

/** Where a run has come to. */
type Place = Pick<CaseDeadline, 'id'> & { readonly nextAt: Date };

const BEGINNING: Place = { id: '', nextAt: new Date(0) };

/** Turns lights when their time has come, oldest first: each as it stood at that time, so that days of standstill are told of in their order. */
export class DeadlineLights implements Job {
  readonly name = 'deadline-lights';

  constructor(private readonly options: DeadlineLightsOptions) {}

  async run(turn: Turn): Promise<void> {
    const { commands, log } = this.options;
    let place: Place | null = BEGINNING;
    let failures = 0;
    while (await turn.goesOn()) {
      const due: Place | null = await this.nextAfter(place);
      if (!due) break;
      place = due;
      try {
        await commands.runAsSystem(this.name, (tx) => this.turnLight(tx, due));
      } catch (error) {
        failures += 1;
        log?.error({ err: error, deadlineId: due.id }, 'the light of a deadline could not be turned; the others are');
      }
    }
    if (failures > 0) throw new Error(`the lights of ${failures} deadlines could not be turned`);
  }

  /** One at a time: what is turned yellow may be due to turn red before the next is due at all. */
  private async nextAfter({ nextAt, id }: Place): Promise<Place | null> {
    const { database, clock } = this.options;
    const next = await database.manager
      .createQueryBuilder(CaseDeadline, 'deadline')
      .select(['deadline.id', 'deadline.nextAt'])
      .where('deadline.nextAt >= :nextAt AND deadline.nextAt <= :now', { nextAt, now: clock() })
      .andWhere('(deadline.nextAt > :nextAt OR deadline.id > :id)', { id })
      .orderBy('deadline.nextAt')
      .addOrderBy('deadline.id')
      .limit(1)
      .getOne();
    return next && { id: next.id, nextAt: next.nextAt! };
  }

  /** Null if it was turned, met, stopped or moved meanwhile, if its date may be about to move, or if there is nothing to tell. */
  private async turnLight(tx: EntityManager, { id, nextAt }: Place): Promise<Done<void> | null> {
    const deadline = await held(tx.createQueryBuilder(CaseDeadline, 'deadline')).where({ id, nextAt }).getOne();
    // A date moves together with the copies that subjects keep of it (`ProvisionalDeadlines`), and before its light.
    if (!deadline || isOutdated(deadline)) return null;
    const told = deadline.light;
    const standing = standingAt(nextAt, deadline);
    await tx.update(CaseDeadline, { id, nextAt }, standing);
    if (!isWorse(standing.light, told)) return null;
    const { on = [], events = [] } = await this.consequenceOf(tx, Object.assign(deadline, standing));
    const type = deadline.light === DeadlineLight.RED ? 'DEADLINE_OVERDUE' : 'DEADLINE_WARNING';
    const own = await toldOf(tx, deadline, type, this.options);
    return { result: undefined, on: [...own.on, ...on], events: [...own.events, ...events] };
  }

  private async consequenceOf(tx: EntityManager, deadline: CaseDeadline): Promise<Consequence> {
    if (deadline.light !== DeadlineLight.RED) return {};
    const { subjectType, kind, divisionCode } = deadline;
    const missed = this.options.whenMissed?.find((each) => each.subjectType === subjectType && each.kind === kind);
    return (await missed?.apply(tx, deadline, systemViewer(this.name, [divisionCode]))) ?? {};
  }
}
