import type { Acted, Commands, Done } from '@township-graph/shared/command/commands';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { statedText } from '@township-graph/shared/stated-text';
import { type EntityManager, In } from 'typeorm';
import { Matter } from '../matter/matter.entity';
import type {
  EndDelegation,
  EvaluateDelegation,
  PublishDelegation,
  ReclaimDelegation,
  RenewAgreement,
  WithdrawDelegation,
} from './delegation.commands';
import { Delegation } from './delegation.entity';
import { DelegationAction, OpenApplicationsRule } from './delegation.enums';
import { delegationDaysReversed, effectiveBeforePublication, endDayMissing } from './delegation.errors';
import { actsInOwnName, checkEnd, checkRenewal, type Recipient } from './delegation.rules';
import type { DelegationClocks } from './delegation-clocks';
import type { DelegationCourse } from './delegation-course';
import { endGround, matterIdsOf, openGround } from './delegation-ground';
import { remark } from './delegation-texts';
import { handedBackBy } from './handing-back';
import type { OpenApplications } from './open-applications';

/** What becomes of a delegation after it was drafted. */
export class DelegationService {
  private readonly asKept: ResultForm<Delegation>;

  constructor(
    private readonly commands: Commands,
    private readonly course: DelegationCourse,
    private readonly clocks: DelegationClocks,
    private readonly openApplications: OpenApplications,
  ) {
    this.asKept = rowResult(course.delegations.manager, Delegation);
  }

  publishDelegation(context: RequestContext, input: PublishDelegation): Promise<Delegation> {
    return this.run('publishDelegation', context, input, async (tx, delegation) => {
      const today = this.course.today();
      this.course.next(delegation, DelegationAction.PUBLISH);
      const wanted = Object.assign(new Delegation(), delegation, { effectiveFrom: input.effectiveFrom ?? delegation.effectiveFrom });
      const { effectiveFrom, effectiveTo } = wanted;
      if (effectiveFrom < today) throw effectiveBeforePublication(effectiveFrom, today);
      if (effectiveTo !== null && effectiveTo <= effectiveFrom) throw delegationDaysReversed(wanted.basicCode);
      const recipients = (await this.course.recipientsOf(tx, delegation.id)) as Recipient[];
      await this.course.holdItem(
        tx,
        wanted,
        recipients.map(({ divisionCode }) => divisionCode),
      );
      const change = { effectiveFrom, publishedOn: today, publicationNumber: statedText('documentNumber', input.documentNumber, 100) };
      const published = await this.step(tx, context, delegation, DelegationAction.PUBLISH, input, change, delegation.legalBasis);
      await openGround(tx, published, recipients);
      await this.clocks.published(tx, published, this.course.clock());
      return this.course.done(tx, published, 'DELEGATION_PUBLISHED', await townshipsActedOn(tx, published));
    });
  }

  withdrawDelegation(context: RequestContext, input: WithdrawDelegation): Promise<Delegation> {
    return this.run('withdrawDelegation', context, input, async (tx, delegation) =>
      this.course.done(tx, await this.step(tx, context, delegation, DelegationAction.WITHDRAW, input, {}), 'DELEGATION_WITHDRAWN'),
    );
  }

  renewAgreement(context: RequestContext, input: RenewAgreement): Promise<Delegation> {
    const { number, signedOn, validTo } = input.agreement;
    return this.run('renewAgreement', context, input, async (tx, delegation) => {
      this.course.next(delegation, DelegationAction.RENEW);
      checkRenewal(delegation, signedOn, validTo, this.course.today());
      const recipients = await this.course.recipientsOf(tx, delegation.id);
      const longer = Object.assign(new Delegation(), delegation, { effectiveTo: validTo });
      await this.course.holdItem(
        tx,
        longer,
        recipients.map(({ divisionCode }) => divisionCode),
      );
      const change = {
        agreementNumber: statedText('agreement.number', number, 100),
        agreementSignedOn: signedOn,
        agreementValidTo: validTo,
        effectiveTo: validTo,
      };
      const renewed = await this.step(tx, context, delegation, DelegationAction.RENEW, input, change);
      await endGround(tx, renewed, delegation.effectiveTo, validTo);
      await this.clocks.renewed(tx, renewed, this.course.clock());
      return this.course.done(tx, renewed, 'DELEGATION_RENEWED');
    });
  }

  evaluateDelegation(context: RequestContext, input: EvaluateDelegation): Promise<Delegation> {
    return this.run('evaluateDelegation', context, input, async (tx, delegation) => {
      const change = { evaluatedOn: this.course.today(), evaluationOutcome: input.outcome };
      const law = '行政处罚法第二十四条';
      const evaluated = await this.step(tx, context, delegation, DelegationAction.EVALUATE, input, change, law);
      await this.clocks.evaluated(tx, evaluated);
      return this.course.done(tx, evaluated, 'DELEGATION_EVALUATED');
    });
  }

