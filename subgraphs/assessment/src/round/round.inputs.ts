import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { CreditCodeScalar, DateScalar, DecimalScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { SchemeKind, SubjectKind } from '../scheme/scheme.enums';
import { AppraisalRound } from './round.entity';
import { AdjustmentKind, RoundState } from './round.enums';
import { RoundAdjustment } from './round-adjustment.entity';

export const RoundConnection = connectionOf(AppraisalRound, 'AppraisalRound', '考核轮次');

@InputType({ description: 'Which rounds; all conditions apply together. 考核轮次筛选条件（同时满足）。' })
export class RoundFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: 'Held by this division or below it. 组织单位所在区划（含下级）。' })
  divisionCode?: string | null;

  @Field(() => [SchemeKind], { nullable: true, description: 'Of one of these kinds. 类别（任一）。' })
  kind?: SchemeKind[] | null;

  @Field(() => [RoundState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: RoundState[] | null;

  @Field(() => Int, { nullable: true, description: 'For this year. 考核年度。' })
  year?: number | null;
}

@ArgsType()
export class RoundListArgs extends PageArgs {
  @Field(() => RoundFilter, { nullable: true, description: 'Which rounds. 筛选条件。' })
  filter?: RoundFilter | null;
}

@InputType({ description: 'One that is appraised. 考核对象。' })
export class RoundSubjectInput {
  @Field(() => SubjectKind, { description: 'Kind. 对象类别。' })
  kind!: SubjectKind;

  @Field(() => DivisionCodeScalar, { description: 'The division itself, or where it belongs. 区划本身，或所在区划。' })
  divisionCode!: string;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'The organisation; of a person, where they work. 机构代码（人员为其所在单位）。',
  })
  creditCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The member of staff. 工作人员标识。' })
  staffMemberId?: string | null;
}

@InputType({ description: 'One that rates: an organisation, or a person by their account. 评分人（机构或个人账号，二者填一）。' })
export class RoundRaterInput {
  @Field(() => String, { description: 'Code of its group in the scheme. 评分主体代码。' })
  group!: string;

  @Field(() => DivisionCodeScalar, { description: 'Where it belongs. 所在区划。' })
  divisionCode!: string;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'The organisation. 机构代码。' })
  creditCode?: string | null;

  @Field(() => String, { nullable: true, description: 'The subject of the person’s token. 个人账号（令牌主体）。' })
  account?: string | null;
}

@InputType({ description: 'Subjects that share the score of an indicator. 捆绑考核的对象组。' })
export class RoundBundleInput {
  @Field(() => String, { description: 'Code of the indicator. 指标代码。' })
  indicator!: string;

  @Field(() => [Int], { description: 'Places of the subjects in their list, from 0. 对象在列表中的序号（从 0 起）。' })
  subjects!: number[];
}

@InputType({ description: 'A round. 考核轮次。' })
export class OpenRoundInput extends CommandInput {
  @Field(() => DivisionCodeScalar, { description: 'Who holds it. 组织单位所在区划。' })
  divisionCode!: string;

  @Field(() => ID, { description: 'The approved appraisal that it is. 考核清单事项标识。' })
  catalogueItemId!: string;

  @Field(() => ID, { description: 'By which scheme. 考核方案标识。' })
  schemeId!: string;

  @Field(() => String, { description: 'Name, 1 to 100 characters. 轮次名称。' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day of the period. 考核期起。' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of the period, in the same year. 考核期止（同一年度）。' })
  periodTo!: string;

  @Field(() => DateScalar, { description: 'Last day on which a card is in time. 评分截止日期。' })
  scoringUntil!: string;

  @Field(() => [RoundSubjectInput], { description: 'Who is appraised, 1 to 2000. 考核对象（1–2000）。' })
  subjects!: RoundSubjectInput[];

  @Field(() => [RoundRaterInput], { description: 'Who rates, up to 500. 评分人（至多 500）。' })
  raters!: RoundRaterInput[];

  @Field(() => [RoundBundleInput], { nullable: true, description: 'Who shares a score, where indicators are bundled. 捆绑组。' })
  bundles?: RoundBundleInput[] | null;
}

@InputType({ description: 'Something done to a round. 对考核轮次的操作。' })
abstract class RoundMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'The round. 考核轮次标识。' })
  roundId!: string;
}

@InputType({ description: 'Raters begin. 开始评分。' })
export class StartScoringInput extends RoundMoveInput {}

@InputType({ description: 'A calculation. 计算。' })
export class CalculateRoundInput extends RoundMoveInput {}

@InputType({ description: 'Publication for objections. 公示。' })
export class PublishRoundInput extends RoundMoveInput {}

@InputType({ description: 'Confirmation. 确认。' })
export class ConfirmRoundInput extends RoundMoveInput {}

@InputType({ description: 'Archiving. 归档。' })
export class ArchiveRoundInput extends RoundMoveInput {}

@InputType({ description: 'Raters go on. 退回评分。' })
export class ReturnToScoringInput extends RoundMoveInput {
  @Field(() => String, { description: 'Why, 1 to 400 characters. 理由。' })
  reason!: string;
}

@InputType({ description: 'Who of those that stand equal is excellent. 并列评优审定。' })
export class DecideTieInput extends RoundMoveInput {
  @Field(() => [ID], { description: 'The results, as many as there are seats. 评为优秀的结果标识（数量与名额一致）。' })
  resultIds!: string[];
}

@InputType({ description: 'Points added or taken off, or a veto. 加分、减分或一票否决。' })
export class RecordAdjustmentInput extends CommandInput {
  @Field(() => ID, { description: 'The round. 考核轮次标识。' })
  roundId!: string;

  @Field(() => ID, { description: 'Of whom. 考核对象标识。' })
  roundSubjectId!: string;

  @Field(() => AdjustmentKind, { description: 'Kind. 类别。' })
  kind!: AdjustmentKind;

  @Field(() => String, { description: 'Code in the scheme. 方案中的代码。' })
  code!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Points, above 0 and up to the scheme’s; none for a veto. 分值（否决不填）。',
  })
  points?: string | null;

  @Field(() => String, { description: 'Why, with the document, 1 to 400 characters. 事由及依据。' })
  reason!: string;
}

@InputType({ description: 'An adjustment that was a mistake. 撤销加减分或否决。' })
export class WithdrawAdjustmentInput extends CommandInput {
  @Field(() => ID, { description: 'Which. 加减分标识。' })
  adjustmentId!: string;

  @Field(() => String, { description: 'Why, 1 to 400 characters. 理由。' })
  reason!: string;
}

const answerOf = (mutation: string) =>
  payloadOf(AppraisalRound, 'round', mutation, { en: 'The round as it is now', zh: '考核轮次（最新）' });

export const OpenRoundPayload = answerOf('openRound');
export const StartScoringPayload = answerOf('startScoring');
export const ReturnToScoringPayload = answerOf('returnToScoring');
export const CalculateRoundPayload = answerOf('calculateRound');
export const DecideTiePayload = answerOf('decideTie');
export const PublishRoundPayload = answerOf('publishRound');
export const ConfirmRoundPayload = answerOf('confirmRound');
export const ArchiveRoundPayload = answerOf('archiveRound');
export const RecordAdjustmentPayload = payloadOf(RoundAdjustment, 'adjustment', 'recordAdjustment', {
  en: 'What was recorded',
  zh: '登记内容',
});
export const WithdrawAdjustmentPayload = payloadOf(RoundAdjustment, 'adjustment', 'withdrawAdjustment', {
  en: 'What was withdrawn',
  zh: '撤销内容',
});
