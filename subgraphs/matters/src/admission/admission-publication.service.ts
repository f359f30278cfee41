import type { Done } from '@township-graph/shared/command/commands';
import type { RequestContext } from '@township-graph/shared/context';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { Periods } from '../periods';
import { notPast } from '../texts.rules';
import { AdmissionState, type EvaluationResult, type OpenCasesRule } from './admission.enums';
import { batchInvalid } from './admission.errors';
import { ADMISSION_MACHINE } from './admission.status';
import { AdmissionRecipient } from './admission-recipient.entity';
import { AdmissionRequest, type HeldEvaluation } from './admission-request.entity';
import { type AdmissionSteps, factsOf, type Standing, type StepInput } from './admission-steps';

export interface PublishAdmission extends StepInput {
  readonly body: string;
  readonly documentNumber: string;
  readonly effectiveFrom: string;
}

export interface EvaluateAdmission extends StepInput {
  readonly body: string;
  readonly result: EvaluationResult;
  readonly staffAdequate: boolean;
  readonly fundsAdequate: boolean;
  readonly findings: string;
}

export interface EndAdmission extends StepInput {
  readonly body: string;
  readonly documentNumber: string;
  readonly legalBasis: string;
  readonly reason: string;
  readonly endsOn: string;
}

export const EVALUATION_TIME = 'EVALUATION';

/** From the government's approval to the end: publication, batches, evaluation, taking back. */
export class AdmissionPublicationService {
  constructor(
    private readonly steps: AdmissionSteps,
    private readonly periods: Periods,
  ) {}

  /** For all for whom nothing is published yet. */
  publishAdmission(context: RequestContext, input: PublishAdmission): Promise<AdmissionRequest> {
    return this.steps.take(context, 'publishAdmission', input, async (standing) => {
      const open = standing.recipients.filter(({ batch }) => batch === null).map(({ divisionCode }) => divisionCode);
      const published = this.published(standing, input, open);
      return { ...published, also: () => this.whole(context, standing, published.from, published.documentNumber) };
    });
  }

  /** For some of them; the rest stays open. */
  publishAdmissionBatch(
    context: RequestContext,
    input: PublishAdmission & { readonly recipients: readonly string[] },
  ): Promise<AdmissionRequest> {
    return this.steps.take(context, 'publishAdmissionBatch', input, (standing) => {
      const open = new Set(standing.recipients.filter(({ batch }) => batch === null).map(({ divisionCode }) => divisionCode));
      const chosen = new Set(input.recipients);
      const isSome = chosen.size > 0 && chosen.size < open.size && chosen.size === input.recipients.length;
      if (!isSome || [...chosen].some((code) => !open.has(code))) throw batchInvalid();
      const also = async () => {
        await this.startEvaluation(standing);
        return this.takenOver(standing);
      };
      return { ...this.published(standing, input, [...chosen]), also };
    });
  }

  /** No batch will follow: those who are still open are left out. */
  closeAdmissionBatches(
    context: RequestContext,
    input: StepInput & { readonly body: string; readonly reason: string },
  ): Promise<AdmissionRequest> {
    return this.steps.take(context, 'closeAdmissionBatches', input, (standing) => ({
      note: `${words('body', input.body, 100)}：${words('reason', input.reason, 350)}`,
      also: () => this.whole(context, standing, standing.today, null),
    }));
  }

  evaluateAdmission(context: RequestContext, input: EvaluateAdmission): Promise<AdmissionRequest> {
    return this.steps.take(context, 'evaluateAdmission', input, ({ tx, request, today }) => {
      const { result, staffAdequate, fundsAdequate } = input;
      const findings = words('findings', input.findings, 350);
      const organization = context.viewer.organization!;
      const held: HeldEvaluation = { on: today, result, staffAdequate, fundsAdequate, findings, organization };
      return {
        change: { heldEvaluations: [...request.heldEvaluations, held] },
        note: `${words('body', input.body, 100)}：${findings}`,
        legalBasis: this.periods.evaluation.basis,
        after: async () => {
          await this.steps.deadlines.meet(tx, request.id, EVALUATION_TIME);
          await this.steps.deadlines.start(tx, subjectOf(request), EVALUATION_TIME, this.periods.evaluation);
        },
      };
    });
  }

  /** Taken back from a day on. What is open that day is finished where it began, or handed back: it is said which. */
  reclaimAdmission(context: RequestContext, input: EndAdmission & { readonly openCases: OpenCasesRule }): Promise<AdmissionRequest> {
    return this.steps.take(context, 'reclaimAdmission', input, (standing) => this.ended(standing, input, input.openCases));
  }

