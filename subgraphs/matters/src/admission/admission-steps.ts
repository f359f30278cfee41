import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done, Told } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import { AdmissionState } from './admission.enums';
import { admissionNotFound } from './admission.errors';
import { refusalOf, scopeFor } from './admission.policy';
import type { AdmissionRepository } from './admission.repository';
import { missingConditions, unmetCriteria } from './admission.rules';
import { ADMISSION_MACHINE, type AdmissionAction, type AdmissionFacts, moveBy } from './admission.status';
import { divisionsNamed } from './admission-concerns';
import type { AdmissionRecipient } from './admission-recipient.entity';
import { AdmissionRequest } from './admission-request.entity';

/** What every step of a request is given. */
export interface StepInput {
  readonly admissionId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string | null;
}

/** A request as a step finds it. */
export interface Standing {
  readonly tx: EntityManager;
  readonly request: AdmissionRequest;
  readonly recipients: readonly AdmissionRecipient[];
  readonly today: string;
}

/** What a step does besides moving the state. */
export interface StepPlan {
  readonly change?: Partial<AdmissionRequest> & { readonly version?: never };
  readonly note?: string | null;
  readonly legalBasis?: string | null;
  /** A move that follows at once. */
  readonly followedBy?: AdmissionAction;
  readonly after?: () => Promise<void>;
  /** What follows after that on other requests, to be told of too. */
  readonly also?: () => Promise<readonly Done<unknown>[]>;
}

/** 规则之外无程序：all steps of requests go the same way: load · visible · allowed · may · change by version · record. */
export class AdmissionSteps {
  private readonly asKept: ResultForm<AdmissionRequest>;

  constructor(
    private readonly commands: Commands,
    readonly admissions: AdmissionRepository,
    readonly deadlines: Deadlines,
    readonly clock: Clock,
  ) {
    this.asKept = rowResult(admissions.manager, AdmissionRequest);
  }

  take(
    context: RequestContext,
    action: AdmissionAction,
    input: StepInput,
    plan: (standing: Standing) => StepPlan | Promise<StepPlan>,
  ): Promise<AdmissionRequest> {
    const { viewer } = context;
    const { admissionId: id, expectedVersion } = input;
    return this.run(context, action, input, async (tx) => {
      const standing = await this.find(tx, context, action, id);
      const told = await divisionsNamed(tx, id);
      const { request, recipients, today } = standing;
      let state = ADMISSION_MACHINE.next(request.state, moveBy(action, request.state), factsOf(request, recipients, today));
      const { change = {}, note, legalBasis, followedBy, after, also } = await plan(standing);
      const subject = { type: 'AdmissionRequest', id, divisionCode: request.divisionCode };
      await recordStep(tx, this.clock, context, subject, { action, from: request.state, to: state, note, legalBasis });
      if (followedBy) {
        const from = state;
        state = ADMISSION_MACHINE.next(from, followedBy, factsOf({ ...request, ...change } as AdmissionRequest, recipients, today));
        await recordStep(tx, this.clock, context, subject, { action: followedBy, from, to: state });
      }
      await this.admissions.change(tx, viewer, { id }, expectedVersion, { ...change, state });
      await after?.();
      const others = (await also?.()) ?? [];
      const done = await this.done(tx, await tx.findOneByOrFail(AdmissionRequest, { id }), action, told);
      return {
        ...done,
        on: [...done.on, ...others.flatMap(({ on }) => on)],
        events: [...done.events, ...others.flatMap(({ events = [] }) => events)],
      };
    });
  }

  /** What a step on it did: its county is told, and those that it names; who was named before and is no more, that it is gone. */
  async done(
    tx: EntityManager,
    request: AdmissionRequest,
    action: AdmissionAction | 'draftAdmission',
    toldBefore: readonly string[] = [],
  ): Promise<Told<AdmissionRequest>> {
    const { id, divisionCode, state, version } = request;
    const concerns = await divisionsNamed(tx, id);
    const named = new Set(concerns);
    const event = {
      type: state === AdmissionState.PUBLISHED || state === AdmissionState.PARTIAL ? 'ADMISSION_PUBLISHED' : 'ADMISSION_CHANGED',
      subjectType: 'AdmissionRequest',
      subjectId: id,
      divisionCode,
      payload: { action, state, version },
      concerns,
      concernsNoMore: toldBefore.filter((code) => !named.has(code)),
    };
    return { result: request, on: [{ type: 'AdmissionRequest', id, divisionCode }], events: [event] };
  }

  /** Nothing will come of it: nobody is waited for, and what it was to replace may be adjusted anew. */
  async endUnpublished(tx: EntityManager, { id, predecessorId }: AdmissionRequest): Promise<void> {
    await this.deadlines.lapse(tx, id);
    if (predecessorId) await tx.update(AdmissionRequest, { id: predecessorId, successorId: id }, { successorId: null });
  }

  /** A command whose answer is a request. */
  run(
    context: RequestContext,
    action: AdmissionAction | 'draftAdmission',
    input: object,
    work: (tx: EntityManager) => Promise<Done<AdmissionRequest>>,
  ): Promise<AdmissionRequest> {
    const needs = action === 'draftAdmission' ? 'matters:handle' : scopeFor(action);
    return this.commands.run(context, { name: action, needs, input, result: this.asKept, work });
  }

  /** The request, for who may take the step. */
  async find(tx: EntityManager, { viewer }: RequestContext, action: AdmissionAction, id: string): Promise<Standing> {
    const request = await this.admissions.findById(viewer, id, tx);
    if (!request) throw admissionNotFound();
    const recipients = await this.admissions.findRecipients([id], tx);
    const codes = recipients.map(({ divisionCode }) => divisionCode);
    const refusal = refusalOf(viewer, action, request, codes, this.clock);
    if (refusal) throw refusal;
    return { tx, request, recipients, today: dayOf(this.clock()) };
  }
}

/** What the machine judges by. */
export function factsOf(request: AdmissionRequest, recipients: readonly AdmissionRecipient[], today: string): AdmissionFacts {
  const { kind, conditions, criteria, round, passedReviews, opinionsDueOn, successorId } = request;
  const isTimeUp = opinionsDueOn !== null && today > opinionsDueOn;
  return {
    missingConditions: missingConditions(conditions),
    unmetCriteria: unmetCriteria(kind, criteria),
    passedReviews: passedReviews.filter((review) => review.round === round).map((review) => review.kind),
    awaitedOpinions: isTimeUp ? 0 : recipients.filter(({ opinion }) => opinion === null).length,
    openRecipients: recipients.filter(({ batch }) => batch === null).length,
    hasSuccessor: successorId !== null,
  };
}
