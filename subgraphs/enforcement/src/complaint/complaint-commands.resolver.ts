import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import type { ComplaintService } from './complaint.service';
import {
  AcceptComplaintInput,
  AcceptComplaintPayload,
  AssignComplaintInput,
  AssignComplaintPayload,
  CloseComplaintInput,
  CloseComplaintPayload,
  DecideComplaintDisputeInput,
  DecideComplaintDisputePayload,
  DisputeComplaintInput,
  DisputeComplaintPayload,
  FileComplaintInput,
  FileComplaintPayload,
  RecordComplaintResultInput,
  RecordComplaintResultPayload,
  RefuseComplaintInput,
  RefuseComplaintPayload,
  TellComplainantInput,
  TellComplainantPayload,
  TransferComplaintInput,
  TransferComplaintPayload,
} from './complaint-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What desks do with complaints. */
@Resolver()
export class ComplaintCommandsResolver {
  constructor(private readonly complaintService: ComplaintService) {}

  @Mutation(() => FileComplaintPayload, {
    description:
      'Registers a complaint or a report, anonymous or not; the time for its acceptance begins. Scope enforcement:handle. Errors: FORBIDDEN, BAD_USER_INPUT (TEXT_LENGTH, PARTY_IDENTITY). 登记投诉举报（可匿名），起算受理时限。',
  })
  async fileComplaint(
    @Arg('input', () => FileComplaintInput, INPUT) input: FileComplaintInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return FileComplaintPayload.of(await this.complaintService.fileComplaint(context, input));
  }

  @Mutation(() => AcceptComplaintPayload, {
    description: 'Accepts it. Scope enforcement:handle. Errors: NOT_FOUND, CONFLICT. 受理投诉举报。',
  })
  async acceptComplaint(
    @Arg('input', () => AcceptComplaintInput, INPUT) input: AcceptComplaintInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return AcceptComplaintPayload.of(await this.complaintService.acceptComplaint(context, input));
  }

  @Mutation(() => RefuseComplaintPayload, {
    description:
      'Does not accept it, and says why. Scope enforcement:handle. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 不予受理（说明理由）。',
  })
  async refuseComplaint(
    @Arg('input', () => RefuseComplaintInput, INPUT) input: RefuseComplaintInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RefuseComplaintPayload.of(await this.complaintService.refuseComplaint(context, input));
  }

  @Mutation(() => TransferComplaintPayload, {
    description:
      'Transfers it to an organ that this graph does not serve. Scope enforcement:handle. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT. 移送其他机关。',
  })
  async transferComplaint(
    @Arg('input', () => TransferComplaintInput, INPUT) input: TransferComplaintInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return TransferComplaintPayload.of(await this.complaintService.transferComplaint(context, input));
  }

  @Mutation(() => AssignComplaintPayload, {
    description:
      'Assigns it by the division of labour: common and simple to a township, the rest to a department. Scope enforcement:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (DIVISION_OF_LABOUR, PROFESSIONAL_POWER), CONFLICT. 按处置分工分派。',
  })
  async assignComplaint(
    @Arg('input', () => AssignComplaintInput, INPUT) input: AssignComplaintInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return AssignComplaintPayload.of(await this.complaintService.assignComplaint(context, input));
  }

  @Mutation(() => DisputeComplaintPayload, {
    description:
      'Who was assigned it says that it is not theirs. Scope enforcement:handle. Errors: NOT_FOUND, CONFLICT (DISPUTE_DECIDED). 提出管辖争议。',
  })
  async disputeComplaint(
    @Arg('input', () => DisputeComplaintInput, INPUT) input: DisputeComplaintInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return DisputeComplaintPayload.of(await this.complaintService.disputeComplaint(context, input));
  }

  @Mutation(() => DecideComplaintDisputePayload, {
    description:
      'The county decides who handles it, once and for all (浙江省综合行政执法条例§17). Scope enforcement:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, CONFLICT. 协调裁定管辖争议。',
  })
  async decideComplaintDispute(
    @Arg('input', () => DecideComplaintDisputeInput, INPUT) input: DecideComplaintDisputeInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return DecideComplaintDisputePayload.of(await this.complaintService.decideComplaintDispute(context, input));
  }

  @Mutation(() => RecordComplaintResultPayload, {
    description:
      'Records what came of it; the time to tell the complainant begins. Scope enforcement:handle. Errors: NOT_FOUND, BAD_USER_INPUT (CASE_OF_COMPLAINT, CASE_SOURCE, CASE_ELSEWHERE), CONFLICT (CASE_NOT_FILED). 记录办理结果，起算告知时限。',
  })
  async recordComplaintResult(
    @Arg('input', () => RecordComplaintResultInput, INPUT) input: RecordComplaintResultInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RecordComplaintResultPayload.of(await this.complaintService.recordComplaintResult(context, input));
  }

  @Mutation(() => TellComplainantPayload, {
    description:
      'Records that the complainant was told the result. Scope enforcement:handle. Errors: NOT_FOUND, CONFLICT (NOBODY_TO_TELL). 记录已告知投诉举报人。',
  })
  async tellComplainant(
    @Arg('input', () => TellComplainantInput, INPUT) input: TellComplainantInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return TellComplainantPayload.of(await this.complaintService.tellComplainant(context, input));
  }

  @Mutation(() => CloseComplaintPayload, {
    description:
      'Closes it, with the grade that the complainant gives. Scope enforcement:handle. Errors: NOT_FOUND, BAD_USER_INPUT (SATISFACTION), CONFLICT (NOT_TOLD). 办结并记录满意度。',
  })
  async closeComplaint(
    @Arg('input', () => CloseComplaintInput, INPUT) input: CloseComplaintInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return CloseComplaintPayload.of(await this.complaintService.closeComplaint(context, input));
  }
}
