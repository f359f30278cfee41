import type { RequestContext } from '@township-graph/shared/context';
import type { DeadlineRule } from '@township-graph/shared/deadline';
import { optionalWords, textOf } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import {
  DECISION_CLOCKS,
  DELIVERY,
  DELIVERY_RULE,
  NOTICE,
  NOTICE_RULE,
  outstandingOf,
  PROMISED,
  promisedRule,
  STATUTORY,
  SUPPLEMENT,
  statutoryRule,
} from './application.deadlines';
import type { Application } from './application.entity';
import { ApplicationState, DecisionOutcome, DeliveryMethod } from './application.enums';
import { endingUngrounded, missingMaterialsUnnamed, reasonMissing, supplementsOutstanding, trackingMissing } from './application.errors';
import { type ApplicationMove, type ApplicationMoving, type MoveInput, subjectOf } from './application-moving';
import { nextTier } from './intake.rules';

export interface ReasonedInput extends MoveInput {
  readonly reason: string;
}

export interface TerminateInput extends ReasonedInput {
  readonly legalBasis?: string | null;
}

export interface DecideInput extends MoveInput {
  readonly outcome: DecisionOutcome;
  readonly reason?: string | null;
  readonly resultName?: string | null;
}

export interface DeliverInput extends MoveInput {
  readonly method: DeliveryMethod;
  readonly courier?: string | null;
  readonly trackingNumber?: string | null;
}

/** Handles what was taken in, from acceptance to the file. */
export class HandlingService {
  constructor(
    private readonly moving: ApplicationMoving,
    private readonly supplementRule: DeadlineRule,
  ) {}

  /** 一次性告知: stops the five days, and is possible once. */
  requestCorrection(context: RequestContext, input: MoveInput & { readonly missingMaterials: readonly string[] }): Promise<Application> {
    const missingMaterials = input.missingMaterials.map((name) => textOf('missingMaterials', name, 100)!);
    if (missingMaterials.length === 0) throw missingMaterialsUnnamed();
    return this.moving.move(context, input, {
      name: 'requestCorrection',
      action: 'requestCorrection',
      legalBasis: '行政许可法§32①(4)',
      change: async (tx, { id, corrections }) => {
        await this.moving.deadlines.meet(tx, id, NOTICE);
        return { missingMaterials, corrections: corrections + 1 };
      },
    });
  }

