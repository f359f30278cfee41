import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import type { ScopedRepository } from '@township-graph/shared/scoped-repository';
import { takeTurn } from '@township-graph/shared/turn';
import type { EntityManager } from 'typeorm';
import { StaffMember } from '../staff-member/staff-member.entity';
import { FundingKind } from '../staff-member/staff-member.enums';
import { SecondmentTurn, turnOfStaff } from '../turns';

type Actor = Pick<RequestContext, 'viewer'>;

/** A new home: the organisation, and where it is. */
export interface NewHome {
  readonly creditCode: string;
  readonly name: string;
  readonly divisionCode: string;
}

/** Where a member of staff serves, and has their home, as placements change it. */
export class StaffMoves {
  constructor(private readonly staffMembers: ScopedRepository<StaffMember>) {}

  /** One after the other: nobody is placed twice at once. */
  async hold(tx: EntityManager, id: string): Promise<StaffMember | null> {
    await takeTurn(tx, SecondmentTurn, turnOfStaff(id));
    return tx.findOneBy(StaffMember, { id });
  }

  serve(tx: EntityManager, actor: Actor, staff: StaffMember, divisionCode: string): Promise<Beside> {
    return this.change(tx, actor, staff, { divisionCode });
  }

  /** 转全供并办理调动: the township's organisation is home from now on. */
  rehome(tx: EntityManager, actor: Actor, staff: StaffMember, { creditCode, name, divisionCode }: NewHome): Promise<Beside> {
    const fundingKind = staff.fundingKind === null ? null : FundingKind.FULL;
    const home = { homeCreditCode: creditCode, homeName: name, homeDivisionCode: divisionCode };
    return this.change(tx, actor, staff, { ...home, divisionCode, fundingKind });
  }

  private async change(tx: EntityManager, { viewer }: Actor, staff: StaffMember, change: Partial<StaffMember>): Promise<Beside> {
    const { id, version, divisionCode: before, homeDivisionCode: homeBefore } = staff;
    await this.staffMembers.change(tx, viewer, { id } as Partial<StaffMember>, version, change as never);
    const { divisionCode, homeDivisionCode } = { ...staff, ...change };
    const event = {
      type: 'STAFF_MEMBER_MOVED',
      subjectType: 'StaffMember',
      subjectId: id,
      divisionCode,
      leftDivisionCode: before === divisionCode ? null : before,
      concerns: [homeDivisionCode],
      concernsNoMore: [homeBefore],
      payload: { version: version + 1 },
    };
    return { on: [{ type: 'StaffMember', id, divisionCode }], events: [event] };
  }
}
