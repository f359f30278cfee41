import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Acted } from '@township-graph/shared/command/commands';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { RequestContext } from '@township-graph/shared/context';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import { moveTimeline, recordStep } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import type { Establishment } from '../establishment/establishment.entity';
import { StaffMember } from './staff-member.entity';
import { staffChanged } from './staff-member.events';

/** Why somebody's post is another organisation's now. */
export interface HomeMoveStep {
  readonly action: string;
  readonly note?: string | null;
  readonly legalBasis?: string | null;
}

/** Puts people on another establishment, in a transaction that holds the posts and has seen that one is free. */
export class HomeMove {
  constructor(
    private readonly staffMembers: ScopedRepository<StaffMember>,
    private readonly clock: Clock,
  ) {}

  /** Who serves at home goes along; who serves elsewhere goes on serving there. */
  async carryOut(
    tx: EntityManager,
    context: Pick<RequestContext, 'viewer'>,
    before: StaffMember,
    to: Establishment,
    { action, note, legalBasis }: HomeMoveStep,
  ): Promise<{ readonly on: Acted; readonly event: OutboxEntry }> {
    const { id } = before;
    const divisionCode = before.servesElsewhere() ? before.divisionCode : to.divisionCode;
    const change = {
      homeCreditCode: to.organCreditCode,
      homeName: to.organName,
      homeDivisionCode: to.divisionCode,
      divisionCode,
      establishmentKind: to.kind,
      fundingKind: to.fundingKind,
      joinedOn: dayOf(this.clock()),
    };
    await this.staffMembers.change(tx, context.viewer, { id }, before.version, change);
    const subject = { type: 'StaffMember', id, divisionCode };
    if (divisionCode !== before.divisionCode) await moveTimeline(tx, subject);
    await recordStep(tx, this.clock, context, subject, { action, from: before.homeName, to: to.organName, note, legalBasis });
    const after = Object.assign(new StaffMember(), before, change, { version: before.version + 1 });
    return { on: subject, event: staffChanged('STAFF_MEMBER_MOVED', after, before) };
  }
}
