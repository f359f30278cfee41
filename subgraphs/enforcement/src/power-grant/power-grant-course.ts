import { type Clock, dayOf, startOfDay } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { optionalWords } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { takeTurn } from '@township-graph/shared/turn';
import type { EntityManager } from 'typeorm';
import type { Periods } from '../periods';
import { EnforcementTurn, turnOfPowers } from '../turns';
import { GrantedPower } from './granted-power.entity';
import { PowerGrant } from './power-grant.entity';
import { PowerGrantAction, type PowerGrantState } from './power-grant.enums';
import { POWER_GRANT_MACHINE, standingOf } from './power-grant.machine';
import type { PowerGrantRepository } from './power-grant.repository';
import { isEvaluatedByLaw } from './power-grant.rules';

type MachineAction = Exclude<PowerGrantAction, PowerGrantAction.GRANT>;

/** What a command on a grant says besides what it does. */
interface MoveInput {
  readonly grantId: string;
  readonly expectedVersion: number;
  readonly note?: string | null;
  readonly idempotencyKey?: string | null;
}

export const EVALUATION = 'EVALUATION';

/** The course of grants: each step by the table of moves, on the version that was read, written down and told. */
export class PowerGrantCourse {
  readonly asKept: ResultForm<PowerGrant>;

  constructor(
    readonly commands: Commands,
    private readonly grants: PowerGrantRepository,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
    readonly clock: Clock,
  ) {
    this.asKept = rowResult(grants.manager, PowerGrant);
  }

  today(): string {
    return dayOf(this.clock());
  }

  /** A command on one grant of the viewer's own county. */
  run<I extends MoveInput>(
    name: string,
    context: RequestContext,
    input: I,
    work: (tx: EntityManager, grant: PowerGrant) => Promise<Done<PowerGrant>>,
  ): Promise<PowerGrant> {
    return this.commands.run(context, {
      name,
      needs: 'enforcement:manage',
      input,
      result: this.asKept,
      work: async (tx) => work(tx, await this.grants.getOwn(tx, context.viewer, input.grantId)),
    });
  }

  /** The state that the action leads to; refused with the state, and what is possible instead. */
  next(grant: PowerGrant, action: MachineAction): PowerGrantState {
    return POWER_GRANT_MACHINE.next(grant.state, action, standingOf(grant, this.today()));
  }

  async step(
    tx: EntityManager,
    context: RequestContext,
    grant: PowerGrant,
    action: MachineAction,
    { expectedVersion, note }: MoveInput,
    change: Partial<Omit<PowerGrant, 'version' | 'state'>> & { readonly version?: never },
    legalBasis: string | null = null,
  ): Promise<PowerGrant> {
    const { id, state: from } = grant;
    await this.grants.change(tx, context.viewer, { id }, expectedVersion, { ...change, state: this.next(grant, action) });
    const after = await tx.findOneByOrFail(PowerGrant, { id });
    await this.record(tx, context, after, action, from, note, legalBasis);
    return after;
  }

  record(
    tx: EntityManager,
    context: RequestContext,
    { id, divisionCode, state: to }: PowerGrant,
    action: PowerGrantAction,
    from: PowerGrantState | null,
    note: string | null | undefined,
    legalBasis: string | null,
  ): Promise<void> {
    const words = optionalWords('note', note, 500);
    return recordStep(tx, this.clock, context, { type: 'PowerGrant', id, divisionCode }, { action, from, to, note: words, legalBasis });
  }

  /** Who decides what is held in a division does so one after the other. */
  async holdDivision(tx: EntityManager, divisionCode: string): Promise<void> {
    await takeTurn(tx, EnforcementTurn, turnOfPowers(divisionCode));
  }

  itemsOf(tx: EntityManager, grantId: string): Promise<GrantedPower[]> {
    return tx.find(GrantedPower, { where: { grantId }, order: { powerCode: 'ASC' } });
  }

  /** The law asks for evaluation again and again; what ends before it would be due needs none. */
  async startEvaluation(tx: EntityManager, grant: PowerGrant, from: string): Promise<void> {
    if (!isEvaluatedByLaw(grant.mode)) return;
    const { id, divisionCode, effectiveTo } = grant;
    const subject = { type: 'PowerGrant', id, divisionCode };
    const { dueAt } = await this.deadlines.start(tx, subject, EVALUATION, this.periods.evaluation, startOfDay(from));
    if (effectiveTo !== null && dueAt >= startOfDay(effectiveTo)) await this.endEvaluation(tx, grant);
  }

  async evaluated(tx: EntityManager, grant: PowerGrant): Promise<void> {
    await this.deadlines.meet(tx, grant.id, EVALUATION);
    await this.startEvaluation(tx, grant, this.today());
  }

  endEvaluation(tx: EntityManager, { id }: PowerGrant): Promise<void> {
    return this.deadlines.lapse(tx, id, [EVALUATION]);
  }
}

/** The answer, what was acted on, and what others will read of it. */
export function doneOn(grant: PowerGrant, type: string, powerCodes: readonly string[] = []): Done<PowerGrant> {
  const { id, divisionCode, version, mode, state, effectiveFrom, effectiveTo } = grant;
  const payload = { version, state, mode, effectiveFrom, effectiveTo, powerCodes };
  return {
    result: grant,
    on: [{ type: 'PowerGrant', id, divisionCode }],
    events: [{ type, subjectType: 'PowerGrant', subjectId: id, divisionCode, payload }],
  };
}
