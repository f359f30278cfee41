import { caseCommand, caseCommandResolver } from '../case/case-commands';
import { plainInput, reasonedInput } from '../case/case-move.inputs';
import type { CaseTimeService } from './case-time.service';
import type { CoercionService } from './coercion.service';
import type { CorrectionService } from './correction.service';
import {
  ApproveMeasureInput,
  CheckCorrectionInput,
  ConcludeInvestigationInput,
  ExtendCaseInput,
  ExtendSeizureInput,
  OrderCorrectionInput,
  PreserveEvidenceInput,
  RecordInvestigationInput,
  ResolveMeasureInput,
  SeizePropertyInput,
  SuspendCaseInput,
} from './investigation.inputs';
import type { InvestigationService } from './investigation.service';
import type { MeasureService } from './measure.service';

const handle = 'enforcement:handle' as const;
const manage = 'enforcement:manage' as const;
const ResumeCaseInput = plainInput('ResumeCase', 'The investigation goes on', '恢复调查');
const ReopenInvestigationInput = reasonedInput('ReopenInvestigation', 'New facts are looked into', '补充调查');
const TerminateCaseInput = reasonedInput('TerminateCase', 'It ends without a decision', '终止案件');

export const investigationResolver = (investigation: InvestigationService, times: CaseTimeService) =>
  caseCommandResolver({
    recordInvestigation: caseCommand({
      input: RecordInvestigationInput,
      scope: handle,
      en: 'Records what an investigation brought: by two certified officers, who showed their certificates (行政处罚法 §42, §46, §55)',
      zh: '调查取证',
      run: (context, input) => investigation.recordInvestigation(context, input),
    }),
    suspendCase: caseCommand({
      input: SuspendCaseInput,
      scope: manage,
      en: 'Lets the investigation stand still, by a law, regulation or rule that is named (行政处罚法 §60)',
      zh: '中止调查',
      run: (context, input) => times.suspendCase(context, input),
    }),
    resumeCase: caseCommand({
      input: ResumeCaseInput,
      scope: handle,
      en: 'Lets the investigation go on',
      zh: '恢复调查',
      run: (context, input) => times.resumeCase(context, input),
    }),
    extendCase: caseCommand({
      input: ExtendCaseInput,
      scope: manage,
      en: 'Extends the ninety days, by a law, regulation or rule that is named, before they are over (行政处罚法 §60)',
      zh: '延长办案期限',
      run: (context, input) => times.extendCase(context, input),
    }),
    concludeInvestigation: caseCommand({
      input: ConcludeInvestigationInput,
      scope: handle,
      en: 'Ends the investigation (行政处罚法 §57)',
      zh: '调查终结',
      run: (context, input) => investigation.concludeInvestigation(context, input),
    }),
    reopenInvestigation: caseCommand({
      input: ReopenInvestigationInput,
      scope: handle,
      en: 'Looks into new facts; the party is told anew, and review and deliberation begin anew (行政处罚法 §40, §44)',
      zh: '补充调查',
      run: (context, input) => investigation.reopenInvestigation(context, input),
    }),
    terminateCase: caseCommand({
      input: TerminateCaseInput,
      scope: manage,
      en: 'Ends a case without a decision, such as where the party is no more',
      zh: '终止案件',
      run: (context, input) => investigation.terminateCase(context, input),
    }),
  });

export const measureResolver = (measures: MeasureService, coercion: CoercionService, corrections: CorrectionService) =>
  caseCommandResolver({
    preserveEvidence: caseCommand({
      input: PreserveEvidenceInput,
      scope: handle,
      en: 'Registers and keeps things that may be lost, for seven working days (行政处罚法 §56)',
      zh: '先行登记保存',
      run: (context, input) => measures.preserveEvidence(context, input),
    }),
    seizeProperty: caseCommand({
      input: SeizePropertyInput,
      scope: handle,
      en: 'Seals or seizes, for thirty days; approved before, or within 24 hours in an emergency; never under an entrusted power (行政强制法 §17–19, §25)',
      zh: '查封、扣押',
      run: (context, input) => coercion.seizeProperty(context, input),
    }),
    approveMeasure: caseCommand({
      input: ApproveMeasureInput,
      scope: manage,
      en: 'Says yes or no to what was sealed or seized in an emergency, within 24 hours (行政强制法 §19)',
      zh: '当场查封、扣押补办批准',
      run: (context, input) => coercion.approveMeasure(context, input),
    }),
    extendSeizure: caseCommand({
      input: ExtendSeizureInput,
      scope: manage,
      en: 'Extends a seizure once, by thirty days at most (行政强制法 §25)',
      zh: '延长查封、扣押期限',
      run: (context, input) => coercion.extendSeizure(context, input),
    }),
    resolveMeasure: caseCommand({
      input: ResolveMeasureInput,
      scope: handle,
      en: 'Says what becomes of things that were kept, sealed or seized (行政处罚法 §56, 行政强制法 §27, §28)',
      zh: '处理（解除）先行登记保存、查封、扣押',
      run: (context, input) => measures.resolveMeasure(context, input),
    }),
    orderCorrection: caseCommand({
      input: OrderCorrectionInput,
      scope: handle,
      en: 'Orders the party to put it right; no penalty (行政处罚法 §28)',
      zh: '责令（限期）改正',
      run: (context, input) => corrections.orderCorrection(context, input),
    }),
    checkCorrection: caseCommand({
      input: CheckCorrectionInput,
      scope: handle,
      en: 'Records whether it was put right',
      zh: '复查改正情况',
      run: (context, input) => corrections.checkCorrection(context, input),
    }),
  });
