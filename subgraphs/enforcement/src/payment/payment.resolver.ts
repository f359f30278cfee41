import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { plainInput } from '../case/case-move.inputs';
import { ServeDecisionInput } from '../service/service.inputs';
import type { ServiceOfProcess } from '../service/service-of-process.service';
import type { CourtService } from './court.service';
import type { ExecutionService } from './execution.service';
import {
  AgreeExecutionInput,
  EndExecutionInput,
  ExtendPaymentInput,
  HandInCashInput,
  RecordCourtResultInput,
  RecordPaymentInput,
  RemindPartyInput,
  RemitCashInput,
} from './payment.inputs';
import type { PaymentService } from './payment.service';

const handle = 'enforcement:handle' as const;
const manage = 'enforcement:manage' as const;
const ApplyToCourtInput = plainInput('ApplyToCourt', 'The court is asked to enforce it', '申请人民法院强制执行');

const ResumeEnforcementInput = plainInput('ResumeEnforcement', 'Enforcement goes on', '恢复强制执行');

interface ExecutionParts {
  readonly service: ServiceOfProcess;
  readonly payments: PaymentService;
  readonly execution: ExecutionService;
  readonly courts: CourtService;
}

export const executionResolver = ({ service, payments, execution, courts }: ExecutionParts) =>
  caseCommandResolver({
    serveDecision: caseCommand({
      input: ServeDecisionInput,
      scope: handle,
      en: 'Serves the decision, in seven working days; the fifteen days to pay begin (行政处罚法 §61, §67)',
      zh: '送达决定书',
      run: (context, input) => service.serveDecision(context, input),
    }),
    recordPayment: caseCommand({
      input: RecordPaymentInput,
      scope: handle,
      en: 'Records a payment: at a bank or electronically; in cash only in three cases (行政处罚法 §67–70)',
      zh: '登记缴款',
      run: (context, input) => payments.recordPayment(context, input),
    }),
    handInCash: caseCommand({
      input: HandInCashInput,
      scope: handle,
      en: 'Records that cash came to the organ, in two working days; two more to the bank begin (行政处罚法 §71)',
      zh: '当场收缴罚款交至行政机关',
      run: (context, input) => payments.handInCash(context, input),
    }),
    remitCash: caseCommand({
      input: RemitCashInput,
      scope: handle,
      en: 'Records that cash came to the bank (行政处罚法 §71)',
      zh: '当场收缴罚款缴付银行',
      run: (context, input) => payments.remitCash(context, input),
    }),
    extendPayment: caseCommand({
      input: ExtendPaymentInput,
      scope: manage,
      en: 'Puts payment off or divides it, on the party’s application (行政处罚法 §66②)',
      zh: '批准延期（分期）缴纳罚款',
      run: (context, input) => payments.extendPayment(context, input),
    }),
    agreeExecution: caseCommand({
      input: AgreeExecutionInput,
      scope: manage,
      en: 'Agrees with a party that is late on stages, and waives of what was added, where it made good (行政强制法 §42)',
      zh: '达成执行协议',
      run: (context, input) => execution.agreeExecution(context, input),
    }),
    resumeEnforcement: caseCommand({
      input: ResumeEnforcementInput,
      scope: handle,
      en: 'Enforces again what was agreed on and is not performed: nothing is waived any more (行政强制法 §42)',
      zh: '恢复强制执行',
      run: (context, input) => execution.resumeEnforcement(context, input),
    }),
    endExecution: caseCommand({
      input: EndExecutionInput,
      scope: manage,
      en: 'Ends execution, for nothing can be carried out any more (行政强制法 §40)',
      zh: '终结执行',
      run: (context, input) => execution.endExecution(context, input),
    }),
    remindParty: caseCommand({
      input: RemindPartyInput,
      scope: handle,
      en: 'Reminds a party that is late (行政强制法 §54)',
      zh: '催告',
      run: (context, input) => courts.remindParty(context, input),
    }),
    applyToCourt: caseCommand({
      input: ApplyToCourtInput,
      scope: manage,
      en: 'Asks the court to enforce it: ten working days after the reminder, in the three months after the time for review and litigation (行政强制法 §53, §54)',
      zh: '申请人民法院强制执行',
      run: (context, input) => courts.applyToCourt(context, input),
    }),
    recordCourtResult: caseCommand({
      input: RecordCourtResultInput,
      scope: handle,
      en: 'Records what came of it (行政强制法 §57, §58)',
      zh: '登记法院强制执行结果',
      run: (context, input) => courts.recordCourtResult(context, input),
    }),
  });
