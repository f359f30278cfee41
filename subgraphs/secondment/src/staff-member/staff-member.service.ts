import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { together } from '@township-graph/shared/course/course';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { recordStep, type Step } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ownEstablishment } from '../establishment/establishment.words';
import { freePost, holdPosts } from '../establishment/posts';
import type { Leaving } from '../placement/leaving';
import { servingStaffMember } from './own-staff-member';
import type { RecordDeparture, RegisterStaffMember } from './staff-member.commands';
import { StaffMember } from './staff-member.entity';
import { EstablishmentKind } from './staff-member.enums';
import { dayOutOfRange, oneHome, staffOutsideDuty } from './staff-member.errors';
import { staffChanged } from './staff-member.events';
import type { StaffMemberRepository } from './staff-member.repository';

type Home = Pick<StaffMember, 'homeCreditCode' | 'homeName' | 'homeDivisionCode' | 'establishmentKind' | 'fundingKind'>;

/** Who comes to an organisation, on a post that is free, and who leaves it. */
export class StaffMemberService {
  private readonly asKept: ResultForm<StaffMember>;

  constructor(
    private readonly commands: Commands,
    private readonly staffMembers: StaffMemberRepository,
    private readonly leaving: Leaving,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(staffMembers.manager, StaffMember);
  }

  registerStaffMember(context: RequestContext, input: RegisterStaffMember): Promise<StaffMember> {
    return this.run('registerStaffMember', context, input, async (tx) => {
      const home = await this.homeOf(tx, context, input);
      const { postRank, isLeading, joinedOn } = input;
      this.checkDay('joinedOn', null, joinedOn);
      const member = Object.assign(new StaffMember(), {
        id: uuid(),
        name: statedText('name', input.name, 50),
        ...home,
        divisionCode: home.homeDivisionCode,
        postTitle: statedText('postTitle', input.postTitle, 100),
        postRank,
        isLeading,
        joinedOn,
        leftOn: null,
        version: 1,
      });
      await insertAll(tx, StaffMember, [member]);
      return this.done(tx, context, member, 'STAFF_MEMBER_REGISTERED', { action: 'REGISTER', from: null, to: home.homeName });
    });
  }

  recordDeparture(context: RequestContext, input: RecordDeparture): Promise<StaffMember> {
    return this.run('recordDeparture', context, input, async (tx) => {
      const { staffMemberId: id, leftOn } = input;
      const { joinedOn, homeName } = await servingStaffMember(tx, context.viewer, id, this.clock);
      this.checkDay('leftOn', joinedOn, leftOn);
      const note = statedText('reason', input.reason, 200);
      await this.staffMembers.change(tx, context.viewer, { id }, input.expectedVersion, { leftOn });
      const member = await tx.findOneByOrFail(StaffMember, { id });
      const left = await this.done(tx, context, member, 'STAFF_MEMBER_LEFT', { action: 'LEAVE', from: homeName, to: 'LEFT', note });
      return together(left, await this.leaving.apply(tx, member));
    });
  }

  private run<I extends { readonly idempotencyKey?: string | null }>(
    name: string,
    context: RequestContext,
    input: I,
    work: (tx: EntityManager) => Promise<Done<StaffMember>>,
  ): Promise<StaffMember> {
    return this.commands.run(context, { name, needs: 'personnel:manage', input, result: this.asKept, work });
  }

  private async homeOf(tx: EntityManager, { viewer }: RequestContext, input: RegisterStaffMember): Promise<Home> {
    const { establishmentId, outsideOf } = input;
    if (!establishmentId === !outsideOf) throw oneHome();
    if (establishmentId) {
      const wanted = await ownEstablishment(tx, viewer, establishmentId, this.clock);
      await holdPosts(tx, wanted.countyCode);
      const { organCreditCode, organName, divisionCode, kind, fundingKind } = await freePost(tx, wanted);
      const home = { homeCreditCode: organCreditCode, homeName: organName, homeDivisionCode: divisionCode };
      return { ...home, establishmentKind: kind, fundingKind };
    }
    const { organization, divisionCode } = outsideOf!;
    if (!sees(viewer, divisionCode, this.clock)) throw staffOutsideDuty(divisionCode);
    return {
      homeCreditCode: organization.creditCode,
      homeName: statedText('outsideOf.organization.name', organization.name, 100),
      homeDivisionCode: divisionCode,
      establishmentKind: EstablishmentKind.OUTSIDE,
      fundingKind: null,
    };
  }

  private checkDay(field: string, from: string | null, day: string): void {
    const today = dayOf(this.clock());
    if (day > today || (from !== null && day < from)) throw dayOutOfRange(field, from, today);
  }

  /** Writes the step down; others learn of it without any word about the person. */
  private async done(
    tx: EntityManager,
    context: RequestContext,
    member: StaffMember,
    type: string,
    step: Step,
  ): Promise<Done<StaffMember>> {
    const on = { type: 'StaffMember', id: member.id, divisionCode: member.divisionCode };
    await recordStep(tx, this.clock, context, on, step);
    return { result: member, on: [on], events: [staffChanged(type, member)] };
  }
}
