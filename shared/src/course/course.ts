import { type EntityManager, type EntityTarget, In } from 'typeorm';
import type { Clock } from '../clock';
import type { Commands, Done } from '../command/commands';
import { type ResultForm, rowResult } from '../command/result-form';
import type { RequestContext } from '../context';
import type { Deadlines } from '../deadlines/deadlines';
import { type BilingualText, DomainError, NotFound } from '../errors';
import { insertAll } from '../insert-all';
import type { ScopedRepository } from '../scoped-repository';
import { staleVersion } from '../stale-version';
import type { Machine } from '../state-machine';
import { optionalWords } from '../stated-text';
import { moveTimeline, recordStep, recordSteps } from '../timeline/timeline';
import { divisionsOf, holds, type Scope, sees, type Viewer } from '../viewer';

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
  /** Taken by the row's own division, which must be among the viewer's: nobody above it speaks in its name. */
  readonly ofPlace?: boolean;
}

/** Everything about a kind of thing that goes through states, as data. `Opening` is how a row begins. */
export interface CourseKind<E extends CourseRow, Action extends string, Opening extends string, Facts> {
  readonly type: string;
  readonly words: BilingualText;
  readonly entity: EntityTarget<E>;
  readonly machine: Machine<E['state'], Action, Facts>;
  readonly steps: Readonly<Record<Action | Opening, CourseStep>>;
  facts(row: E, now: Date): Facts;
  /** Why this viewer may not take the step although the place is theirs: the row says whose step it is. */
  refusal?(viewer: Viewer, row: E, action: Action, clock: Clock): DomainError | null;
  /** Other divisions that read the row (`ScopeRule.concerns`), and so are told of its steps. */
  concerns?(row: E): readonly string[];
  /** What others read of it: no personal data, and no words. */
  payload(row: E): Readonly<Record<string, unknown>>;
}

/** What every command on a row that was read before says. */
export interface CourseMove {
  readonly expectedVersion: number;
  readonly note?: string | null;
  readonly idempotencyKey?: string | null;
}

/** What a step did to other rows: recorded and told with it. */
export type Beside = Pick<Done<unknown>, 'on' | 'events'>;

type Actor = Pick<RequestContext, 'viewer'>;

interface Stepping<Action, I> {
  readonly name: string;
  readonly action: Action;
  readonly id: string;
  readonly input: I;
}

interface Taking<E extends CourseRow, Action, I> extends Stepping<Action, I> {
  /** Checks, and says which columns change; the state is the table's. */
  readonly work: (tx: EntityManager, row: E, beside: Beside[]) => Promise<Partial<E>> | Partial<E>;
}

