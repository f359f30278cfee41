import type { RequestContext } from '@township-graph/shared/context';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { type EntityManager, IsNull } from 'typeorm';
import type { Periods } from '../periods';
import { AdmissionReviewKind, RecipientOpinion } from './admission.enums';
import { notTheRecipient, objectionsUnanswered, reviewPassed, sameReviewer } from './admission.errors';
import { speaksFor } from './admission.policy';
import type { AdmissionRecipientRepository } from './admission.repository';
import { ADMISSION_MACHINE } from './admission.status';
import { AdmissionRecipient } from './admission-recipient.entity';
import type { AdmissionRequest, PassedReview } from './admission-request.entity';
import { type AdmissionSteps, factsOf, type StepInput } from './admission-steps';

export interface PassReview extends StepInput {
  readonly review: AdmissionReviewKind;
  readonly body: string;
  readonly opinion: string;
}

export interface WithReason extends StepInput {
  readonly body: string;
  readonly reason: string;
}

export interface GiveOpinion {
  readonly idempotencyKey?: string | null;
  readonly admissionId: string;
  readonly divisionCode: string;
  /** Of the recipient: what the others say does not stand in its way. */
  readonly expectedVersion: number;
  readonly opinion: RecipientOpinion;
  readonly reason?: string | null;
}

export interface PassCouncil extends StepInput {
  readonly body: string;
  readonly opinion: string;
  readonly answer?: string | null;
}

export const OPINION_TIME = 'TOWN_OPINION';
const BASES: Readonly<Record<AdmissionReviewKind, string>> = {
  BIANBAN_REVIEW: '职责准入：编办审核（人员、机构）',
  LEGAL_REVIEW: '职责准入：司法行政部门合法性审核',
};

/** What those do who judge a request before the government decides: two reviews, the townships, the council. */
export class AdmissionReviewService {
  constructor(
    private readonly steps: AdmissionSteps,
    private readonly recipients: AdmissionRecipientRepository,
    private readonly periods: Periods,
  ) {}

  /** One of the two. With the second the townships are asked. */
  passAdmissionReview(context: RequestContext, input: PassReview): Promise<AdmissionRequest> {
    const { review: kind } = input;
    const organization = context.viewer.organization!;
    return this.steps.take(context, 'passAdmissionReview', input, async ({ tx, request }) => {
      const { id, round, passedReviews, divisionCode } = request;
      const passed = passedReviews.filter((each) => each.round === round);
      if (passed.some((each) => each.kind === kind)) throw reviewPassed(kind);
      if (passed.some((each) => each.organization === organization)) throw sameReviewer();
      const body = words('body', input.body, 100);
      const opinion = words('opinion', input.opinion, 350);
      const review: PassedReview = { kind, round, body, organization, opinion, at: this.steps.clock().toISOString() };
      const change = { passedReviews: [...passedReviews, review] };
      const step = { note: `${body}：${opinion}`, legalBasis: BASES[kind] };
      if (passed.length === 0) return { change, ...step };
      const deadline = await this.steps.deadlines.start(
        tx,
        { type: 'AdmissionRequest', id, divisionCode },
        OPINION_TIME,
        this.periods.townOpinion,
      );
      return { change: { ...change, opinionsDueOn: deadline.dueOn() }, ...step, followedBy: 'askTownships' };
    });
  }

  returnAdmission(context: RequestContext, input: WithReason): Promise<AdmissionRequest> {
    return this.steps.take(context, 'returnAdmission', input, ({ tx, request }) => ({
      note: withBody(input),
      after: () => this.steps.deadlines.lapse(tx, request.id),
    }));
  }

  rejectAdmission(context: RequestContext, input: WithReason): Promise<AdmissionRequest> {
    return this.steps.take(context, 'rejectAdmission', input, ({ tx, request }) => ({
      note: withBody(input),
      after: () => this.steps.endUnpublished(tx, request),
    }));
  }

  /** A township's own word. It changes its own row only, so that townships that answer at once do not hinder each other. */
  giveAdmissionOpinion(context: RequestContext, input: GiveOpinion): Promise<AdmissionRequest> {
    const { viewer } = context;
    const { admissionId, divisionCode, opinion, expectedVersion } = input;
    const action = 'giveAdmissionOpinion';
    return this.steps.run(context, action, input, async (tx) => {
      await this.steps.admissions.hold(tx, admissionId);
      const { request, recipients, today } = await this.steps.find(tx, context, action, admissionId);
      const isNamed = recipients.some((each) => each.divisionCode === divisionCode);
      if (!isNamed || !speaksFor(viewer, divisionCode, this.steps.clock)) throw notTheRecipient();
      const state = ADMISSION_MACHINE.next(request.state, action, factsOf(request, recipients, today));
      const reason = opinion === RecipientOpinion.AGREE ? optionalWords('reason', input.reason, 400) : words('reason', input.reason, 400);
      await this.recipients.change(tx, viewer, { admissionId, divisionCode }, expectedVersion, {
        opinion,
        opinionReason: reason,
        opinionBy: viewer.organization,
        opinionAt: this.steps.clock(),
      });
      await this.meetWhenAllAnswered(tx, admissionId);
      // In the recipient's own division, so that it reads its own step there.
      const subject = { type: 'AdmissionRequest', id: admissionId, divisionCode };
      await recordStep(tx, this.steps.clock, context, subject, { action, from: request.state, to: state, note: reason });
      const done = await this.steps.done(tx, request, action);
      return { ...done, on: [subject] };
    });
  }

  conveneAdmissionCouncil(context: RequestContext, input: StepInput & { readonly body: string }): Promise<AdmissionRequest> {
    return this.steps.take(context, 'conveneAdmissionCouncil', input, ({ tx, request }) => ({
      note: words('body', input.body, 100),
      after: () => this.steps.deadlines.lapse(tx, request.id, [OPINION_TIME]),
    }));
  }

  /** The council is for it. What townships object it answers, or it does not pass. */
  passAdmissionCouncil(context: RequestContext, input: PassCouncil): Promise<AdmissionRequest> {
    return this.steps.take(context, 'passAdmissionCouncil', input, ({ recipients }) => {
      const objections = recipients.filter(({ opinion }) => opinion !== null && opinion !== RecipientOpinion.AGREE);
      const answer = optionalWords('answer', input.answer, 200);
      if (objections.length > 0 && answer === null) throw objectionsUnanswered(objections.map(({ divisionCode }) => divisionCode));
      const opinion = `${words('body', input.body, 60)}：${words('opinion', input.opinion, 200)}`;
      return { note: answer === null ? opinion : `${opinion}；对意见的答复：${answer}` };
    });
  }

  private async meetWhenAllAnswered(tx: EntityManager, admissionId: string): Promise<void> {
    const awaited = await tx.countBy(AdmissionRecipient, { admissionId, opinion: IsNull() });
    if (awaited === 0) await this.steps.deadlines.meet(tx, admissionId, OPINION_TIME);
  }
}

const withBody = ({ body, reason }: WithReason) => `${words('body', body, 100)}：${words('reason', reason, 350)}`;
