import type { RequestContext } from '@township-graph/shared/context';
import { covers } from '@township-graph/shared/division-code';
import { insertAll } from '@township-graph/shared/insert-all';
import { words } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { DutyCriteriaFacts } from '../responsibility/community-duty.rules';
import { checkedBasicCode, count } from '../texts.rules';
import type { AdmissionConditions } from './admission.conditions';
import { type AdmissionKind, AdmissionState, EvaluationResult } from './admission.enums';
import { bodyUnknown, evaluationMissing, outsideDuty, recipientsInvalid } from './admission.errors';
import { recipientDigits } from './admission.rules';
import { AdmissionRecipient } from './admission-recipient.entity';
import { AdmissionRequest } from './admission-request.entity';
import { type AdmissionSteps, type StepInput } from './admission-steps';

/** What an application says. */
export interface AdmissionContent {
  readonly kind: AdmissionKind;
  readonly dutyName: string;
  readonly basicCode?: string | null;
  readonly conditions: AdmissionConditions;
  readonly criteria?: DutyCriteriaFacts | null;
  readonly recipients: readonly string[];
}

export interface DraftAdmission extends AdmissionContent {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly departmentName: string;
}

/** A request with all that a new one has not been through. */
const NEW = {
  state: AdmissionState.DRAFT,
  version: 1,
  successorId: null,
  round: 0,
  passedReviews: [],
  heldEvaluations: [],
  opinionsDueOn: null,
  endsOn: null,
  endDocument: null,
  openCases: null,
  isDemonstration: false,
} as const;
const UNASKED = { opinion: null, opinionReason: null, opinionBy: null, opinionAt: null } as const;
const OPEN = { ...UNASKED, version: 1, batch: null, documentNumber: null, effectiveFrom: null, effectiveTo: null } as const;
const MOST_RECIPIENTS = 600;

/** What the department that asks does. */
export class AdmissionDraftService {
  constructor(private readonly steps: AdmissionSteps) {}

  draftAdmission(context: RequestContext, input: DraftAdmission): Promise<AdmissionRequest> {
    const { viewer } = context;
    const { divisionCode } = input;
    return this.steps.run(context, 'draftAdmission', input, async (tx) => {
      if (!sees(viewer, divisionCode, this.steps.clock)) throw outsideDuty();
      if (viewer.organization === null) throw bodyUnknown();
      const request = Object.assign(new AdmissionRequest(), NEW, contentOf(input), {
        id: uuid(),
        divisionCode,
        departmentCreditCode: viewer.organization,
        departmentName: words('departmentName', input.departmentName, 100),
        draftedBy: viewer.subject!,
        edition: 1,
        predecessorId: null,
        createdAt: this.steps.clock(),
      });
      await this.begin(tx, context, request, checkedRecipients(input, divisionCode), 'draftAdmission');
      return this.steps.done(tx, request, 'draftAdmission');
    });
  }

  amendAdmission(context: RequestContext, input: AdmissionContent & StepInput): Promise<AdmissionRequest> {
    return this.steps.take(context, 'amendAdmission', input, ({ tx, request: { id, divisionCode } }) => {
      const recipients = checkedRecipients(input, divisionCode);
      const after = async () => {
        await tx.delete(AdmissionRecipient, { admissionId: id });
        await insertRecipients(tx, id, recipients);
      };
      return { change: contentOf(input), after };
    });
  }

  /** Applies in writing. What was returned is applied for anew: reviews and opinions begin again. */
  submitAdmission(context: RequestContext, input: StepInput): Promise<AdmissionRequest> {
    return this.steps.take(context, 'submitAdmission', input, ({ tx, request: { id, round, conditions } }) => ({
      change: { round: round + 1, opinionsDueOn: null },
      legalBasis: conditions.legalBases
        ?.map(({ title, article }) => `${title}${article}`)
        .join('；')
        .slice(0, 200),
      after: async () => {
        await tx.update(AdmissionRecipient, { admissionId: id }, UNASKED);
      },
    }));
  }

  withdrawAdmission(context: RequestContext, input: StepInput & { readonly reason: string }): Promise<AdmissionRequest> {
    return this.steps.take(context, 'withdrawAdmission', input, ({ tx, request }) => ({
      note: words('reason', input.reason, 400),
      after: () => this.steps.endUnpublished(tx, request),
    }));
  }

  /** After an evaluation that asks for it: a request with the next edition, which takes the place of this one when it is published. */
  adjustAdmission(context: RequestContext, input: StepInput & { readonly reason: string }): Promise<AdmissionRequest> {
    return this.steps.take(context, 'adjustAdmission', input, ({ tx, request, recipients }) => {
      const last = request.heldEvaluations.at(-1);
      if (last?.result !== EvaluationResult.ADJUST) throw evaluationMissing(last?.result ?? 'NONE');
      const successor = Object.assign(new AdmissionRequest(), request, NEW, {
        id: uuid(),
        draftedBy: context.viewer.subject!,
        edition: request.edition + 1,
        predecessorId: request.id,
        createdAt: this.steps.clock(),
      });
      const codes = recipients.map(({ divisionCode }) => divisionCode);
      return {
        change: { successorId: successor.id },
        note: words('reason', input.reason, 400),
        after: () => this.begin(tx, context, successor, codes, 'adjustAdmission'),
        also: async () => [await this.steps.done(tx, successor, 'adjustAdmission')],
      };
    });
  }

  private async begin(
    tx: EntityManager,
    context: RequestContext,
    request: AdmissionRequest,
    recipients: readonly string[],
    action: string,
  ): Promise<void> {
    const { id, divisionCode, state } = request;
    await insertAll(tx, AdmissionRequest, [request]);
    await insertRecipients(tx, id, recipients);
    await recordStep(tx, this.steps.clock, context, { type: 'AdmissionRequest', id, divisionCode }, { action, from: null, to: state });
  }
}

function insertRecipients(tx: EntityManager, admissionId: string, codes: readonly string[]): Promise<void> {
  return insertAll(
    tx,
    AdmissionRecipient,
    codes.map((divisionCode) => ({ ...OPEN, admissionId, divisionCode })),
  );
}

function contentOf({ kind, dutyName, basicCode, conditions, criteria }: AdmissionContent) {
  const { legalBases, staff, fundsYuan, trainingDays, guidingName, guidingCreditCode } = conditions;
  return {
    kind,
    dutyName: words('dutyName', dutyName, 200),
    basicCode: basicCode ? checkedBasicCode(basicCode) : null,
    conditions: {
      legalBases: legalBases?.map(({ title, article }) => ({ title: words('title', title, 200), article: words('article', article, 100) })),
      staff: staff?.map((each) => ({ kind: each.kind, count: count('count', each.count)! })),
      fundsYuan: count('fundsYuan', fundsYuan),
      trainingDays: count('trainingDays', trainingDays),
      guidingName: guidingName ? words('guidingName', guidingName, 100) : null,
      guidingCreditCode: guidingCreditCode ?? null,
    },
    criteria: criteria ?? null,
  };
}

function checkedRecipients({ kind, recipients }: AdmissionContent, divisionCode: string): readonly string[] {
  const digits = recipientDigits(kind);
  const isFit = recipients.every((code) => code.length === digits && covers(divisionCode, code));
  const areDistinct = new Set(recipients).size === recipients.length;
  if (!isFit || !areDistinct || recipients.length < 1 || recipients.length > MOST_RECIPIENTS) throw recipientsInvalid(digits);
  return recipients;
}
