import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { textOf } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ServicePoint } from '../service-point/service-point.entity';
import { ServicePointState } from '../service-point/service-point.enums';
import { servicePointClosed } from '../service-point/service-point.errors';
import { nextAcceptanceNumber } from './acceptance-serial';
import { NOTICE, NOTICE_RULE } from './application.deadlines';
import { Application } from './application.entity';
import { ApplicationChannel, ApplicationState } from './application.enums';
import { missingMaterialsUnnamed, notSelfService, placeDisagrees, placeMissing, placeNotFound } from './application.errors';
import { type ApplicationMoving, doneOn, type MoveInput, subjectOf } from './application-moving';
import { type HandledMatter, handledMatter } from './handled-matter';
import { type ApplicantGiven, applicantColumns, decidingTier, tierOfPlace } from './intake.rules';

export interface SubmitApplication {
  readonly idempotencyKey?: string | null;
  readonly matterId: string;
  readonly servicePointId?: string | null;
  readonly divisionCode?: string | null;
  readonly windowNumber?: string | null;
  readonly channel: ApplicationChannel;
  readonly applicant: ApplicantGiven;
  readonly onlySave: boolean;
  readonly isInternal: boolean;
  readonly isTolerated: boolean;
  readonly missingMaterials?: readonly string[] | null;
  readonly isOnCommitment: boolean;
}

type Place = Pick<SubmitApplication, 'servicePointId' | 'divisionCode'>;

/** Handed over in person or by post: received as it comes. What comes online is looked through first. */
const RECEIVED_AS_IT_COMES: readonly ApplicationChannel[] = [ApplicationChannel.WINDOW, ApplicationChannel.COURIER];

/** Takes applications in. */
export class IntakeService {
  constructor(private readonly moving: ApplicationMoving) {}

  submitApplication(context: RequestContext, input: SubmitApplication): Promise<Application> {
    const { commands, asKept } = this.moving;
    return commands.run(context, {
      name: 'submitApplication',
      needs: 'matters:handle',
      input,
      result: asKept,
      work: async (tx) => {
        return doneOn(await this.takeIn(tx, context, input), input.onlySave ? 'save' : 'submit');
      },
    });
  }

  /** Begins an application within a transaction that the caller has opened, and takes it in as it came. */
  async takeIn(
    tx: EntityManager,
    context: RequestContext,
    input: SubmitApplication,
    bundleApplicationId: string | null = null,
  ): Promise<Application> {
    const application = await this.begun(tx, context, input);
    return this.takenIn(tx, context, Object.assign(application, { bundleApplicationId }), input.onlySave);
  }

