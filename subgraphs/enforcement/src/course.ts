import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { type BilingualText, DomainError, NotFound } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import { staleVersion } from '@township-graph/shared/stale-version';
import type { Machine } from '@township-graph/shared/state-machine';
import { optionalWords } from '@township-graph/shared/stated-text';
import { moveTimeline, recordStep } from '@township-graph/shared/timeline/timeline';
import { holds, type Scope, sees, type Viewer } from '@township-graph/shared/viewer';
import type { EntityManager, EntityTarget } from 'typeorm';

export interface CourseRow<State extends string = string> {
  readonly id: string;
  readonly divisionCode: string;
  readonly state: State;
  readonly version: number;
}

/** Who may take a step, what others are told of it, and the law behind it. */
export interface CourseStep {
  readonly needs: Scope;
  /** Type of the event. */
  readonly told: string;
  readonly basis?: string;
  /** Taken by the county, whose divisions must hold all of it, for whatever township. */
  readonly ofCounty?: boolean;
}

/** Everything about a kind of thing that goes through states, as data. `Opening` is how a row begins. */
export interface CourseKind<E extends CourseRow, Action extends string, Opening extends string, Facts> {
  readonly type: string;
  readonly words: BilingualText;
  readonly entity: EntityTarget<E>;
  readonly machine: Machine<E['state'], Action, Facts>;
  readonly steps: Readonly<Record<Action | Opening, CourseStep>>;
  facts(row: E, now: Date): Facts;
  /** What others read of it: no personal data, and no words. */
  payload(row: E): Readonly<Record<string, unknown>>;
}

/** What every command on a row that was read before says. */
export interface CourseMove {
  readonly expectedVersion: number;
  readonly note?: string | null;
  readonly idempotencyKey?: string | null;
}

interface Taking<E extends CourseRow, Action, I> {
  readonly name: string;
  readonly action: Action;
  readonly id: string;
  readonly input: I;
  /** Checks, and says which columns change; the state is the table's. */
  readonly work: (tx: EntityManager, row: E) => Promise<Partial<E>> | Partial<E>;
}

/** Each step by the table of moves, on the version that was read, written down and told. */
export class Course<E extends CourseRow, Action extends string, Opening extends string, Facts> {
  private readonly asKept: ResultForm<E>;

  constructor(
    private readonly kind: CourseKind<E, Action, Opening, Facts>,
    private readonly commands: Commands,
    private readonly rows: ScopedRepository<E>,
    private readonly deadlines: Deadlines,
    readonly clock: Clock,
  ) {
    this.asKept = rowResult(rows.manager, kind.entity);
  }

  /** A new row, in the place. `make` checks, and gives it whole; `then` writes what belongs to it. */
  open<I extends { readonly idempotencyKey?: string | null }>(
    context: RequestContext,
    { name, action, input, place, make, then }: { name: string; action: Opening; input: I; place?: string } & Making<E>,
  ): Promise<E> {
    const { type, entity, steps } = this.kind;
    const work = async (tx: EntityManager): Promise<Done<E>> => {
      if (place) this.refuseOutside(context.viewer, place, steps[action]);
      const row = await make(tx);
      this.refuseOutside(context.viewer, row.divisionCode, steps[action]);
      await insertAll(tx, entity, [row as never]);
      await then?.(tx, row);
      await recordStep(tx, this.clock, context, { type, ...row }, { action, from: null, to: row.state, legalBasis: steps[action].basis });
      return this.done(row, steps[action]);
    };
    return this.commands.run(context, { name, needs: steps[action].needs, input, result: this.asKept, work });
  }

  /** A step of a row of the viewer's own divisions. */
  take<I extends CourseMove>(context: RequestContext, { name, action, id, input, work }: Taking<E, Action, I>): Promise<E> {
    const { steps, machine, facts, entity } = this.kind;
    const step = steps[action];
    const run = async (tx: EntityManager): Promise<Done<E>> => {
      const row = await this.own(tx, context.viewer, id, step);
      if (row.version !== input.expectedVersion) throw staleVersion(input.expectedVersion);
      const state = machine.next(row.state, action, facts(row, this.clock()));
      const change = { ...(await work(tx, row)), state };
      await this.rows.change(tx, context.viewer, { id } as Partial<E>, input.expectedVersion, change as never);
      const after = (await tx.findOneBy(entity, { id } as never))!;
      await this.record(tx, context, row, after, action, optionalWords('note', input.note, 500));
      return this.done(after, step, row.divisionCode);
    };
    return this.commands.run(context, { name, needs: step.needs, input, result: this.asKept, work: run });
  }

  /** What this viewer can do with the row now. */
  availableActions(viewer: Viewer, row: E): Action[] {
    const { machine, steps, facts } = this.kind;
    const may = (action: Action) =>
      holds(viewer, steps[action].needs) && sees(viewer, this.placeOf(row.divisionCode, steps[action]), this.clock);
    return machine.availableActions(row.state, facts(row, this.clock())).filter(may);
  }

  private placeOf(divisionCode: string, { ofCounty }: CourseStep): string {
    return ofCounty ? divisionCode.slice(0, 6) : divisionCode;
  }

  private refuseOutside(viewer: Viewer, divisionCode: string, step: CourseStep): void {
    const place = this.placeOf(divisionCode, step);
    if (sees(viewer, place, this.clock)) return;
    throw new DomainError(
      'FORBIDDEN',
      'OUTSIDE_DIVISIONS',
      { zh: '不在您的管辖范围内', en: 'That is outside your divisions' },
      { divisionCode: place },
    );
  }

  /** Not yours and not there look the same; who has the township and not its county is told that it takes the county. */
  private async own(tx: EntityManager, viewer: Viewer, id: string, step: CourseStep): Promise<E> {
    const row = await tx.findOneBy(this.kind.entity, { id } as never);
    // Compared again: MariaDB finds "x" for "x ".
    if (row?.id !== id || !sees(viewer, row.divisionCode, this.clock)) throw new NotFound(this.kind.words);
    this.refuseOutside(viewer, row.divisionCode, step);
    return row;
  }

  private async record(tx: EntityManager, context: RequestContext, before: E, after: E, action: Action, note: string | null) {
    const { type, steps } = this.kind;
    const subject = { type, id: after.id, divisionCode: after.divisionCode };
    if (after.divisionCode !== before.divisionCode) {
      await moveTimeline(tx, subject);
      await this.deadlines.move(tx, subject);
    }
    const step = { action, from: before.state, to: after.state, note, legalBasis: steps[action].basis };
    await recordStep(tx, this.clock, context, subject, step);
  }

  private done(row: E, { told }: CourseStep, leftDivisionCode = row.divisionCode): Done<E> {
    const { type, payload } = this.kind;
    const { id, divisionCode, version, state } = row;
    const left = leftDivisionCode === divisionCode ? {} : { leftDivisionCode };
    return {
      result: row,
      on: [{ type, id, divisionCode }],
      events: [{ type: told, subjectType: type, subjectId: id, divisionCode, ...left, payload: { version, state, ...payload(row) } }],
    };
  }
}

interface Making<E extends CourseRow> {
  readonly make: (tx: EntityManager) => Promise<E> | E;
  readonly then?: (tx: EntityManager, row: E) => Promise<unknown>;
}