  reclaimDelegation(context: RequestContext, input: ReclaimDelegation): Promise<Delegation> {
    const { effectiveOn, openApplications } = input;
    return this.run('reclaimDelegation', context, input, async (tx, delegation) => {
      this.course.next(delegation, DelegationAction.RECLAIM);
      checkEnd(delegation, effectiveOn, this.course.today());
      const reclaimLegalBasis = statedText('legalBasis', input.legalBasis, 200);
      const reclaimNumber = statedText('documentNumber', input.documentNumber, 100);
      const change = { reclaimedOn: effectiveOn, reclaimLegalBasis, reclaimNumber, openApplications };
      const reclaimed = await this.step(tx, context, delegation, DelegationAction.RECLAIM, input, change, reclaimLegalBasis);
      await endGround(tx, reclaimed, delegation.effectiveTo, effectiveOn);
      await this.clocks.ended(tx, reclaimed);
      const events = await this.handBack(tx, reclaimed, effectiveOn);
      return withEvents(await this.course.done(tx, reclaimed, 'DELEGATION_RECLAIMED', await townshipsActedOn(tx, reclaimed)), events);
    });
  }

  endDelegation(context: RequestContext, input: EndDelegation): Promise<Delegation> {
    const { openApplications } = input;
    return this.run('endDelegation', context, input, async (tx, delegation) => {
      this.course.next(delegation, DelegationAction.END);
      const { effectiveTo } = delegation;
      const today = this.course.today();
      const effectiveOn = input.effectiveOn ?? effectiveTo;
      if (effectiveOn === null) throw endDayMissing();
      // One that has run out ended on its own last day; that is only put on record.
      const hasRunOut = effectiveTo !== null && effectiveTo <= today && effectiveOn === effectiveTo;
      if (!hasRunOut) checkEnd(delegation, effectiveOn, today);
      const ended = await this.step(tx, context, delegation, DelegationAction.END, input, { effectiveTo: effectiveOn, openApplications });
      await endGround(tx, ended, effectiveTo, effectiveOn);
      await this.clocks.ended(tx, ended);
      const events = await this.handBack(tx, ended, effectiveOn);
      return withEvents(await this.course.done(tx, ended, 'DELEGATION_ENDED', await townshipsActedOn(tx, ended)), events);
    });
  }

  /** A command on one delegation of the viewer's own county. */
  private run<I extends { readonly id: string; readonly idempotencyKey?: string | null }>(
    name: string,
    context: RequestContext,
    input: I,
    work: (tx: EntityManager, delegation: Delegation) => Promise<Done<Delegation>>,
  ): Promise<Delegation> {
    return this.commands.run(context, {
      name,
      needs: 'matters:manage',
      input,
      result: this.asKept,
      work: async (tx) => work(tx, await this.course.delegations.getOwn(tx, context.viewer, input.id)),
    });
  }

  private step(
    tx: EntityManager,
    context: RequestContext,
    delegation: Delegation,
    action: Parameters<DelegationCourse['step']>[3],
    { expectedVersion, note }: { readonly expectedVersion: number; readonly note?: string | null },
    change: Parameters<DelegationCourse['step']>[5],
    legalBasis: string | null = null,
  ): Promise<Delegation> {
    return this.course.step(tx, context, delegation, action, expectedVersion, change, { note: remark(note), legalBasis });
  }

  /** Tells open applications, if they go to the department; how many were open stands in the record. */
  private async handBack(tx: EntityManager, delegation: Delegation, from: string): Promise<readonly OutboxEntry[]> {
    if (delegation.openApplications !== OpenApplicationsRule.HAND_BACK) return [];
    const { count, events } = await this.openApplications.handBack(tx, await handedBackBy(tx, delegation, from));
    const today = this.course.today();
    const columns = { handedBack: count, handedBackOn: from <= today ? today : null };
    Object.assign(delegation, columns);
    await tx.update(Delegation, { id: delegation.id }, columns);
    return events;
  }
}

function withEvents(done: Done<Delegation>, events: readonly OutboxEntry[]): Done<Delegation> {
  return { ...done, events: [...(done.events ?? []), ...events] };
}

/** The townships' own matters that a grant opened or closed: their auditors read of it too. */
async function townshipsActedOn(tx: EntityManager, { id, mode }: Delegation): Promise<Acted[]> {
  if (!actsInOwnName(mode)) return [];
  const matters = await tx.findBy(Matter, { id: In(await matterIdsOf(tx, id)) });
  return [...new Map(matters.map((matter) => [matter.id, { type: 'Matter', id: matter.id, divisionCode: matter.divisionCode }])).values()];
}
