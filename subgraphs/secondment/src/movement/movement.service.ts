import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { ConsultationDesk } from '../consultation/consultation-desk';
import { Placement } from '../placement/placement.entity';
import { PlacementAction, PlacementState } from '../placement/placement.enums';
import { powerNeeded } from '../placement/placement.errors';
import type { Placing } from '../placement/placing';
import type { RecallBars } from '../placement/recall-bars';
import { ELSEWHERE } from '../placement/standing';
import { excerptAbout } from '../staff-member/names-behind';
import { StaffMember } from '../staff-member/staff-member.entity';
import { holdsPower } from '../three-powers/held-power';
import { ThreePower } from '../three-powers/three-powers.enums';
import type { CarryOutMovement, DecideMovement, MovementMove, ProposeMovement } from './movement.commands';
import { MovementProposal } from './movement.entity';
import { MovementAction, MovementKind, MovementState, ProposerSide } from './movement.enums';
import { nothingToReturn, notServingHere, objectionUnanswered, townshipNeeded } from './movement.errors';
import { type MovementCourse, sideOf } from './movement.kind';

/** 动议 → 征求意见 / 抄告 → 决定 → 执行: nothing is decided of a section chief before the township is heard. */
export class MovementService {
  constructor(
    private readonly movements: MovementCourse,
    private readonly placing: Placing,
    private readonly bars: RecallBars,
    private readonly consultations: ConsultationDesk,
  ) {}

  /** By the township itself, or by the county for its department: who asks says which. */
  proposeMovement(context: RequestContext, input: ProposeMovement): Promise<MovementProposal> {
    const make = async (tx: EntityManager): Promise<MovementProposal> => {
      const staff = await tx.findOneBy(StaffMember, { id: input.staffMemberId });
      if (!staff || !sees(context.viewer, staff.divisionCode, this.movements.clock)) throw notServingHere();
      if (staff.divisionCode.length !== 9) throw townshipNeeded();
      const placement = await tx.findOneBy(Placement, { staffMemberId: staff.id, state: PlacementState.SERVING, kind: ELSEWHERE });
      if (input.kind === MovementKind.RETURN && !placement) throw nothingToReturn();
      const proposedBy = sideOf(context.viewer, staff.divisionCode, this.movements.clock);
      await this.refuseBarred(tx, { kind: input.kind, staffMemberId: staff.id });
      if (proposedBy === ProposerSide.TOWNSHIP) await this.checkAdvice(tx, staff);
      return Object.assign(new MovementProposal(), NEW, {
        id: uuid(),
        divisionCode: staff.divisionCode,
        staffMemberId: staff.id,
        placementId: placement?.id ?? null,
        kind: input.kind,
        proposedBy,
        departmentCreditCode: staff.homeCreditCode,
        departmentName: staff.homeName,
        isSectionChief: placement?.isSectionChief || staff.post().isSectionChief(),
        reasonText: words('reason', input.reason, 500),
        proposedAt: this.movements.clock(),
      });
    };
    return this.movements.open(context, { name: 'proposeMovement', action: 'PROPOSE', input, make });
  }

  decideMovement(context: RequestContext, input: DecideMovement): Promise<MovementProposal> {
    const action = input.isApproved ? MovementAction.DECIDE : MovementAction.REJECT;
    return this.step(context, 'decideMovement', action, input, async (tx, movement, beside) => {
      if (input.isApproved) await this.refuseBarred(tx, movement);
      const answered = optionalWords('onObjection', input.onObjection, 200);
      if (input.isApproved && movement.isObjected && answered === null) throw objectionUnanswered();
      const decision = words('decision', input.decision, 250);
      if (!input.isApproved) await this.consultations.withdraw(tx, context, movement.id, beside);
      return { decision: answered === null ? decision : `${decision}（对乡镇意见的处理：${answered}）` };
    });
  }

  /** Who is returned, or moved elsewhere, serves here no longer. */
  carryOutMovement(context: RequestContext, input: CarryOutMovement): Promise<MovementProposal> {
    return this.step(context, 'carryOutMovement', MovementAction.CARRY_OUT, input, async (tx, movement, beside) => {
      const { kind, placementId, staffMemberId, decision } = movement;
      await this.refuseBarred(tx, movement, input.effectiveOn);
      const placement = placementId && (await tx.findOneBy(Placement, { id: placementId, state: PlacementState.SERVING }));
      const end = ENDS_PLACEMENT[kind];
      if (placement && end) {
        const endReason = decision && (await excerptAbout(tx, decision, staffMemberId));
        beside.push(await this.placing.end(tx, context, placement, end, { endReason }));
      }
      return { effectiveOn: input.effectiveOn };
    });
  }

  withdrawMovement(context: RequestContext, input: MovementMove): Promise<MovementProposal> {
    return this.step(context, 'withdrawMovement', MovementAction.WITHDRAW, input, async (tx, movement, beside) => {
      await this.consultations.withdraw(tx, context, movement.id, beside);
      return {};
    });
  }

  /** 晋升 of who was recalled: not while it bars them, whatever step comes meanwhile. */
  private async refuseBarred(
    tx: EntityManager,
    { kind, staffMemberId }: Pick<MovementProposal, 'kind' | 'staffMemberId'>,
    effectiveOn?: string,
  ): Promise<void> {
    if (kind === MovementKind.PROMOTION) await this.bars.refusePromotion(tx, staffMemberId, effectiveOn);
  }

  /** 人事建议权: of a department's staff, the township proposes if the department has granted it that. */
  private async checkAdvice(tx: EntityManager, { divisionCode, homeDivisionCode, homeCreditCode }: StaffMember): Promise<void> {
    if (homeDivisionCode === divisionCode) return;
    const day = dayOf(this.movements.clock());
    const held = await holdsPower(tx, divisionCode, homeCreditCode, ThreePower.PERSONNEL_ADVICE, day);
    if (!held) throw powerNeeded(ThreePower.PERSONNEL_ADVICE);
  }

  private step<I extends MovementMove>(
    context: RequestContext,
    name: string,
    action: MovementAction,
    input: I,
    work: (tx: EntityManager, movement: MovementProposal, beside: Beside[]) => Promise<Partial<MovementProposal>>,
  ): Promise<MovementProposal> {
    return this.movements.take(context, { name, action, id: input.proposalId, input, work });
  }
}

const ENDS_PLACEMENT: Readonly<Partial<Record<MovementKind, PlacementAction>>> = {
  RETURN: PlacementAction.MOVE_BACK,
  REASSIGNMENT: PlacementAction.MOVE_ON,
  REMOVAL: PlacementAction.MOVE_ON,
};

const NEW = {
  answerDueAt: null,
  answeredAt: null,
  isObjected: false,
  notifiedAt: null,
  decision: null,
  effectiveOn: null,
  state: MovementState.PROPOSED,
  version: 1,
};