  /** Nobody does it any more, whose it was before included. */
  abolishAdmission(context: RequestContext, input: EndAdmission): Promise<AdmissionRequest> {
    return this.steps.take(context, 'abolishAdmission', input, (standing) => this.ended(standing, input, null));
  }

  private published({ tx, request, recipients, today }: Standing, input: PublishAdmission, chosen: readonly string[]) {
    const from = notPast(input.effectiveFrom, today);
    const documentNumber = words('documentNumber', input.documentNumber, 100);
    const body = words('body', input.body, 100);
    const batch = Math.max(0, ...recipients.map((each) => each.batch ?? 0)) + 1;
    return {
      from,
      documentNumber,
      note: `${body} ${documentNumber}，自 ${from} 起，第 ${batch} 批 ${chosen.length} 个承接方`,
      after: async () => {
        for (const divisionCode of chosen) {
          await tx.update(AdmissionRecipient, { admissionId: request.id, divisionCode }, { batch, documentNumber, effectiveFrom: from });
          // Where an earlier edition held, this one takes over on its first day.
          if (request.predecessorId) await this.steps.admissions.endRecipients(tx, request.predecessorId, from, divisionCode);
        }
      },
    };
  }

  /** Of an edition that is published in part: the one before has ended for some, and whoever reads that is told. */
  private async takenOver({ tx, request: { predecessorId } }: Standing): Promise<readonly Done<AdmissionRequest>[]> {
    if (!predecessorId) return [];
    return [await this.steps.done(tx, await tx.findOneByOrFail(AdmissionRequest, { id: predecessorId }), 'supersedeAdmission')];
  }

  /** From its first publication on, be it for some, it is evaluated regularly. */
  private async startEvaluation({ tx, request }: Standing): Promise<void> {
    const { deadlines } = this.steps;
    const runs = (await deadlines.open(tx, request.id)).some(({ kind }) => kind === EVALUATION_TIME);
    if (!runs) await deadlines.start(tx, subjectOf(request), EVALUATION_TIME, this.periods.evaluation);
  }

  /** All that will be published is, and what it replaces has ended. */
  private async whole(
    context: RequestContext,
    standing: Standing,
    from: string,
    documentNumber: string | null,
  ): Promise<readonly Done<AdmissionRequest>[]> {
    const { tx, request, today } = standing;
    await this.startEvaluation(standing);
    if (!request.predecessorId) return [];
    await this.steps.admissions.hold(tx, request.predecessorId);
    const replaced = await tx.findOneByOrFail(AdmissionRequest, { id: request.predecessorId });
    const state = ADMISSION_MACHINE.next(replaced.state, 'supersedeAdmission', factsOf(replaced, [], today));
    const change = { state, endsOn: from, endDocument: documentNumber };
    await this.steps.admissions.change(tx, context.viewer, { id: replaced.id }, replaced.version, change);
    await this.steps.admissions.endRecipients(tx, replaced.id, from);
    await this.steps.deadlines.lapse(tx, replaced.id);
    const step = { action: 'supersedeAdmission', from: replaced.state, to: state, note: documentNumber };
    await recordStep(tx, this.steps.clock, context, subjectOf(replaced), step);
    return [await this.steps.done(tx, await tx.findOneByOrFail(AdmissionRequest, { id: replaced.id }), 'supersedeAdmission')];
  }

  private ended({ tx, request, today }: Standing, input: EndAdmission, openCases: OpenCasesRule | null) {
    const endsOn = notPast(input.endsOn, today);
    const endDocument = words('documentNumber', input.documentNumber, 100);
    return {
      change: { endsOn, endDocument, openCases },
      note: `${words('body', input.body, 100)} ${endDocument}：${words('reason', input.reason, 250)}`,
      legalBasis: optionalWords('legalBasis', input.legalBasis, 200),
      after: async () => {
        await this.steps.admissions.endRecipients(tx, request.id, endsOn);
        // A new edition that ends before it is whole leaves the old one where it was.
        if (request.state === AdmissionState.PARTIAL) await this.steps.endUnpublished(tx, request);
        else await this.steps.deadlines.lapse(tx, request.id);
      },
    };
  }
}

const subjectOf = ({ id, divisionCode }: AdmissionRequest) => ({ type: 'AdmissionRequest', id, divisionCode });