interface Acting<E extends CourseRow, Action, I> extends Stepping<Action, I> {
  readonly work: (tx: EntityManager, row: E) => Promise<Done<E>>;
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
    const step = this.kind.steps[action];
    const work = async (tx: EntityManager): Promise<Done<E>> => {
      const beside: Beside[] = [];
      const row = await make(tx, beside);
      this.refuseOutside(context.viewer, row.divisionCode, step);
      return together(await this.add(tx, context, action, row, then), beside);
    };
    return this.begin(context, { name, action, input, place, work });
  }

  /** The same where the work adds the row itself, for more comes of it. */
  begin<I extends { readonly idempotencyKey?: string | null }>(
    context: RequestContext,
    { name, action, input, place, work }: Beginning<E, Opening, I>,
  ): Promise<E> {
    const step = this.kind.steps[action];
    const run = async (tx: EntityManager): Promise<Done<E>> => {
      if (place) this.refuseOutside(context.viewer, place, step);
      return work(tx);
    };
    return this.commands.run(context, { name, needs: step.needs, input, result: this.asKept, work: run });
  }

  /** The same within another command, or a job, that has looked whether it may. */
  async add(tx: EntityManager, actor: Actor, action: Opening, row: E, then?: Making<E>['then']): Promise<Done<E>> {
    const { type, entity, steps } = this.kind;
    await insertAll(tx, entity, [row as never]);
    await then?.(tx, row);
    await recordStep(tx, this.clock, actor, { type, ...row }, { action, from: null, to: row.state, legalBasis: steps[action].basis });
    return this.done(row, steps[action]);
  }

  /** Many new rows within another command, in few statements. */
  async addAll(tx: EntityManager, actor: Actor, action: Opening, rows: readonly E[]): Promise<Beside> {
    const { type, entity, steps } = this.kind;
    await insertAll(tx, entity, rows);
    const taken = rows.map((row) => ({
      subject: { type, ...row },
      step: { action, from: null, to: row.state, legalBasis: steps[action].basis },
    }));
    await recordSteps(tx, this.clock, actor, taken);
    return allOf(rows.map((row) => this.done(row, steps[action])));
  }

  /** A step of a row of the viewer's own divisions. */
  take<I extends CourseMove>(context: RequestContext, { work, ...taking }: Taking<E, Action, I>): Promise<E> {
    return this.act(context, {
      ...taking,
      work: async (tx, row) => {
        const beside: Beside[] = [];
        const change = await work(tx, row, beside);
        return together(await this.move(tx, context, row, taking.action, change, optionalWords('note', taking.input.note, 500)), beside);
      },
    });
  }

  /** The same where more than one step comes of it: the work takes them. */
  act<I extends CourseMove>(context: RequestContext, { name, action, id, input, work }: Acting<E, Action, I>): Promise<E> {
    const { steps, machine, facts } = this.kind;
    const step = steps[action];
    const run = async (tx: EntityManager): Promise<Done<E>> => {
      const row = await this.own(tx, context.viewer, id, step);
      const refused = this.kind.refusal?.(context.viewer, row, action, this.clock);
      if (refused) throw refused;
      if (row.version !== input.expectedVersion) throw staleVersion(input.expectedVersion);
      machine.next(row.state, action, facts(row, this.clock()));
      return work(tx, row);
    };
    return this.commands.run(context, { name, needs: step.needs, input, result: this.asKept, work: run });
  }

  /** The same within another command, or a job, that has looked whether it may; on condition of the version of the row. */
  async move(
    tx: EntityManager,
    actor: Actor,
    row: E,
    action: Action,
    change: Partial<E> = {},
    note: string | null = null,
  ): Promise<Done<E>> {
    const { steps, machine, facts, entity } = this.kind;
    const { id, version } = row;
    const state = machine.next(row.state, action, facts(row, this.clock()));
    await this.rows.change(tx, actor.viewer, { id } as Partial<E>, version, { ...change, state } as never);
    const after = (await tx.findOneBy(entity, { id } as never))!;
    await this.record(tx, actor, row, after, action, note);
    return this.done(after, steps[action], row);
  }

  /** The same step of many rows that were read within the transaction and change alike, staying where they are; all, or none. */
  async moveAll(tx: EntityManager, actor: Actor, rows: readonly E[], action: Action, change: Partial<E> = {}): Promise<Beside> {
    const { type, steps, machine, facts, entity } = this.kind;
    const states = new Map(rows.map((row) => [row.id, machine.next(row.state, action, facts(row, this.clock()))]));
    for (const state of new Set(states.values()))
      await this.rows.changeAll(
        tx,
        actor.viewer,
        rows.filter(({ id }) => states.get(id) === state),
        { ...change, state } as never,
      );
    const found = await tx.findBy(entity, { id: In(rows.map(({ id }) => id)) } as never);
    const after = new Map(found.map((row) => [row.id, row]));
    const taken = rows.map(({ id, divisionCode, state }) => ({
      subject: { type, id, divisionCode },
      step: { action, from: state, to: states.get(id)!, legalBasis: steps[action].basis },
    }));
    await recordSteps(tx, this.clock, actor, taken);
    return allOf(rows.map((row) => this.done(after.get(row.id)!, steps[action], row)));
  }

  /** Refuses who may not open a row in this place, before anything is looked up for them. */
  checkPlace(viewer: Viewer, divisionCode: string, action: Opening): void {
    this.refuseOutside(viewer, divisionCode, this.kind.steps[action]);
  }

  /** What this viewer can do with the row now. */
  availableActions(viewer: Viewer, row: E): Action[] {
    const { machine, steps, facts, refusal } = this.kind;
    const may = (action: Action) =>
      holds(viewer, steps[action].needs) &&
      this.isFor(viewer, row.divisionCode, steps[action]) &&
      !refusal?.(viewer, row, action, this.clock);
    return machine.availableActions(row.state, facts(row, this.clock())).filter(may);
  }

  private placeOf(divisionCode: string, { ofCounty }: CourseStep): string {
    return ofCounty ? divisionCode.slice(0, 6) : divisionCode;
  }

  private isFor(viewer: Viewer, divisionCode: string, step: CourseStep): boolean {
    return step.ofPlace
      ? divisionsOf(viewer, this.clock).includes(divisionCode)
      : sees(viewer, this.placeOf(divisionCode, step), this.clock);
  }

  private refuseOutside(viewer: Viewer, divisionCode: string, step: CourseStep): void {
    const place = this.placeOf(divisionCode, step);
    if (this.isFor(viewer, divisionCode, step)) return;
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

  private async record(tx: EntityManager, actor: Actor, before: E, after: E, action: Action, note: string | null) {
    const { type, steps } = this.kind;
    const subject = { type, id: after.id, divisionCode: after.divisionCode };
    if (after.divisionCode !== before.divisionCode) {
      await moveTimeline(tx, subject);
      await this.deadlines.move(tx, subject);
    }
    const step = { action, from: before.state, to: after.state, note, legalBasis: steps[action].basis };
    await recordStep(tx, this.clock, actor, subject, step);
  }

  private done(row: E, { told }: CourseStep, before = row): Done<E> {
    const { type, payload, concerns } = this.kind;
    const { id, divisionCode, version, state } = row;
    const left = before.divisionCode === divisionCode ? {} : { leftDivisionCode: before.divisionCode };
    const others = concerns?.(row) ?? [];
    const othersBefore = concerns?.(before) ?? [];
    const event = {
      type: told,
      subjectType: type,
      subjectId: id,
      divisionCode,
      ...left,
      concerns: others,
      concernsNoMore: othersBefore.filter((code) => !others.includes(code)),
      payload: { version, state, ...payload(row) },
    };
    return { result: row, on: [{ type, id, divisionCode }], events: [event] };
  }
}

/** What was done to many, as one. */
export const allOf = (each: readonly Beside[]): Beside => ({
  on: each.flatMap(({ on }) => on),
  events: each.flatMap(({ events = [] }) => events),
});

/** One answer, with all that was done beside it. */
export function together<T>({ result, on, events = [] }: Done<T>, beside: readonly Beside[]): Done<T> {
  return {
    result,
    on: [...on, ...beside.flatMap((each) => each.on)],
    events: [...events, ...beside.flatMap((each) => each.events ?? [])],
  };
}

interface Beginning<E extends CourseRow, Opening, I> {
  readonly name: string;
  readonly action: Opening;
  readonly input: I;
  readonly place?: string;
  readonly work: (tx: EntityManager) => Promise<Done<E>>;
}

interface Making<E extends CourseRow> {
  readonly make: (tx: EntityManager, beside: Beside[]) => Promise<E> | E;
  readonly then?: (tx: EntityManager, row: E) => Promise<unknown>;
}
