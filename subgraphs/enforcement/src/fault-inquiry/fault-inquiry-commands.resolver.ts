import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import {
  DecideFaultInput,
  DecideFaultPayload,
  DismissFaultInquiryInput,
  DismissFaultInquiryPayload,
  NotifyOfficerOfFaultInput,
  NotifyOfficerOfFaultPayload,
  OpenFaultInquiryInput,
  OpenFaultInquiryPayload,
  RecordOfficerStatementInput,
  RecordOfficerStatementPayload,
} from './fault-inquiry.inputs';
import type { FaultInquiryService } from './fault-inquiry.service';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What a county does about faults of officers. */
@Resolver()
export class FaultInquiryCommandsResolver {
  constructor(private readonly faultInquiryService: FaultInquiryService) {}

  @Mutation(() => OpenFaultInquiryPayload, {
    description:
      'Opens an inquiry into an unlawful step or inaction of an officer; never by the officer’s own organ. Scope enforcement:review of the county. Errors: FORBIDDEN (OWN_TEAM), NOT_FOUND, BAD_USER_INPUT (CASE_ELSEWHERE). 启动执法过错责任追究（所在机关不得自行启动）。',
  })
  async openFaultInquiry(
    @Arg('input', () => OpenFaultInquiryInput, INPUT) input: OpenFaultInquiryInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return OpenFaultInquiryPayload.of(await this.faultInquiryService.openFaultInquiry(context, input));
  }

  @Mutation(() => NotifyOfficerOfFaultPayload, {
    description:
      'Records that the officer was told; the time to state their case begins. Scope enforcement:review of the county. Errors: FORBIDDEN (OWN_TEAM), NOT_FOUND, CONFLICT. 告知执法人员，起算陈述申辩期限。',
  })
  async notifyOfficerOfFault(
    @Arg('input', () => NotifyOfficerOfFaultInput, INPUT) input: NotifyOfficerOfFaultInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return NotifyOfficerOfFaultPayload.of(await this.faultInquiryService.notifyOfficerOfFault(context, input));
  }

  @Mutation(() => RecordOfficerStatementPayload, {
    description:
      'Records what the officer says, or that they waive it. Scope enforcement:review of the county. Errors: FORBIDDEN (OWN_TEAM), NOT_FOUND, CONFLICT. 记录陈述申辩（或者放弃）。',
  })
  async recordOfficerStatement(
    @Arg('input', () => RecordOfficerStatementInput, INPUT) input: RecordOfficerStatementInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return RecordOfficerStatementPayload.of(await this.faultInquiryService.recordOfficerStatement(context, input));
  }

  @Mutation(() => DecideFaultPayload, {
    description:
      'Finds a fault, once the officer was heard or let the time pass; by another than who opened it. No fine that was collected counts for or against anybody (行政处罚法§74). Scope enforcement:manage of the county. Errors: FORBIDDEN (OWN_TEAM, SAME_HAND), NOT_FOUND, BAD_USER_INPUT (FAULT_DECISION), CONFLICT (STATEMENT_FIRST). 作出追究决定。',
  })
  async decideFault(
    @Arg('input', () => DecideFaultInput, INPUT) input: DecideFaultInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return DecideFaultPayload.of(await this.faultInquiryService.decideFault(context, input));
  }

  @Mutation(() => DismissFaultInquiryPayload, {
    description:
      'Finds no fault. Scope enforcement:manage of the county. Errors: FORBIDDEN (OWN_TEAM), NOT_FOUND, BAD_USER_INPUT, CONFLICT. 不予追究。',
  })
  async dismissFaultInquiry(
    @Arg('input', () => DismissFaultInquiryInput, INPUT) input: DismissFaultInquiryInput,
    @Ctx() context: EnforcementContext,
  ): Promise<object> {
    return DismissFaultInquiryPayload.of(await this.faultInquiryService.dismissFaultInquiry(context, input));
  }
}