  /** What was only saved is sent in. */
  sendApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'sendApplication',
      action: ({ channel }) => (RECEIVED_AS_IT_COMES.includes(channel) ? 'receive' : 'submit'),
      change: async (tx, application) => {
        await this.startNotice(tx, application);
        return {
          acceptanceNumber: await this.numberOf(tx, application),
          // Why it had been sent back is in its course.
          reason: null,
          ...(RECEIVED_AS_IT_COMES.includes(application.channel) && { receivedAt: this.moving.clock() }),
        };
      },
    });
  }

  preReviewApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, { name: 'preReviewApplication', action: 'preReview' });
  }

  receiveApplication(context: RequestContext, input: MoveInput): Promise<Application> {
    return this.moving.move(context, input, {
      name: 'receiveApplication',
      action: 'receive',
      legalBasis: '行政许可法§32②',
      change: async (tx, application) => {
        const { deadlines, clock } = this.moving;
        // What was sent in has been running since; a draft that is brought along begins now.
        const runs = (await deadlines.open(tx, application.id)).some(({ kind }) => kind === NOTICE);
        if (!runs) await this.startNotice(tx, application);
        return { acceptanceNumber: await this.numberOf(tx, application), receivedAt: clock() };
      },
    });
  }

  /** Sent in at the wrong place: it goes to another that handles the matter, by whoever sees both. */
  transferApplication(context: RequestContext, input: MoveInput & { readonly servicePointId: string }): Promise<Application> {
    const { clock } = this.moving;
    return this.moving.move(context, input, {
      name: 'transferApplication',
      action: 'transfer',
      change: async (tx, { matterId }) => {
        const divisionCode = await this.placeOf(tx, context, input);
        const { servicePointId } = input;
        return { servicePointId, divisionCode, ...tiersOf(divisionCode, await handledMatter(tx, matterId, divisionCode, dayOf(clock()))) };
      },
    });
  }

  private async begun(tx: EntityManager, context: RequestContext, input: SubmitApplication): Promise<Application> {
    const { clock } = this.moving;
    const today = dayOf(clock());
    const divisionCode = await this.placeOf(tx, context, input);
    const handled = await handledMatter(tx, input.matterId, divisionCode, today);
    const { matter } = handled;
    if (input.channel === ApplicationChannel.KIOSK && !matter.selfService) throw notSelfService();
    const missingMaterials = (input.missingMaterials ?? []).map((name) => textOf('missingMaterials', name, 100)!);
    if (input.isTolerated && missingMaterials.length === 0) throw missingMaterialsUnnamed();
    return Object.assign(new Application(), EMPTY, applicantColumns(input.applicant), {
      id: uuid(),
      divisionCode,
      matterId: matter.id,
      implementationCode: matter.implementationCode,
      matterName: matter.name,
      matterKind: matter.kind,
      implementingCreditCode: matter.implementingCreditCode,
      implementingName: matter.implementingName,
      servicePointId: input.servicePointId ?? null,
      windowNumber: textOf('windowNumber', input.windowNumber, 10),
      channel: input.channel,
      handlingKind: matter.handlingKind,
      ...tiersOf(divisionCode, handled),
      isInternal: input.isInternal,
      statutoryValue: matter.statutoryValue,
      statutoryUnit: matter.statutoryUnit,
      promisedValue: matter.promisedValue,
      promisedUnit: matter.promisedUnit,
      openedOn: today,
      isTolerated: input.isTolerated,
      isOnCommitment: input.isOnCommitment,
      missingMaterials,
    });
  }

  private async takenIn(tx: EntityManager, context: RequestContext, application: Application, onlySave: boolean): Promise<Application> {
    const { clock } = this.moving;
    const { SAVED, SUBMITTED, RECEIVED } = ApplicationState;
    if (!onlySave) {
      const comesReceived = RECEIVED_AS_IT_COMES.includes(application.channel);
      application.acceptanceNumber = await this.numberOf(tx, application);
      application.state = comesReceived ? RECEIVED : SUBMITTED;
      application.receivedAt = comesReceived ? clock() : null;
      await this.startNotice(tx, application);
    }
    await tx.insert(Application, application);
    const action = application.state === SAVED ? 'save' : application.state === SUBMITTED ? 'submit' : 'receive';
    await recordStep(tx, clock, context, subjectOf(application), { action, from: null, to: application.state });
    return application;
  }

  /** The division where something is taken in, if the viewer acts there. */
  async placeOf(tx: EntityManager, { viewer }: RequestContext, { servicePointId, divisionCode }: Place): Promise<string> {
    const place = await this.divisionOf(tx, servicePointId, divisionCode);
    if (!sees(viewer, place, this.moving.clock)) throw placeNotFound();
    return place;
  }

  private async divisionOf(tx: EntityManager, servicePointId?: string | null, divisionCode?: string | null): Promise<string> {
    if (!servicePointId) {
      if (!divisionCode) throw placeMissing();
      return divisionCode;
    }
    const point = await tx.findOneBy(ServicePoint, { id: servicePointId });
    if (point?.id !== servicePointId) throw placeNotFound();
    if (point.state === ServicePointState.CLOSED) throw servicePointClosed(point.closedOn);
    if (divisionCode && divisionCode !== point.divisionCode) throw placeDisagrees();
    return point.divisionCode;
  }

  private async numberOf(tx: EntityManager, { acceptanceNumber, implementationCode }: Application): Promise<string> {
    return acceptanceNumber ?? nextAcceptanceNumber(tx, implementationCode, dayOf(this.moving.clock()));
  }

  /** It has come: it must be said within five working days what is missing, online as at the window, opened or not. */
  private async startNotice(tx: EntityManager, application: Application): Promise<void> {
    await this.moving.deadlines.start(tx, subjectOf(application), NOTICE, NOTICE_RULE);
  }
}

/** Where it begins, and where it is decided. */
function tiersOf(divisionCode: string, { matter, villageRole, delegation }: HandledMatter) {
  const place = tierOfPlace(divisionCode);
  return {
    villageRole,
    handlerTier: place,
    decidingTier: decidingTier({ exerciseLevel: matter.exerciseLevel, villageRole, delegation, place }),
  };
}

const EMPTY = {
  acceptanceNumber: null,
  bundleApplicationId: null,
  state: ApplicationState.SAVED,
  version: 1,
  receivedAt: null,
  acceptedAt: null,
  isDeemedAccepted: false,
  dueAt: null,
  decidedAt: null,
  isOnTime: null,
  completedAt: null,
  endedAt: null,
  outcome: null,
  reason: null,
  resultName: null,
  corrections: 0,
  specialProcedure: null,
  extensions: 0,
  deliveryMethod: null,
  courier: null,
  trackingNumber: null,
  deliveredAt: null,
  ratingGrade: null,
  isDemonstration: false,
} as const;
