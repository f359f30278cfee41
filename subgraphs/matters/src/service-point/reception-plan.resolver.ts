import { Reads } from '@township-graph/shared/asked-properties';
import { payloadOf } from '@township-graph/shared/command/payload';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { MattersContext } from '../context';
import { ReceptionPlan } from './reception-plan.entity';
import { SetAppointmentCapacityInput, SetQueueRulesInput } from './reception-plan.inputs';
import type { ReceptionPlanService } from './reception-plan.service';
import { ServicePoint } from './service-point.entity';

const WITH_RULES = { en: 'The service point; its rules are in `reception`', zh: '设置' } as const;
const SetAppointmentCapacityPayload = payloadOf(ServicePoint, 'servicePoint', 'setAppointmentCapacity', WITH_RULES);
const SetQueueRulesPayload = payloadOf(ServicePoint, 'servicePoint', 'setQueueRules', WITH_RULES);

/** How a service point receives people. */
@Resolver(() => ServicePoint)
export class ReceptionPlanResolver {
  constructor(private readonly receptionPlanService: ReceptionPlanService) {}

  @Reads('id', 'divisionCode')
  @FieldResolver(() => ReceptionPlan, { description: 'How it receives people. 接待规则。' })
  async reception(@Root() { id, divisionCode }: ServicePoint, @Ctx() { loaders }: MattersContext): Promise<ReceptionPlan> {
    return (await loaders.planByPoint.load(id)) ?? ReceptionPlan.standard(id, divisionCode);
  }

  @Mutation(() => SetAppointmentCapacityPayload, {
    description:
      'Sets how many appointments a service point takes. Scope matters:manage. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (OUT_OF_RANGE), CONFLICT (STALE_VERSION, SLOTS_BOOKED). 设置预约容量。',
  })
  async setAppointmentCapacity(
    @Arg('input', () => SetAppointmentCapacityInput, { description: 'What is wanted. 请求内容。' }) input: SetAppointmentCapacityInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SetAppointmentCapacityPayload.of(await this.receptionPlanService.setAppointmentCapacity(context, input));
  }

  @Mutation(() => SetQueueRulesPayload, {
    description:
      'Sets how numbers are called at a service point. Scope matters:manage. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (OUT_OF_RANGE), CONFLICT (STALE_VERSION). 设置叫号规则。',
  })
  async setQueueRules(
    @Arg('input', () => SetQueueRulesInput, { description: 'What is wanted. 请求内容。' }) input: SetQueueRulesInput,
    @Ctx() context: MattersContext,
  ): Promise<object> {
    return SetQueueRulesPayload.of(await this.receptionPlanService.setQueueRules(context, input));
  }
}
