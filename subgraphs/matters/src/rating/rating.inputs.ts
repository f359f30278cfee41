import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ApplicationMoveInput } from '../application/application-move.inputs';
import { Rating } from './rating.entity';
import { RatingState } from './rating.enums';

export const RatingConnection = connectionOf(Rating, 'Rating', '评价');

@InputType({ description: 'Which ratings; all conditions apply together. 评价筛选条件。' })
export class RatingFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Of what was taken in there or below. 受理地及其下级。' })
  divisionCode?: string | null;

  @Field(() => [RatingState], { nullable: true, description: 'In one of these states. 办理状态（任一）。' })
  state?: RatingState[] | null;

  @Field(() => [Int], { nullable: true, description: 'Of one of these grades. 评价等级（任一）。' })
  grade?: number[] | null;
}

@ArgsType()
export class RatingListArgs extends PageArgs {
  @Field(() => RatingFilter, { nullable: true, description: 'Which ratings. 筛选条件。' })
  filter?: RatingFilter | null;
}

@InputType({ description: 'What the applicant thinks of it. 评价办件。' })
export class RateApplicationInput extends ApplicationMoveInput {
  @Field(() => Int, { description: 'Grade, 1 (best) to 5. 评价等级（1–5，1 为非常满意）。' })
  grade!: number;

  @Field(() => String, { nullable: true, description: 'In words, 500 characters at most. 评价内容（至多 500 字）。' })
  comment?: string | null;
}

@InputType({ description: 'Which rating, and what was found or done. 差评办理。' })
export abstract class RatingMove extends CommandInput {
  @Field(() => ID, { description: 'The rating. 评价标识。' })
  ratingId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;
}

@InputType({ description: 'The applicant adds to a rating, once. 追评（一次）。' })
export class AddToRatingInput extends RatingMove {
  @Field(() => Int, { description: 'Grade now, 1 (best) to 5. 追评等级。' })
  grade!: number;

  @Field(() => String, { nullable: true, description: 'In words. 追评内容。' })
  comment?: string | null;
}

@InputType({ description: 'The applicant was called back. 差评回访。' })
export class CallBackRatingInput extends RatingMove {
  @Field(() => String, { description: 'What was found. 回访情况。' })
  note!: string;
}

@InputType({ description: 'It was mended, and the applicant told. 差评整改。' })
export class MendRatingInput extends RatingMove {
  @Field(() => String, { description: 'What was done. 整改情况。' })
  note!: string;
}

@InputType({ description: 'It was looked into, and is unfounded. 差评核查不属实。' })
export class DismissRatingInput extends RatingMove {
  @Field(() => String, { description: 'Why. 核查情况。' })
  note!: string;
}

const answerOf = (mutation: string) => payloadOf(Rating, 'rating', mutation, { en: 'The rating as it is now', zh: '操作后的评价' });

export const AddToRatingPayload = answerOf('addToRating');
export const CallBackRatingPayload = answerOf('callBackRating');
export const MendRatingPayload = answerOf('mendRating');
export const DismissRatingPayload = answerOf('dismissRating');
