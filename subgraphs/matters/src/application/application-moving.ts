import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { optionalWords } from '@township-graph/shared/stated-text';
import { moveTimeline, recordStep, type TimelineSubject } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { hangsOnDates, type MissedDates, missedOf, NONE_MISSED } from './application.deadlines';
import { Application } from './application.entity';
import { applicationNotFound, notYourTier } from './application.errors';
import { APPLICATION_MACHINE, type ApplicationAction } from './application.moves';
import { actsAtTier } from './application.policy';
import type { ApplicationRepository } from './application.repository';

/** What every move is told. */
export interface MoveInput {
  readonly idempotencyKey?: string | null;
  readonly applicationId: string;
  readonly expectedVersion: number;
  readonly note?: string | null;
}

type Columns = Partial<Omit<Application, 'version' | 'state'>>;

/** One move, as its command describes it. */
export interface ApplicationMove {
  /** The mutation's name. */
  readonly name: string;
  readonly action: ApplicationAction | ((application: Application, missed: MissedDates) => ApplicationAction);
  readonly legalBasis?: string | ((missed: MissedDates) => string | undefined);
  /** Starts and stops clocks, and says which columns change with the state. */
  readonly change?: (tx: EntityManager, application: Application, missed: MissedDates) => Promise<Columns> | Columns;
}

/** What else a move sets going, in its transaction: the events that come of it. */
export interface ApplicationFollower {
  moved(tx: EntityManager, context: Pick<RequestContext, 'viewer'>, application: Application): Promise<readonly OutboxEntry[]>;
}

/** Moves applications: the one way from a state to another, with its step, its clocks, its audit record and its event. */
export class ApplicationMoving {
  readonly asKept: ResultForm<Application>;

  constructor(
    readonly commands: Commands,
    readonly deadlines: Deadlines,
    readonly clock: Clock,
    private readonly applications: ApplicationRepository,
    private readonly followers: readonly ApplicationFollower[],
  ) {
    this.asKept = rowResult(applications.manager, Application);
  }

  move(context: RequestContext, input: MoveInput, move: ApplicationMove): Promise<Application> {
    return this.commands.run(context, {
      name: move.name,
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const application = await this.load(tx, context, input.applicationId);
        if (!actsAtTier(context.viewer, application, this.clock)) throw notYourTier();
        return this.step(tx, context, application, input, move);
      },
    });
  }

  /** In sight of the viewer, or not there. */
  async load(tx: EntityManager, { viewer }: RequestContext, id: string): Promise<Application> {
    const application = await tx.findOneBy(Application, { id });
    // Compared again: MariaDB finds "x" for "x ".
    if (application?.id !== id || !sees(viewer, application.divisionCode, this.clock)) throw applicationNotFound();
    return application;
  }

  /** Takes the step within a transaction that the caller has opened. */
  async step(
    tx: EntityManager,
    context: Pick<RequestContext, 'viewer'>,
    application: Application,
    { expectedVersion, note: said }: Pick<MoveInput, 'expectedVersion' | 'note'>,
    { action: wanted, change, legalBasis: basis }: ApplicationMove,
  ): Promise<Done<Application>> {
    const note = optionalWords('note', said, 500);
    const missed = await this.missedDatesOf(tx, application);
    const action = typeof wanted === 'function' ? wanted(application, missed) : wanted;
    const state = APPLICATION_MACHINE.next(application.state, action, application.facts(missed, this.clock()));
    const columns = { ...(await change?.(tx, application, missed)), state };
    await this.applications.change(tx, context.viewer, { id: application.id }, expectedVersion, columns);
    const moved = Object.assign(new Application(), application, columns, { version: expectedVersion + 1 });
    const hasLeft = moved.divisionCode !== application.divisionCode;
    if (hasLeft) await this.takeAlong(tx, moved);
    const legalBasis = typeof basis === 'function' ? basis(missed) : basis;
    await recordStep(tx, this.clock, context, subjectOf(moved), { action, from: application.state, to: state, note, legalBasis });
    const done = doneOn(moved, action, hasLeft ? application.divisionCode : null);
    const events = [...(done.events ?? [])];
    for (const follower of this.followers) events.push(...(await follower.moved(tx, context, moved)));
    return { ...done, events };
  }

  /** What is kept beside an application follows it to another division. */
  private async takeAlong(tx: EntityManager, application: Application): Promise<void> {
    await moveTimeline(tx, subjectOf(application));
    await this.deadlines.move(tx, subjectOf(application));
  }

  private async missedDatesOf(tx: EntityManager, application: Application): Promise<MissedDates> {
    if (!hangsOnDates(application)) return NONE_MISSED;
    return missedOf(await this.deadlines.open(tx, application.id), this.clock());
  }
}

export function subjectOf({ id, divisionCode }: Application): TimelineSubject {
  return { type: 'Application', id, divisionCode };
}

/** A command’s or a move’s name as events are called: callBack → CALL_BACK. */
export const eventWord = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What others hear of it: no personal data, whoever may see it asks for it. Where it was moved away from, that it is gone. */
export function doneOn(application: Application, action: string, leftDivisionCode: string | null = null): Done<Application> {
  const { id, divisionCode, state, version, matterId, handlerTier } = application;
  const type = `APPLICATION_${eventWord(action)}`;
  return {
    result: application,
    on: [{ type: 'Application', id, divisionCode }],
    events: [
      {
        type,
        subjectType: 'Application',
        subjectId: id,
        divisionCode,
        leftDivisionCode,
        payload: { state, version, matterId, handlerTier },
      },
    ],
  };
}
