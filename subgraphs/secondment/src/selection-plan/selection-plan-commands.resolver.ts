import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { SelectionPlanService } from './selection-plan.service';
import { AdoptSelectionPlanInput, AdoptSelectionPlanPayload } from './selection-plan-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with plans of selections. */
@Resolver()
export class SelectionPlanCommandsResolver {
  constructor(private readonly selectionPlanService: SelectionPlanService) {}

  @Mutation(() => AdoptSelectionPlanPayload, {
    description:
      'Records the five-year plan of a county. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (COUNTY_NEEDED, PLAN_TARGETS, TEXT_LENGTH). 登记选派五年计划。',
  })
  async adoptSelectionPlan(
    @Arg('input', () => AdoptSelectionPlanInput, INPUT) input: AdoptSelectionPlanInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return AdoptSelectionPlanPayload.of(await this.selectionPlanService.adoptSelectionPlan(context, input));
  }
}