  /** What was missing has come: the organ has to accept it now, and five days without a word do it for it (行政许可法§32①(4)(5)). */
  supplementApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'supplementApplication',
      action: 'supplement',
      change: async (tx, application) => {
        await this.moving.deadlines.start(tx, subjectOf(application), NOTICE, NOTICE_RULE);
        return { missingMaterials: [] };
      },
    });
  }

  /** Of one whose five days are over the time has been running since they began. */
  acceptApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'acceptApplication',
      action: (_application, missed) => (missed.notice ? 'deemAccepted' : 'accept'),
      legalBasis: '行政许可法§32①(5)',
      change: (tx, application, missed) => this.accepted(tx, application, missed.notice),
    });
  }

  /** Columns and clocks of what is accepted, or counts as accepted since it came, whole (行政许可法§32①(4)). */
  async accepted(tx: EntityManager, application: Application, isDeemedAccepted: boolean): Promise<Partial<Application>> {
    const { deadlines, clock } = this.moving;
    const acceptedAt = isDeemedAccepted ? await this.cameAt(tx, application) : clock();
    if (!isDeemedAccepted) await deadlines.meet(tx, application.id, NOTICE);
    const subject = subjectOf(application);
    const { dueAt } = await deadlines.start(tx, subject, PROMISED, promisedRule(application), acceptedAt);
    const rule = statutoryRule(application);
    if (rule) await deadlines.start(tx, subject, STATUTORY, rule, acceptedAt);
    if (outstandingOf(application) > 0) await deadlines.start(tx, subject, SUPPLEMENT, this.supplementRule);
    return { receivedAt: application.receivedAt ?? acceptedAt, acceptedAt, isDeemedAccepted, dueAt };
  }

  /** Since when it has been known what is missing, if anything: its five days run from then. */
  private async cameAt(tx: EntityManager, { id }: Application): Promise<Date> {
    return (await this.moving.deadlines.open(tx, id)).find(({ kind }) => kind === NOTICE)!.startedAt;
  }

  refuseApplication(context: RequestContext, input: ReasonedInput): Promise<Application> {
    return this.endsReasoned(context, input, 'refuseApplication', 'refuse', '行政许可法§32①(2)、§38②');
  }

  dismissApplication(context: RequestContext, input: ReasonedInput): Promise<Application> {
    return this.endsReasoned(context, input, 'dismissApplication', 'dismissAsNotRequired', '行政许可法§32①(1)');
  }

  returnApplication(context: RequestContext, input: ReasonedInput): Promise<Application> {
    return this.endsReasoned(
      context,
      input,
      'returnApplication',
      ({ acceptedAt, isTolerated }) => (acceptedAt !== null && isTolerated ? 'returnUnsupplemented' : 'return'),
      '行政许可法§32①(2)',
    );
  }

  /** What was accepted has a right to a decision: it ends without one only where a law says so, or what was to follow never came. */
  terminateApplication(context: RequestContext, input: TerminateInput): Promise<Application> {
    return this.endsReasoned(context, input, 'terminateApplication', 'terminate', optionalWords('legalBasis', input.legalBasis, 200));
  }

  /** Back to the applicant before it is received: that is the one notice of what is missing, and it may come again. */
  sendBackApplication(context: RequestContext, input: ReasonedInput): Promise<Application> {
    const reason = reasonOf(input);
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name: 'sendBackApplication',
        action: 'sendBack',
        legalBasis: '行政许可法§32①(4)',
        change: async (tx, { id, corrections }) => {
          await this.moving.deadlines.meet(tx, id, NOTICE);
          return { reason, corrections: corrections + 1 };
        },
      },
    );
  }

  withdrawApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'withdrawApplication',
      action: 'withdraw',
      change: async (tx, { id }) => {
        await this.moving.deadlines.lapse(tx, id);
        return { reason: null, dueAt: null, endedAt: this.moving.clock() };
      },
    });
  }

  /** Village → township → department: 受理转报 of what was accepted, 代办上送 of what was not yet. */
  forwardApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'forwardApplication',
      action: ({ state }) => (state === ApplicationState.RECEIVED ? 'handOn' : 'forward'),
      change: (_tx, { handlerTier }) => ({ handlerTier: nextTier(handlerTier) }),
    });
  }

  reviewApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, { name: 'reviewApplication', action: 'review', legalBasis: '行政许可法§34' });
  }

  decideApplication(context: RequestContext, input: DecideInput): Promise<Application> {
    const { outcome } = input;
    const isDenied = outcome === DecisionOutcome.DENIED;
    const reason = isDenied ? reasonOf(input) : textOf('reason', input.reason || null, 500);
    const resultName = textOf('resultName', input.resultName || null, 200);
    return this.moving.move(context, input, {
      name: 'decideApplication',
      action: 'decide',
      legalBasis: isDenied ? '行政许可法§38②' : '行政许可法§38①',
      change: async (tx, application) => {
        const { deadlines, clock } = this.moving;
        if (!isDenied && outstandingOf(application) > 0) throw supplementsOutstanding(application.missingMaterials);
        const decidedAt = clock();
        await deadlines.lapse(tx, application.id, [SUPPLEMENT]);
        for (const kind of DECISION_CLOCKS) await deadlines.meet(tx, application.id, kind);
        await deadlines.start(tx, subjectOf(application), DELIVERY, DELIVERY_RULE);
        return { outcome, reason, resultName, decidedAt, isOnTime: decidedAt <= application.dueAt! };
      },
    });
  }

  completeApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'completeApplication',
      action: 'complete',
      change: () => ({ completedAt: this.moving.clock() }),
    });
  }

  deliverApplication(context: RequestContext, input: DeliverInput): Promise<Application> {
    const courier = textOf('courier', input.courier || null, 60);
    const trackingNumber = textOf('trackingNumber', input.trackingNumber || null, 40);
    if (input.method === DeliveryMethod.MAIL && (!courier || !trackingNumber)) throw trackingMissing();
    return this.moving.move(context, input, {
      name: 'deliverApplication',
      action: 'deliver',
      legalBasis: '行政许可法§44',
      change: async (tx, { id }) => {
        await this.moving.deadlines.meet(tx, id, DELIVERY);
        return { deliveryMethod: input.method, courier, trackingNumber, deliveredAt: this.moving.clock() };
      },
    });
  }

  archiveApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, { name: 'archiveApplication', action: 'archive' });
  }

  private endsReasoned(
    context: RequestContext,
    input: ReasonedInput,
    name: string,
    action: ApplicationMove['action'],
    legalBasis: string | null,
  ): Promise<Application> {
    const reason = reasonOf(input);
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name,
        action,
        // What was to follow and never came is the reason for the end, wherever it has got to.
        legalBasis: ({ supplement }) => (supplement ? this.supplementRule.basis : (legalBasis ?? undefined)),
        change: async (tx, { id }, { supplement }) => {
          if (!supplement && legalBasis === null) throw endingUngrounded();
          // The applicant has been told, which is what the five days were for.
          await this.moving.deadlines.meet(tx, id, NOTICE);
          await this.moving.deadlines.lapse(tx, id);
          return { reason, dueAt: null, endedAt: this.moving.clock() };
        },
      },
    );
  }
}

/** Why, as the applicant is told. */
export function reasonOf({ reason }: { readonly reason?: string | null }): string {
  if (!reason?.trim()) throw reasonMissing();
  return textOf('reason', reason, 500)!;
}
