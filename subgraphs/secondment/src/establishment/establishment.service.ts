import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { AdjustEstablishment, ApproveEstablishment } from './establishment.commands';
import { Establishment } from './establishment.entity';
import { alreadyApproved, establishmentOutsideDuty } from './establishment.errors';
import { establishmentChanged } from './establishment.events';
import type { EstablishmentRepository } from './establishment.repository';
import { checkFilled, checkPosts } from './establishment.rules';
import { checkedNumber, MOST_POSTS, ownEstablishment, statedApproval } from './establishment.words';
import { filledPosts, findPosts, holdPosts } from './posts';

/** Posts as they are approved, and the number of them as documents change it. */
export class EstablishmentService {
  private readonly asKept: ResultForm<Establishment>;

  constructor(
    private readonly commands: Commands,
    private readonly establishments: EstablishmentRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(establishments.manager, Establishment);
  }

  approveEstablishment(context: RequestContext, input: ApproveEstablishment): Promise<Establishment> {
    return this.commands.run(context, {
      name: 'approveEstablishment',
      needs: 'personnel:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const establishment = this.newEstablishment(input);
        const { divisionCode, countyCode, id } = establishment;
        if (!sees(context.viewer, divisionCode, this.clock)) throw establishmentOutsideDuty(divisionCode);
        await holdPosts(tx, countyCode);
        const known = await findPosts(tx, establishment);
        if (known) throw alreadyApproved(known.id);
        // Staff may be there before their posts are recorded.
        await insertAll(tx, Establishment, [establishment]);
        checkFilled(establishment.approved, await filledPosts(tx, id), establishment.approved);
        return this.done(tx, context, establishment, 'APPROVE', 0, 'ESTABLISHMENT_APPROVED');
      },
    });
  }

  adjustEstablishment(context: RequestContext, input: AdjustEstablishment): Promise<Establishment> {
    return this.commands.run(context, {
      name: 'adjustEstablishment',
      needs: 'personnel:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const { id, countyCode, approved: before } = await ownEstablishment(tx, context.viewer, input.establishmentId, this.clock);
        await holdPosts(tx, countyCode);
        const approved = checkedNumber('approved', input.approved, 0, MOST_POSTS);
        checkFilled(approved, await filledPosts(tx, id), approved);
        const change = { approved, ...statedApproval('approval', input.approval, dayOf(this.clock())) };
        await this.establishments.change(tx, context.viewer, { id }, input.expectedVersion, change);
        const adjusted = await tx.findOneByOrFail(Establishment, { id });
        return this.done(tx, context, adjusted, 'ADJUST', before, 'ESTABLISHMENT_ADJUSTED');
      },
    });
  }

  private newEstablishment(input: ApproveEstablishment): Establishment {
    const { organization, organizationKind: organKind, divisionCode, kind, fundingKind = null } = input;
    checkPosts(organKind, kind, fundingKind);
    return Object.assign(new Establishment(), {
      id: uuid(),
      organCreditCode: organization.creditCode,
      organName: statedText('organization.name', organization.name, 100),
      organKind,
      divisionCode,
      kind,
      fundingKind,
      approved: checkedNumber('approved', input.approved, 0, MOST_POSTS),
      ...statedApproval('approval', input.approval, dayOf(this.clock())),
      version: 1,
    });
  }

  private async done(
    tx: EntityManager,
    context: RequestContext,
    establishment: Establishment,
    action: string,
    before: number,
    type: string,
  ) {
    const { id, divisionCode, approved, approvalAuthority, approvalNumber } = establishment;
    const subject = { type: 'Establishment', id, divisionCode };
    const note = `${approvalAuthority} ${approvalNumber}`;
    await recordStep(tx, this.clock, context, subject, { action, from: String(before), to: String(approved), note });
    return { result: establishment, on: [subject], events: [establishmentChanged(type, establishment)] };
  }
}
