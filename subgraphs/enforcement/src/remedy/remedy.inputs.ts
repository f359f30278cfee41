import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { CaseMoveInput } from '../case/case-move.inputs';
import { PenaltyInput } from '../decision/penalty.inputs';
import { RemedyKind, RemedyOutcome, RevocationGround } from './remedy.enums';

@InputType({ description: 'The party asks for review, or sues. 登记行政复议、行政诉讼。' })
export class FileRemedyInput extends CaseMoveInput {
  @Field(() => RemedyKind, { description: 'Kind. 救济方式。' })
  kind!: RemedyKind;

  @Field(() => String, { description: 'Who decides on it. 复议机关、人民法院。' })
  body!: string;

  @Field(() => DateScalar, { description: 'Since when. 受理日期。' })
  filedOn!: string;
}

@InputType({ description: 'The order to decide anew (行政复议法 §64, 行政诉讼法 §70). 责令重新作出决定。' })
export class RedoInput {
  @Field(() => RevocationGround, { description: 'Why it was revoked. 撤销理由。' })
  ground!: RevocationGround;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Until when, where that was set; else ENFORCEMENT_REDO_DAYS from the day of the order. 重新作出的期限。',
  })
  until?: string | null;
}

@InputType({ description: 'A review or lawsuit is over. 登记复议、诉讼结果。' })
export class ConcludeRemedyInput extends CaseMoveInput {
  @Field(() => ID, { description: 'Which one. 复议、诉讼标识。' })
  remedyId!: string;

  @Field(() => RemedyOutcome, { description: 'What came of it. 结果。' })
  outcome!: RemedyOutcome;

  @Field(() => DateScalar, { description: 'Day. 终结日期。' })
  concludedOn!: string;

  @Field(() => [PenaltyInput], { nullable: true, description: 'Where it was changed: the penalties as they are now. 变更后的处罚内容。' })
  penalties?: PenaltyInput[] | null;

  @Field(() => RedoInput, {
    nullable: true,
    description: 'Where it was revoked with the order to decide anew: the case is investigated again. 被撤销并责令重新作出的。',
  })
  redo?: RedoInput | null;
}
