import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import type { InspectionPlanService } from './inspection-plan.service';
import {
  FileInspectionPlanInput,
  FileInspectionPlanPayload,
  ListInspectionItemInput,
  ListInspectionItemPayload,
  PlanInspectionInput,
  PlanInspectionPayload,
  PublishInspectionPlanInput,
  PublishInspectionPlanPayload,
  WithdrawInspectionItemInput,
  WithdrawInspectionItemPayload,
} from './joint-inspection-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What may be inspected, and what is to be inspected in a year. */
@Resolver()
export class InspectionPlanCommandsResolver {
  constructor(private readonly plans: InspectionPlanService) {}

  @Mutation(() => ListInspectionItemPayload, {
    description:
      'Puts an item into the published list of a division. Scope enforcement:manage. Errors: FORBIDDEN, BAD_USER_INPUT (PUBLISHED_LATER), CONFLICT (ITEM_LISTED). 将检查事项列入清单。',
  })
  async listInspectionItem(
    @Arg('input', () => ListInspectionItemInput, INPUT) input: ListInspectionItemInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return ListInspectionItemPayload.of(await this.plans.listInspectionItem(context, input));
  }

  @Mutation(() => WithdrawInspectionItemPayload, {
    description:
      'Takes an item out of the list: no visit begins with it any more. Scope enforcement:manage. Errors: NOT_FOUND, CONFLICT. 将检查事项移出清单。',
  })
  async withdrawInspectionItem(
    @Arg('input', () => WithdrawInspectionItemInput, INPUT) input: WithdrawInspectionItemInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return WithdrawInspectionItemPayload.of(await this.plans.withdrawInspectionItem(context, input));
  }

  @Mutation(() => PlanInspectionPayload, {
    description:
      'Draws up a yearly plan of joint inspections. Scope enforcement:manage. Errors: FORBIDDEN, BAD_USER_INPUT (ITEMS, PLAN_YEAR), CONFLICT (OUTSIDE_LIST, PLAN_EXISTS). 拟订年度联合检查计划。',
  })
  async planInspection(
    @Arg('input', () => PlanInspectionInput, INPUT) input: PlanInspectionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return PlanInspectionPayload.of(await this.plans.planInspection(context, input));
  }

  @Mutation(() => FileInspectionPlanPayload, {
    description:
      'Files a plan with the organ above. Scope enforcement:manage. Errors: NOT_FOUND, CONFLICT (OUTSIDE_LIST). 年度检查计划备案。',
  })
  async fileInspectionPlan(
    @Arg('input', () => FileInspectionPlanInput, INPUT) input: FileInspectionPlanInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return FileInspectionPlanPayload.of(await this.plans.fileInspectionPlan(context, input));
  }

  @Mutation(() => PublishInspectionPlanPayload, {
    description:
      'Publishes a plan that was filed: visits may start. Scope enforcement:manage. Errors: NOT_FOUND, CONFLICT. 公布年度检查计划。',
  })
  async publishInspectionPlan(
    @Arg('input', () => PublishInspectionPlanInput, INPUT) input: PublishInspectionPlanInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return PublishInspectionPlanPayload.of(await this.plans.publishInspectionPlan(context, input));
  }
}
