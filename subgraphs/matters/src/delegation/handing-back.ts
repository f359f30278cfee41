import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { held } from '@township-graph/shared/held';
import type { Job, Turn } from '@township-graph/shared/scheduler/job';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { Delegation } from './delegation.entity';
import { DelegationState, OpenApplicationsRule } from './delegation.enums';
import { matterIdsOf } from './delegation-ground';
import { DelegationRecipient } from './delegation-recipient.entity';
import type { HandedBack, OpenApplications } from './open-applications';

/** What the keepers of applications are told of a delegation that ends. */
export async function handedBackBy(tx: EntityManager, delegation: Delegation, from: string): Promise<HandedBack> {
  const { id: delegationId, delegatingCreditCode: creditCode, delegatingName: name, divisionCode } = delegation;
  const recipients = await tx.find(DelegationRecipient, { where: { delegationId }, order: { divisionCode: 'ASC' } });
  return {
    delegationId,
    matterIds: await matterIdsOf(tx, delegationId),
    divisionCodes: recipients.map((recipient) => recipient.divisionCode),
    from,
    department: { creditCode, name, divisionCode },
  };
}

export interface HandingBackOptions {
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly openApplications: OpenApplications;
}

/** Hands back, on the day on which a delegation ends, what is still open of it: a reclaim may be decided long before its day. */
export class HandingBack implements Job {
  readonly name = 'handing-back';

  constructor(private readonly options: HandingBackOptions) {}

  async run(turn: Turn): Promise<void> {
    const { commands } = this.options;
    for (const { id } of await this.due()) {
      if (!(await turn.goesOn())) return;
      await commands.runAsSystem(this.name, (tx) => this.handBack(tx, id));
    }
  }

  /** Null where another instance was here. */
  private async handBack(tx: EntityManager, id: string): Promise<Done<null> | null> {
    const delegation = await held(tx.createQueryBuilder(Delegation, 'delegation')).where({ id, handedBackOn: IsNull() }).getOne();
    if (!delegation) return null;
    const { events } = await this.options.openApplications.handBack(tx, await handedBackBy(tx, delegation, delegation.endsOn!));
    await tx.update(Delegation, { id }, { handedBackOn: dayOf(this.options.clock()) });
    return { result: null, on: [{ type: 'Delegation', id, divisionCode: delegation.divisionCode }], events };
  }

  private due(): Promise<Pick<Delegation, 'id'>[]> {
    const { database, clock } = this.options;
    return database.manager
      .createQueryBuilder(Delegation, 'delegation')
      .select('delegation.id')
      .where('delegation.handedBackOn IS NULL AND delegation.openApplications = :rule', { rule: OpenApplicationsRule.HAND_BACK })
      .andWhere('delegation.state IN (:...states)', { states: [DelegationState.RECLAIMED, DelegationState.ENDED] })
      .andWhere('COALESCE(delegation.reclaimedOn, delegation.effectiveTo) <= :today', { today: dayOf(clock()) })
      .orderBy('delegation.id')
      .getMany();
  }
}
