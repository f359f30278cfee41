import type { Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { maskPersonalData } from '@township-graph/shared/masking';
import { textOf } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Application } from '../application/application.entity';
import { type ApplicationMoving, eventWord, type MoveInput } from '../application/application-moving';
import type { Periods } from '../periods';
import { Rating } from './rating.entity';
import { BAD_FROM, RatingState, WORST } from './rating.enums';
import { alreadyAddedTo, gradeOutside, ratingNotFound, whatWasDoneMissing } from './rating.errors';
import { RATING_MACHINE, type RatingAction } from './rating.moves';
import type { RatingRepository } from './rating.repository';

export interface RateInput extends MoveInput {
  readonly grade: number;
  readonly comment?: string | null;
}

export interface RatingMoveInput {
  readonly idempotencyKey?: string | null;
  readonly ratingId: string;
  readonly expectedVersion: number;
  readonly note?: string | null;
}

export const CALL_BACK = 'CALL_BACK';
export const MEND = 'MEND';

/** Ratings: one for an application, one addition, and for a bad one a call back and amends. */
export class RatingService {
  constructor(
    private readonly moving: ApplicationMoving,
    private readonly ratings: RatingRepository,
    private readonly periods: Periods,
  ) {}

  /** The application's own move, and the rating with it. */
  rateApplication(context: RequestContext, input: RateInput): Promise<Application> {
    const { commands, asKept } = this.moving;
    const grade = checkedGrade(input.grade);
    const comment = commentOf(input.comment);
    return commands.run(context, {
      name: 'rateApplication',
      needs: 'matters:handle',
      input,
      result: asKept,
      work: async (tx) => {
        const application = await this.moving.load(tx, context, input.applicationId);
        const rating = this.begun(application, grade, comment);
        const done = await this.moving.step(tx, context, application, input, {
          name: 'rateApplication',
          action: 'rate',
          change: async () => {
            await tx.insert(Rating, rating);
            if (grade >= BAD_FROM) await this.turnBad(tx, context, rating, RatingState.GIVEN);
            return { ratingGrade: grade };
          },
        });
        return done;
      },
    });
  }

  /** 追评, once; a good rating may turn bad by it, and one that was dealt with bad again: both are then called back about as any other. */
  addToRating(
    context: RequestContext,
    input: RatingMoveInput & { readonly grade: number; readonly comment?: string | null },
  ): Promise<Rating> {
    const followUpGrade = checkedGrade(input.grade);
    const followUpComment = commentOf(input.comment);
    return this.changed(context, input, 'addToRating', async (tx, rating) => {
      if (rating.followUpAt !== null) throw alreadyAddedTo();
      const turnsBad = followUpGrade >= BAD_FROM && RATING_MACHINE.availableActions(rating.state, undefined).includes('turnBad');
      if (turnsBad) await this.turnBad(tx, context, rating, rating.state);
      await tx.update(Application, { id: rating.applicationId }, { ratingGrade: followUpGrade });
      return { followUpGrade, followUpComment, followUpAt: this.moving.clock(), state: turnsBad ? RatingState.CALL_BACK : rating.state };
    });
  }

  /** The applicant was called back: what was found begins the time to mend it. */
  callBackRating(context: RequestContext, input: RatingMoveInput): Promise<Rating> {
    return this.handled(context, input, 'callBackRating', 'callBack', async (tx, rating) => {
      await this.moving.deadlines.meet(tx, rating.id, CALL_BACK);
      await this.moving.deadlines.start(tx, subjectOf(rating), MEND, this.periods.amends);
    });
  }

  mendRating(context: RequestContext, input: RatingMoveInput): Promise<Rating> {
    return this.handled(context, input, 'mendRating', 'mend', (tx, { id }) => this.moving.deadlines.meet(tx, id, MEND));
  }

  dismissRating(context: RequestContext, input: RatingMoveInput): Promise<Rating> {
    return this.handled(context, input, 'dismissRating', 'dismiss', (tx, { id }) => this.moving.deadlines.meet(tx, id, MEND));
  }

  private begun({ id: applicationId, divisionCode }: Application, grade: number, comment: string | null): Rating {
    const isBad = grade >= BAD_FROM;
    return Object.assign(new Rating(), {
      id: uuid(),
      applicationId,
      divisionCode,
      grade,
      comment,
      ratedAt: this.moving.clock(),
      followUpGrade: null,
      followUpComment: null,
      followUpAt: null,
      state: isBad ? RatingState.CALL_BACK : RatingState.GIVEN,
      version: 1,
    });
  }

  private async turnBad(tx: EntityManager, context: RequestContext, rating: Rating, from: RatingState): Promise<void> {
    const { deadlines, clock } = this.moving;
    await deadlines.start(tx, subjectOf(rating), CALL_BACK, this.periods.callBack);
    await recordStep(tx, clock, context, subjectOf(rating), { action: 'turnBad', from, to: RatingState.CALL_BACK });
  }

  private handled(
    context: RequestContext,
    input: RatingMoveInput,
    name: string,
    action: RatingAction,
    clocks: (tx: EntityManager, rating: Rating) => Promise<unknown>,
  ): Promise<Rating> {
    if (!input.note?.trim()) throw whatWasDoneMissing();
    const note = textOf('note', input.note, 500);
    return this.changed(context, input, name, async (tx, rating) => {
      const state = RATING_MACHINE.next(rating.state, action, undefined);
      await clocks(tx, rating);
      await recordStep(tx, this.moving.clock, context, subjectOf(rating), { action, from: rating.state, to: state, note });
      return { state };
    });
  }

  private changed(
    context: RequestContext,
    input: RatingMoveInput,
    name: string,
    change: (tx: EntityManager, rating: Rating) => Promise<Partial<Omit<Rating, 'version'>>>,
  ): Promise<Rating> {
    const { commands, clock } = this.moving;
    const { ratingId: id, expectedVersion } = input;
    return commands.run(context, {
      name,
      needs: 'matters:handle',
      input,
      result: rowResult(this.ratings.manager, Rating),
      work: async (tx): Promise<Done<Rating>> => {
        const rating = await tx.findOneBy(Rating, { id });
        if (rating?.id !== id || !sees(context.viewer, rating.divisionCode, clock)) throw ratingNotFound();
        const columns = await change(tx, rating);
        await this.ratings.change(tx, context.viewer, { id }, expectedVersion, columns);
        const changed = Object.assign(rating, columns, { version: expectedVersion + 1 });
        return doneOnRating(changed, name);
      },
    });
  }
}

const subjectOf = ({ id, divisionCode }: Rating) => ({ type: 'Rating', id, divisionCode });

function doneOnRating(rating: Rating, name: string): Done<Rating> {
  const { id, divisionCode, applicationId, state, version } = rating;
  const type = eventWord(name);
  return {
    result: rating,
    on: [{ type: 'Rating', id, divisionCode }],
    events: [{ type, subjectType: 'Rating', subjectId: id, divisionCode, payload: { applicationId, state, version } }],
  };
}

function checkedGrade(grade: number): number {
  if (Number.isInteger(grade) && grade >= 1 && grade <= WORST) return grade;
  throw gradeOutside();
}

/** Applicants write what they like into it; numbers of persons do not stay. */
function commentOf(comment: string | null | undefined): string | null {
  const text = textOf('comment', comment || null, 500);
  return text === null ? null : maskPersonalData(text);
}
