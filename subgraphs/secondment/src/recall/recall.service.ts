import { addMonths } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { words } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Periods } from '../periods';
import { Placement } from '../placement/placement.entity';
import { PlacementAction, PlacementKind, PlacementState } from '../placement/placement.enums';
import { placementUnknown } from '../placement/placement.errors';
import type { Placing } from '../placement/placing';
import { latestGround } from '../recall-ground/latest-ground';
import { RecallGround } from '../recall-ground/recall-ground.entity';
import { excerptAbout } from '../staff-member/names-behind';
import type { DecideRecall, RecallMove, RequestRecall } from './recall.commands';
import { Recall } from './recall.entity';
import { RecallAction, RecallState } from './recall.enums';
import { notEnabled, notPlaced, notRecallable, requestedAlready } from './recall.errors';
import type { RecallCourse } from './recall.kind';

const DECISION = 'RECALL_DECISION';

/** 召回: only where the latest mutual evaluation of township and department enables it. */
export class RecallService {
  constructor(
    private readonly recalls: RecallCourse,
    private readonly placing: Placing,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
  ) {}

  requestRecall(context: RequestContext, input: RequestRecall): Promise<Recall> {
    const make = async (tx: EntityManager): Promise<Recall> => {
      const placement = await tx.findOneBy(Placement, { id: input.placementId });
      if (!placement || !sees(context.viewer, placement.divisionCode, this.recalls.clock)) throw placementUnknown();
      this.recalls.checkPlace(context.viewer, placement.divisionCode, 'REQUEST');
      const { id: placementId, divisionCode, staffMemberId, homeCreditCode, homeName, kind, state } = placement;
      if (kind === PlacementKind.TRANSFERRED) throw notRecallable();
      if (state !== PlacementState.SERVING) throw notPlaced();
      const ground = await latestGround(tx, divisionCode, homeCreditCode);
      if (!ground?.isEnabling) throw notEnabled(ground?.period ?? null);
      if (await tx.existsBy(Recall, { openKey: placementId })) throw requestedAlready();
      const department = { departmentCreditCode: homeCreditCode, departmentName: homeName };
      const about = { id: uuid(), divisionCode, placementId, openKey: placementId, staffMemberId, groundId: ground.id };
      const reasonText = words('reason', input.reason, 500);
      return Object.assign(new Recall(), NEW, about, department, { reasonText, requestedAt: this.recalls.clock() });
    };
    const then = (tx: EntityManager, recall: Recall) =>
      this.deadlines.start(tx, { type: 'Recall', ...recall }, DECISION, this.periods.recall);
    return this.recalls.open(context, { name: 'requestRecall', action: 'REQUEST', input, make, then });
  }

  /** Recalled, they are home again, and for a time out of 评优 and 职级晋升. */
  decideRecall(context: RequestContext, input: DecideRecall): Promise<Recall> {
    const { isRecalled } = input;
    return this.step(context, 'decideRecall', isRecalled ? RecallAction.RECALL : RecallAction.REFUSE, input, async (tx, recall, beside) => {
      const decision = words('decision', input.decision, 500);
      await this.deadlines.meet(tx, recall.id, DECISION);
      if (!isRecalled) return { decision, openKey: null };
      // It may have been corrected since it was asked.
      const ground = await tx.findOneByOrFail(RecallGround, { id: recall.groundId });
      if (!ground.isEnabling) throw notEnabled(ground.period);
      const placement = await tx.findOneBy(Placement, { id: recall.placementId, state: PlacementState.SERVING });
      if (!placement) throw notPlaced();
      const endReason = await excerptAbout(tx, decision, recall.staffMemberId);
      beside.push(await this.placing.end(tx, context, placement, PlacementAction.RECALL, { endReason }));
      return { decision, openKey: null, ...this.bars() };
    });
  }

  withdrawRecall(context: RequestContext, input: RecallMove): Promise<Recall> {
    return this.step(context, 'withdrawRecall', RecallAction.WITHDRAW, input, async (tx, { id }) => {
      await this.deadlines.lapse(tx, id);
      return { openKey: null };
    });
  }

  private bars(): Pick<Recall, 'barsMeritUntil' | 'barsPromotionUntil'> {
    const today = dayOf(this.recalls.clock());
    const { merit, promotion } = this.periods.recalledMonths;
    return { barsMeritUntil: addMonths(today, merit), barsPromotionUntil: addMonths(today, promotion) };
  }

  private step<I extends RecallMove>(
    context: RequestContext,
    name: string,
    action: RecallAction,
    input: I,
    work: (tx: EntityManager, recall: Recall, beside: Beside[]) => Promise<Partial<Recall>>,
  ): Promise<Recall> {
    return this.recalls.take(context, { name, action, id: input.recallId, input, work });
  }
}

const NEW = { decision: null, barsMeritUntil: null, barsPromotionUntil: null, state: RecallState.REQUESTED, version: 1 };
