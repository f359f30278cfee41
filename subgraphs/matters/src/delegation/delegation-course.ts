import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Acted, Told } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { takeTurn } from '@township-graph/shared/turn';
import type { EntityManager } from 'typeorm';
import { Delegation } from './delegation.entity';
import { DelegationAction, type DelegationState } from './delegation.enums';
import { alreadyDelegated } from './delegation.errors';
import { DELEGATION_MACHINE, standingOf } from './delegation.machine';
import type { DelegationRepository, WantedDays } from './delegation.repository';
import { divisionsCarrying } from './delegation-concerns';
import { DelegationRecipient } from './delegation-recipient.entity';
import { DelegationTurn, turnOfItem } from './delegation-turn';

/** What is said of a step besides its states. */
export interface StepWords {
  readonly note?: string | null;
  readonly legalBasis?: string | null;
}

type Change = Partial<Omit<Delegation, 'version' | 'state'>> & { readonly version?: never };
type MachineAction = Exclude<DelegationAction, DelegationAction.GRANT>;

/** The course of delegations: each step by the table of moves, on the version that was read, written down. */
export class DelegationCourse {
  constructor(
    readonly delegations: DelegationRepository,
    readonly clock: Clock,
  ) {}

  today(): string {
    return dayOf(this.clock());
  }

  /** The state that the action leads to; refused with the state, and what is possible instead. */
  next(delegation: Delegation, action: MachineAction): DelegationState {
    return DELEGATION_MACHINE.next(delegation.state, action, standingOf(delegation, this.today()));
  }

  /**
   * Takes the step. Who comes second while another decides is told what has become of the delegation, and that its version
   * is stale only if the step would still be possible.
   */
  async step(
    tx: EntityManager,
    context: RequestContext,
    delegation: Delegation,
    action: MachineAction,
    expectedVersion: number,
    change: Change,
    words: StepWords = {},
  ): Promise<Delegation> {
    const { id, state: from } = delegation;
    const to = this.next(delegation, action);
    try {
      await this.delegations.change(tx, context.viewer, { id }, expectedVersion, { ...change, state: to });
    } catch (error) {
      if (error instanceof DomainError && error.reason === 'STALE_VERSION')
        this.next(await this.delegations.getOwn(tx, context.viewer, id), action);
      throw error;
    }
    const after = await tx.findOneByOrFail(Delegation, { id });
    await this.record(tx, context, after, action, from, words);
    return after;
  }

  record(
    tx: EntityManager,
    context: RequestContext,
    { id, divisionCode, state: to }: Delegation,
    action: DelegationAction,
    from: DelegationState | null,
    { note = null, legalBasis = null }: StepWords,
  ): Promise<void> {
    return recordStep(tx, this.clock, context, { type: 'Delegation', id, divisionCode }, { action, from, to, note, legalBasis });
  }

  /** Who decides about the same item of the same township does so one after the other; the later is told what stands in the way. */
  async holdItem(tx: EntityManager, wanted: WantedDays & Pick<Delegation, 'mode'>, divisionCodes: readonly string[]): Promise<void> {
    // In one order, so that two with several townships in common do not wait for each other.
    for (const divisionCode of [...divisionCodes].sort()) await takeTurn(tx, DelegationTurn, turnOfItem(divisionCode, wanted.basicCode));
    const collision = await this.delegations.findCollision(tx, wanted, divisionCodes);
    if (collision) throw alreadyDelegated(wanted.mode, collision.delegation, collision.divisionCode);
  }

  /** The answer, what was acted on, and what others will read of it: the townships' own matters that it opened or closed too. */
  async done(tx: EntityManager, delegation: Delegation, type: string, matters: readonly Acted[] = []): Promise<Told<Delegation>> {
    const { id, divisionCode, version, mode, basicCode, effectiveFrom, endsOn, state } = delegation;
    const payload = { version, state, mode, basicCode, effectiveFrom, endsOn };
    const subject = { type: 'Delegation', id, divisionCode };
    const concerns = await divisionsCarrying(tx, id);
    const revised = matters.map((matter) => ({ ...eventOn('MATTER_REVISED', matter), payload: { delegationId: id } }));
    return { result: delegation, on: [subject, ...matters], events: [{ ...eventOn(type, subject), payload, concerns }, ...revised] };
  }

  recipientsOf(tx: EntityManager, delegationId: string): Promise<DelegationRecipient[]> {
    return tx.find(DelegationRecipient, { where: { delegationId }, order: { divisionCode: 'ASC' } });
  }
}

const eventOn = (type: string, subject: Acted) => ({
  type,
  subjectType: subject.type,
  subjectId: subject.id,
  divisionCode: subject.divisionCode,
});
