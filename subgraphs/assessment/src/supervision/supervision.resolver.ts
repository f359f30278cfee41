import { Reads } from '@township-graph/shared/asked-properties';
import type { Connection } from '@township-graph/shared/connection';
import { checkedPage } from '@township-graph/shared/keyset';
import { Arg, Args, Ctx, Directive, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AssessmentContext } from '../context';
import { InspectionPlan } from './inspection-plan.entity';
import { InspectionVisit } from './inspection-visit.entity';
import {
  InspectionPlanConnection,
  InspectionPlanListArgs,
  PlanSupervisionInput,
  PlanSupervisionPayload,
  RecordSupervisionInput,
  RecordSupervisionPayload,
} from './supervision.inputs';
import type { InspectionPlanRepository } from './supervision.repository';
import type { SupervisionService } from './supervision.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

@Resolver(() => InspectionPlan)
export class SupervisionResolver {
  constructor(
    private readonly plans: InspectionPlanRepository,
    private readonly service: SupervisionService,
  ) {}

  @Query(() => InspectionPlanConnection, {
    description: 'Plans of joint supervision, newest year first; public. 按条件查询督查检查计划（公开）。',
  })
  supervisionPlans(
    @Args(() => InspectionPlanListArgs) { filter, ...page }: InspectionPlanListArgs,
    @Ctx() { viewer }: AssessmentContext,
  ): Connection<InspectionPlan> {
    const checked = checkedPage(page);
    return new InspectionPlanConnection({
      page: (asked) => this.plans.findPage(viewer, filter ?? {}, { ...checked, asked }),
      total: () => this.plans.count(viewer, filter ?? {}),
    });
  }

  @Reads('id')
  @Directive('@listSize(assumedSize: 30)')
  @FieldResolver(() => [InspectionVisit], { description: 'Visits, for the townships and their county. 督查检查记录（限本乡镇和本县）。' })
  visits(@Root() { id }: InspectionPlan, @Ctx() { loaders }: AssessmentContext): Promise<InspectionVisit[]> {
    return loaders.visitsByPlan.load(id);
  }

  @Mutation(() => PlanSupervisionPayload, {
    description:
      'Plans joint supervision of townships for a year, with a cap. Scope assessment:manage. Errors: FORBIDDEN, BAD_USER_INPUT (NOT_A_COUNTY, YEAR, FREQUENCY). 制定督查检查年度计划（含频次上限）。',
  })
  async planSupervision(
    @Arg('input', () => PlanSupervisionInput, INPUT) input: PlanSupervisionInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return PlanSupervisionPayload.of(await this.service.planSupervision(context, input));
  }

  @Mutation(() => RecordSupervisionPayload, {
    description:
      'Records a visit of a township; beyond the cap it is refused. Scope assessment:manage. Errors: NOT_FOUND, FORBIDDEN, BAD_USER_INPUT (VISIT), CONFLICT (SUPERVISION_CAP). 登记督查检查（超出频次的拒绝）。',
  })
  async recordSupervision(
    @Arg('input', () => RecordSupervisionInput, INPUT) input: RecordSupervisionInput,
    @Ctx() context: AssessmentContext,
  ): Promise<object> {
    return RecordSupervisionPayload.of(await this.service.recordSupervision(context, input));
  }
}
