import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { DeadlineState, LimitUnit } from '@township-graph/shared/deadline';
import { words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { notPast } from '../texts.rules';
import { DECISION_CLOCKS, EXTENSION_BASIS, LONGEST_EXTENSION, PROMISED } from './application.deadlines';
import type { Application } from './application.entity';
import type { SpecialProcedure } from './application.enums';
import { extensionTooLong } from './application.errors';
import type { ApplicationMoving, MoveInput } from './application-moving';
import type { ReasonedInput } from './handling.service';

export interface SuspendInput extends MoveInput {
  readonly procedure: SpecialProcedure;
  readonly expectedUntil: string;
}

export interface ExtendInput extends ReasonedInput {
  readonly workdays: number;
  readonly approvedBy: string;
}

/** Stops, continues and lengthens the time in which an application is to be decided. */
export class HandlingTimeService {
  constructor(private readonly moving: ApplicationMoving) {}

  /** The time that it takes does not count, and the applicant is told in writing how long that will be. */
  suspendApplication(context: RequestContext, input: SuspendInput): Promise<Application> {
    const expectedUntil = notPast(input.expectedUntil, dayOf(this.moving.clock()));
    const note = [`预计至 ${expectedUntil}`, input.note?.trim()].filter(Boolean).join('；');
    return this.moving.move(
      context,
      { ...input, note },
      {
        name: 'suspendApplication',
        action: 'suspend',
        legalBasis: '行政许可法§45',
        change: async (tx, application) => {
          await this.moving.deadlines.suspend(tx, application.id, DECISION_CLOCKS, '行政许可法§45');
          return { specialProcedure: input.procedure, dueAt: await this.promisedUntil(tx, application) };
        },
      },
    );
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
  extendApplication(context: RequestContext, input: ExtendInput): Promise<Application> {
    const { workdays } = input;
    const note = `${words('approvedBy', input.approvedBy, 60)}批准：${words('reason', input.reason, 400)}`;
    if (!Number.isInteger(workdays) || workdays < 1 || workdays > LONGEST_EXTENSION) throw extensionTooLong(LONGEST_EXTENSION);
    const extension = { limit: { value: workdays, unit: LimitUnit.WORKDAY }, basis: EXTENSION_BASIS };
    return this.moving.move(
      context,
      { ...input, note },
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

  /** Null while the time stands still; what had run out before stays due when it was. */
  private async promisedUntil(tx: EntityManager, { id, dueAt }: Application): Promise<Date | null> {
    const promised = (await this.moving.deadlines.open(tx, id)).find(({ kind }) => kind === PROMISED);
    if (!promised) return dueAt;
    return promised.state === DeadlineState.SUSPENDED ? null : promised.dueAt;
  }
}
