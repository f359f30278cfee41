import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { Scope } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { MatterChange } from './matter-change.entity';
import { matterChangeNotFound } from './matter-change.errors';
import { refusalOf, scopeFor } from './matter-change.policy';
import type { MatterChangeRepository } from './matter-change.repository';
import { MATTER_CHANGE_MACHINE, type MatterChangeAction } from './matter-change.status';

export interface MoveChange {
  readonly idempotencyKey?: string | null;
  readonly changeId: string;
  readonly expectedVersion: number;
}

/** What a change made of its subject. */
export interface Made {
  readonly type: string;
  readonly id: string;
  readonly divisionCode: string;
  readonly event: string;
  /** Where it is handled besides: whoever keeps a list there is told. */
  readonly concerns?: readonly string[];
}

/** What a step does besides moving the state. */
export interface ChangePlan {
  readonly change?: Partial<MatterChange> & { readonly version?: never };
  readonly note?: string | null;
  /** What changed besides the proposal, with its event. */
  readonly made?: Made;
}

/** All steps of changes go the same way. */
export class MatterChangeSteps {
  private readonly asKept: ResultForm<MatterChange>;

  constructor(
    private readonly commands: Commands,
    private readonly changes: MatterChangeRepository,
    readonly clock: Clock,
  ) {
    this.asKept = rowResult(changes.manager, MatterChange);
  }

  /** A step of the machine: load · visible · may · allowed · change by version · record. */
  take(
    context: RequestContext,
    action: MatterChangeAction,
    input: MoveChange,
    plan: (tx: EntityManager, change: MatterChange) => Promise<ChangePlan>,
  ): Promise<MatterChange> {
    const { viewer } = context;
    const { changeId: id, expectedVersion } = input;
    return this.run(context, action, scopeFor(action), input, async (tx) => {
      const standing = await this.changes.findById(viewer, id, tx);
      if (!standing) throw matterChangeNotFound();
      const refusal = refusalOf(viewer, action, standing, this.clock);
      if (refusal) throw refusal;
      const state = MATTER_CHANGE_MACHINE.next(standing.state, action, factsOf(standing, dayOf(this.clock())));
      const { change, note, made } = await plan(tx, standing);
      await this.changes.change(tx, viewer, { id }, expectedVersion, { ...change, state });
      await this.record(tx, context, standing, { action, from: standing.state, to: state, note });
      const done = doneOn(await tx.findOneByOrFail(MatterChange, { id }), action);
      if (!made) return done;
      const { event: type, concerns, ...subject } = made;
      const event = {
        type,
        subjectType: subject.type,
        subjectId: subject.id,
        divisionCode: subject.divisionCode,
        payload: { changeId: id },
        concerns,
      };
      return { ...done, on: [...done.on, subject], events: [...done.events!, event] };
    });
  }

  record(
    tx: EntityManager,
    context: RequestContext,
    change: MatterChange,
    step: { readonly action: string; readonly from: string | null; readonly to: string; readonly note?: string | null },
  ): Promise<void> {
    const { document, article } = change.ground;
    const legalBasis = `${document}${article ?? ''}`.slice(0, 200);
    return recordStep(tx, this.clock, context, subjectOf(change), { ...step, legalBasis });
  }

  run(
    context: RequestContext,
    name: MatterChangeAction | 'proposeMatterChange',
    needs: Scope,
    input: object,
    work: (tx: EntityManager) => Promise<Done<MatterChange>>,
  ): Promise<MatterChange> {
    return this.commands.run(context, { name, needs, input, result: this.asKept, work });
  }
}

/** What the machine judges by. */
export const factsOf = ({ noticeUntil }: Pick<MatterChange, 'noticeUntil'>, today: string) => ({
  isNoticeOver: noticeUntil !== null && today > noticeUntil,
});

const subjectOf = ({ id, divisionCode }: MatterChange) => ({ type: 'MatterChange', id, divisionCode });

export function doneOn(change: MatterChange, action: string): Done<MatterChange> {
  const { id, divisionCode, subjectDivision, state, version } = change;
  const event = {
    type: 'MATTER_CHANGE_MOVED',
    subjectType: 'MatterChange',
    subjectId: id,
    divisionCode,
    payload: { action, state, version },
    // Whose matter or list it is reads the proposal.
    concerns: [subjectDivision],
  };
  return { result: change, on: [{ type: 'MatterChange', id, divisionCode }], events: [event] };
}
