import type { RequestContext } from '@township-graph/shared/context';
import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { textOf } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import {
  DECISION_CLOCKS,
  DELIVERY,
  DELIVERY_RULE,
  EXTENSION_BASIS,
  LONGEST_EXTENSION,
  NOTICE,
  outstandingOf,
  PROMISED,
  promisedRule,
  STATUTORY,
  SUPPLEMENT,
  statutoryRule,
} from './application.deadlines';
import type { Application } from './application.entity';
import { ApplicationState, DecisionOutcome, DeliveryMethod, type SpecialProcedure } from './application.enums';
import { extensionTooLong, missingMaterialsUnnamed, reasonMissing, supplementsOutstanding, trackingMissing } from './application.errors';
import { type ApplicationMove, type ApplicationMoving, type MoveInput, subjectOf } from './application-moving';
import { nextTier } from './intake.rules';

export interface ReasonedInput extends MoveInput {
  readonly reason: string;
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

  /** What was missing has come: it is for the organ to accept it now. */
  supplementApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'supplementApplication',
      action: 'supplement',
      change: () => ({ missingMaterials: [] }),
    });
  }

  /** Of one whose five days are over the time has been running since it was received. */
  acceptApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'acceptApplication',
      action: (_application, missed) => (missed.notice ? 'deemAccepted' : 'accept'),
      legalBasis: '行政许可法§32①(5)',
      change: (tx, application, missed) => this.accepted(tx, application, missed.notice),
    });
  }

  /** Columns and clocks of what is accepted, or counts as accepted since it was received (行政许可法§32①(4)). */
  async accepted(tx: EntityManager, application: Application, isDeemedAccepted: boolean): Promise<Partial<Application>> {
    const { deadlines, clock } = this.moving;
    const acceptedAt = isDeemedAccepted ? application.receivedAt! : clock();
    if (!isDeemedAccepted) await deadlines.meet(tx, application.id, NOTICE);
    const subject = subjectOf(application);
    const { dueAt } = await deadlines.start(tx, subject, PROMISED, promisedRule(application), acceptedAt);
    const rule = statutoryRule(application);
    if (rule) await deadlines.start(tx, subject, STATUTORY, rule, acceptedAt);
    if (outstandingOf(application) > 0) await deadlines.start(tx, subject, SUPPLEMENT, this.supplementRule);
    return { acceptedAt, isDeemedAccepted, dueAt };
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

  terminateApplication(context: RequestContext, input: ReasonedInput): Promise<Application> {
    return this.endsReasoned(context, input, 'terminateApplication', 'terminate');
  }

  /** Back to the applicant before it is received; nothing is lost, and it may come again. */
  sendBackApplication(context: RequestContext, input: ReasonedInput): Promise<Application> {
    const reason = reasonOf(input);
    return this.moving.move(
      context,
      { ...input, note: reason },
      { name: 'sendBackApplication', action: 'sendBack', change: () => ({ reason }) },
    );
  }

  withdrawApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'withdrawApplication',
      action: 'withdraw',
      change: async (tx, { id }) => {
        await this.moving.deadlines.lapse(tx, id);
        return { dueAt: null, endedAt: this.moving.clock() };
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

  suspendApplication(context: RequestContext, input: MoveInput & { readonly procedure: SpecialProcedure }): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'suspendApplication',
      action: 'suspend',
      legalBasis: '行政许可法§45',
      change: async (tx, application) => {
        await this.moving.deadlines.suspend(tx, application.id, DECISION_CLOCKS, '行政许可法§45');
        return { specialProcedure: input.procedure, dueAt: await this.promisedUntil(tx, application) };
      },
    });
  }

  resumeApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'resumeApplication',
      action: 'resume',
      legalBasis: '行政许可法§45',
      change: async (tx, application) => {
        await this.moving.deadlines.resume(tx, application.id, DECISION_CLOCKS);
        return { specialProcedure: null, dueAt: await this.promisedUntil(tx, application) };
      },
    });
  }

  /** Once, ten working days at most, approved by the organ's head, and the applicant is told why. */
  extendApplication(context: RequestContext, input: ReasonedInput & { readonly workdays: number }): Promise<Application> {
    const { workdays } = input;
    const reason = reasonOf(input);
    if (!Number.isInteger(workdays) || workdays < 1 || workdays > LONGEST_EXTENSION) throw extensionTooLong(LONGEST_EXTENSION);
    const extension = { limit: { value: workdays, unit: LimitUnit.WORKDAY }, basis: EXTENSION_BASIS };
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name: 'extendApplication',
        action: 'extend',
        legalBasis: '行政许可法§42①',
        change: async (tx, application) => {
          for (const kind of DECISION_CLOCKS) await this.moving.deadlines.extend(tx, application.id, kind, extension);
          return { extensions: application.extensions + 1, dueAt: await this.promisedUntil(tx, application) };
        },
      },
    );
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
    legalBasis?: string,
  ): Promise<Application> {
    const reason = reasonOf(input);
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name,
        action,
        // What was to follow and never came is the reason for the end, wherever it has got to.
        legalBasis: ({ supplement }) => (supplement ? this.supplementRule.basis : legalBasis),
        change: async (tx, { id }) => {
          // The applicant has been told, which is what the five days were for.
          await this.moving.deadlines.meet(tx, id, NOTICE);
          await this.moving.deadlines.lapse(tx, id);
          return { reason, dueAt: null, endedAt: this.moving.clock() };
        },
      },
    );
  }

  private async promisedUntil(tx: EntityManager, { id, dueAt }: Application): Promise<Date | null> {
    const promised = (await this.moving.deadlines.open(tx, id)).find(({ kind }) => kind === PROMISED);
    return promised?.dueAt ?? dueAt;
  }
}

function reasonOf({ reason }: { readonly reason?: string | null }): string {
  if (!reason?.trim()) throw reasonMissing();
  return textOf('reason', reason, 500)!;
}
