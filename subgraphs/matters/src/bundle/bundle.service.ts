import { dayOf } from '@township-graph/shared/clock';
import type { Acted, Done } from '@township-graph/shared/command/commands';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Application } from '../application/application.entity';
import { type ApplicationMoving, doneOn } from '../application/application-moving';
import { handledMatterOf } from '../application/handled-matter';
import type { IntakeService, SubmitApplication } from '../application/intake.service';
import { BundleApplicationState, BundleState } from './bundle.enums';
import { bundleApplicationNotFound, bundleNotFound, memberDecided, memberNotHandledHere } from './bundle.errors';
import type { BundleApplicationRepository } from './bundle.repository';
import { hasEnded, JOINT, JOINT_STATUTORY, JOINT_STATUTORY_RULE, jointRule } from './bundle.rules';
import { BundleApplication } from './bundle-application.entity';
import { ServiceBundle } from './service-bundle.entity';

export interface SubmitBundleApplication
  extends Pick<SubmitApplication, 'idempotencyKey' | 'servicePointId' | 'divisionCode' | 'channel' | 'applicant'> {
  readonly bundleId: string;
  readonly isExpress: boolean;
}

export interface WithdrawBundleApplication {
  readonly idempotencyKey?: string | null;
  readonly bundleApplicationId: string;
  readonly expectedVersion: number;
}

/** Takes in what is one thing to the applicant and several applications to departments. */
export class BundleService {
  private readonly asKept: ResultForm<BundleApplication>;

  constructor(
    private readonly moving: ApplicationMoving,
    private readonly intake: IntakeService,
    private readonly jointly: BundleApplicationRepository,
  ) {
    this.asKept = rowResult(jointly.manager, BundleApplication);
  }

  /** All of it or nothing: an application for each member that is applied for here, each with its own number. */
  submitBundleApplication(context: RequestContext, input: SubmitBundleApplication): Promise<BundleApplication> {
    return this.moving.commands.run(context, {
      name: 'submitBundleApplication',
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const bundle = await tx.findOneBy(ServiceBundle, { id: input.bundleId });
        if (bundle?.id !== input.bundleId || bundle.state !== BundleState.PUBLISHED) throw bundleNotFound();
        const divisionCode = await this.intake.placeOf(tx, context, input);
        const joint = await this.begun(tx, context, bundle, divisionCode, input.isExpress);
        const done: Done<Application>[] = [];
        for (const { name, basicCode } of bundle.members) {
          if (basicCode === null) continue;
          const matterId = await handledMatterOf(tx, basicCode, divisionCode, dayOf(this.moving.clock()));
          if (matterId === null) throw memberNotHandledHere(name);
          done.push(doneOn(await this.intake.takeIn(tx, context, { ...PLAIN, ...input, matterId }, joint.id), 'submit'));
        }
        return gathered(joint, 'BUNDLE_APPLICATION_SUBMITTED', done);
      },
    });
  }

  /** While nothing of it is decided. */
  withdrawBundleApplication(context: RequestContext, input: WithdrawBundleApplication): Promise<BundleApplication> {
    const { bundleApplicationId: id, expectedVersion } = input;
    const { commands, clock, deadlines } = this.moving;
    return commands.run(context, {
      name: 'withdrawBundleApplication',
      needs: 'matters:handle',
      input,
      result: this.asKept,
      work: async (tx) => {
        const joint = await tx.findOneBy(BundleApplication, { id });
        if (joint?.id !== id || !sees(context.viewer, joint.divisionCode, clock)) throw bundleApplicationNotFound();
        // Before its members are looked at: from here on none of them can complete it.
        await this.jointly.change(tx, context.viewer, { id }, expectedVersion, { state: BundleApplicationState.WITHDRAWN });
        const members = await tx.findBy(Application, { bundleApplicationId: id });
        const decided = members.filter((member) => hasEnded(member) || member.decidedAt !== null);
        if (decided.length > 0 || joint.state !== BundleApplicationState.IN_PROGRESS)
          throw memberDecided(decided.map(({ matterName }) => matterName));
        await deadlines.lapse(tx, id);
        const done: Done<Application>[] = [];
        for (const member of members) done.push(await this.withdrawn(tx, context, member));
        const withdrawn = Object.assign(joint, { state: BundleApplicationState.WITHDRAWN, version: expectedVersion + 1 });
        await recordStep(tx, clock, context, subjectOf(joint), {
          action: 'withdraw',
          from: BundleApplicationState.IN_PROGRESS,
          to: joint.state,
        });
        return gathered(withdrawn, 'BUNDLE_APPLICATION_WITHDRAWN', done);
      },
    });
  }

  private withdrawn(tx: EntityManager, context: RequestContext, member: Application): Promise<Done<Application>> {
    const { clock, deadlines } = this.moving;
    return this.moving.step(
      tx,
      context,
      member,
      { expectedVersion: member.version },
      {
        name: 'withdrawBundleApplication',
        action: 'withdraw',
        change: async () => {
          await deadlines.lapse(tx, member.id);
          return { dueAt: null, endedAt: clock() };
        },
      },
    );
  }

  private async begun(
    tx: EntityManager,
    context: RequestContext,
    bundle: ServiceBundle,
    divisionCode: string,
    isExpress: boolean,
  ): Promise<BundleApplication> {
    const { deadlines, clock } = this.moving;
    const subject = { type: 'BundleApplication', id: uuid(), divisionCode };
    const { dueAt } = await deadlines.start(tx, subject, JOINT, jointRule(bundle, isExpress));
    await deadlines.start(tx, subject, JOINT_STATUTORY, JOINT_STATUTORY_RULE);
    const joint = Object.assign(new BundleApplication(), {
      id: subject.id,
      bundleId: bundle.id,
      divisionCode,
      isExpress,
      state: BundleApplicationState.IN_PROGRESS,
      outcome: null,
      openedAt: clock(),
      dueAt,
      completedAt: null,
      isOnTime: null,
      version: 1,
    });
    await tx.insert(BundleApplication, joint);
    await recordStep(tx, clock, context, subject, { action: 'submit', from: null, to: joint.state });
    return joint;
  }
}

/** What a member's application says of itself. */
const PLAIN = { onlySave: false, isInternal: false, isTolerated: false, isOnCommitment: false } as const;

export const subjectOf = ({ id, divisionCode }: BundleApplication) => ({ type: 'BundleApplication', id, divisionCode });

export function eventOf(joint: BundleApplication, type: string): OutboxEntry {
  const { id, divisionCode, state, outcome, version } = joint;
  return { type, subjectType: 'BundleApplication', subjectId: id, divisionCode, payload: { state, outcome, version } };
}

function gathered(joint: BundleApplication, type: string, members: readonly Done<Application>[]): Done<BundleApplication> {
  const own: Acted = subjectOf(joint);
  return {
    result: joint,
    on: [own, ...members.flatMap(({ on }) => on)],
    events: [eventOf(joint, type), ...members.flatMap(({ events = [] }) => events)],
  };
}
