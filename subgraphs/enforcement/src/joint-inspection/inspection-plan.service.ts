import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import type { Course } from '@township-graph/shared/course/course';
import { statedText } from '@township-graph/shared/stated-text';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { InspectionItem } from './inspection-item.entity';
import { JointInspectionPlan } from './inspection-plan.entity';
import type {
  FileInspectionPlan,
  ListInspectionItem,
  PlanInspection,
  PublishInspectionPlan,
  WithdrawInspectionItem,
} from './joint-inspection.commands';
import { InspectionItemAction, InspectionItemState, InspectionPlanAction, InspectionPlanState } from './joint-inspection.enums';
import { itemTaken, planExists, planYear, publishedInFuture } from './joint-inspection.errors';
import { checkItemIds, checkListed } from './joint-inspection.rules';

/** What may be inspected, and what is to be inspected in a year. */
export class InspectionPlanService {
  constructor(
    private readonly items: Course<InspectionItem, InspectionItemAction, 'LIST', void>,
    private readonly plans: Course<JointInspectionPlan, InspectionPlanAction, 'PLAN', void>,
  ) {}

  listInspectionItem(context: RequestContext, input: ListInspectionItem): Promise<InspectionItem> {
    const make = async (tx: EntityManager) => {
      const { divisionCode, authority, publishedOn } = input;
      const code = statedText('code', input.code, 50);
      if (publishedOn > this.today()) throw publishedInFuture();
      if (await tx.existsBy(InspectionItem, { divisionCode, code })) throw itemTaken(code);
      return Object.assign(new InspectionItem(), {
        id: uuid(),
        divisionCode,
        code,
        name: statedText('name', input.name, 200),
        legalBasis: statedText('legalBasis', input.legalBasis, 200),
        authorityCreditCode: authority.creditCode,
        authorityName: statedText('authority.name', authority.name, 100),
        publishedOn,
        state: InspectionItemState.LISTED,
        version: 1,
      });
    };
    return this.items.open(context, { name: 'listInspectionItem', action: 'LIST', input, place: input.divisionCode, make });
  }

  withdrawInspectionItem(context: RequestContext, input: WithdrawInspectionItem): Promise<InspectionItem> {
    const { WITHDRAW: action } = InspectionItemAction;
    return this.items.take(context, { name: 'withdrawInspectionItem', action, id: input.itemId, input, work: () => ({}) });
  }

  planInspection(context: RequestContext, input: PlanInspection): Promise<JointInspectionPlan> {
    const make = async (tx: EntityManager) => {
      const { divisionCode, year, itemIds, organ } = input;
      const thisYear = Number(this.today().slice(0, 4));
      if (year !== thisYear && year !== thisYear + 1) throw planYear(year);
      await this.checkItems(tx, itemIds, divisionCode);
      const organCreditCode = organ.creditCode;
      if (await tx.existsBy(JointInspectionPlan, { divisionCode, organCreditCode, year })) throw planExists(year);
      return Object.assign(new JointInspectionPlan(), {
        id: uuid(),
        divisionCode,
        year,
        organCreditCode,
        organName: statedText('organ.name', organ.name, 100),
        title: statedText('title', input.title, 200),
        itemIds: [...itemIds],
        filingNumber: null,
        filedOn: null,
        publishedOn: null,
        state: InspectionPlanState.PLANNED,
        version: 1,
      });
    };
    return this.plans.open(context, { name: 'planInspection', action: 'PLAN', input, place: input.divisionCode, make });
  }

  /** What was taken out of the list meanwhile is filed no more. */
  fileInspectionPlan(context: RequestContext, input: FileInspectionPlan): Promise<JointInspectionPlan> {
    const work = async (tx: EntityManager, { itemIds, divisionCode }: JointInspectionPlan) => {
      await this.checkItems(tx, itemIds, divisionCode);
      return { filingNumber: statedText('filingNumber', input.filingNumber, 100), filedOn: this.today() };
    };
    const { FILE: action } = InspectionPlanAction;
    return this.plans.take(context, { name: 'fileInspectionPlan', action, id: input.planId, input, work });
  }

  publishInspectionPlan(context: RequestContext, input: PublishInspectionPlan): Promise<JointInspectionPlan> {
    const { PUBLISH: action } = InspectionPlanAction;
    const work = () => ({ publishedOn: this.today() });
    return this.plans.take(context, { name: 'publishInspectionPlan', action, id: input.planId, input, work });
  }

  private async checkItems(tx: EntityManager, itemIds: readonly string[], place: string): Promise<void> {
    checkItemIds(itemIds);
    checkListed(await tx.findBy(InspectionItem, { id: In([...itemIds]) }), itemIds, place);
  }

  private today(): string {
    return dayOf(this.plans.clock());
  }
}
