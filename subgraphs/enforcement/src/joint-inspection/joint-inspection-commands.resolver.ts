import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import type { JointInspectionService } from './joint-inspection.service';
import {
  AbandonInspectionInput,
  AbandonInspectionPayload,
  CloseInspectionInput,
  CloseInspectionPayload,
  FollowUpInspectionInput,
  FollowUpInspectionPayload,
  JoinInspectionInput,
  JoinInspectionPayload,
  RecordInspectionInput,
  RecordInspectionPayload,
  StartInspectionInput,
  StartInspectionPayload,
} from './joint-inspection-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What officers do on a visit, and after it. */
@Resolver()
export class JointInspectionCommandsResolver {
  constructor(private readonly visits: JointInspectionService) {}

  @Mutation(() => StartInspectionPayload, {
    description:
      'Begins a visit: two certified officers (行政处罚法§42), listed items alone, by a published plan within the frequency cap or for a stated reason (国办发〔2024〕54号). Scope enforcement:handle. Errors: FORBIDDEN, BAD_USER_INPUT (GROUND, ITEMS, TOO_FEW_OFFICERS), CONFLICT (OUTSIDE_LIST, OUTSIDE_PLAN, PLAN_NOT_PUBLISHED, PLAN_OUT_OF_PLACE, FREQUENCY_CAP, VISIT_OPEN, OFFICER_NOT_CERTIFIED, OFFICER_ELSEWHERE). 启动入企检查。',
  })
  async startInspection(
    @Arg('input', () => StartInspectionInput, INPUT) input: StartInspectionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return StartInspectionPayload.of(await this.visits.startInspection(context, input));
  }

  @Mutation(() => JoinInspectionPayload, {
    description:
      'Adds items of the same or another authority to a visit that is going on (浙江省综合行政执法条例§13). Scope enforcement:handle. Errors: NOT_FOUND, CONFLICT (OUTSIDE_LIST, OUTSIDE_PLAN, FREQUENCY_CAP). 并入同次检查。',
  })
  async joinInspection(
    @Arg('input', () => JoinInspectionInput, INPUT) input: JoinInspectionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return JoinInspectionPayload.of(await this.visits.joinInspection(context, input));
  }

  @Mutation(() => RecordInspectionPayload, {
    description:
      'Records the result of each item. Scope enforcement:handle. Errors: NOT_FOUND, BAD_USER_INPUT (RESULTS, FINDING), CONFLICT. 记录检查结果。',
  })
  async recordInspection(
    @Arg('input', () => RecordInspectionInput, INPUT) input: RecordInspectionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RecordInspectionPayload.of(await this.visits.recordInspection(context, input));
  }

  @Mutation(() => FollowUpInspectionPayload, {
    description:
      'Says that a problem was put right, or which case came of it. Scope enforcement:handle. Errors: NOT_FOUND, BAD_USER_INPUT (CASE_MISSING, CASE_SOURCE, CASE_ELSEWHERE), CONFLICT (NOTHING_TO_FOLLOW_UP, CASE_NOT_FILED). 问题跟进（整改复查、移交立案）。',
  })
  async followUpInspection(
    @Arg('input', () => FollowUpInspectionInput, INPUT) input: FollowUpInspectionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return FollowUpInspectionPayload.of(await this.visits.followUpInspection(context, input));
  }

  @Mutation(() => CloseInspectionPayload, {
    description:
      'Closes a visit of which nothing is open. Scope enforcement:handle. Errors: NOT_FOUND, CONFLICT (PROBLEMS_OPEN). 办结检查。',
  })
  async closeInspection(
    @Arg('input', () => CloseInspectionInput, INPUT) input: CloseInspectionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return CloseInspectionPayload.of(await this.visits.closeInspection(context, input));
  }

  @Mutation(() => AbandonInspectionPayload, {
    description: 'Breaks a visit off; it still counts. Scope enforcement:handle. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 中止检查。',
  })
  async abandonInspection(
    @Arg('input', () => AbandonInspectionInput, INPUT) input: AbandonInspectionInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return AbandonInspectionPayload.of(await this.visits.abandonInspection(context, input));
  }
}
