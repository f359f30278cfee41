import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { DateScalar } from '@township-graph/shared/scalars';
import { CivilServantGrade, InstitutionGrade } from '@township-graph/shared/staff-grade';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AppraisalResult } from '../result/result.entity';
import { IndicatorScore } from '../scorecard/scorecard.entity';
import { OrganizationGrade } from '../scoring/grade';
import { CorrectionGround } from './correction.enums';

@InputType({ description: 'The correction of a confirmed result. 考核结果更正。' })
abstract class ResultCorrectingInput extends CommandInput {
  @Field(() => ID, { description: 'The result. 考核结果标识。' })
  resultId!: string;

  @Field(() => Int, { description: 'The version that was read. 读取时的版本号。' })
  expectedVersion!: number;

  @Field(() => CorrectionGround, { description: 'Why. 更正依据类别。' })
  ground!: CorrectionGround;

  @Field(() => String, { description: 'Number of the decision, 1 to 100 characters. 决定文号（1–100 字）。' })
  document!: string;

  @Field(() => String, { description: 'What was found, 1 to 2000 characters. 更正理由（1–2000 字）。' })
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the review was applied for; for REVIEW only. 申请复核日期（复核决定填写）。',
  })
  appliedOn?: string | null;
}

@InputType({ description: 'The correction of a confirmed result. 更正内容。' })
export class CorrectResultInput extends ResultCorrectingInput {
  @Field(() => CivilServantGrade, { nullable: true, description: 'The right grade, of a civil servant. 更正后等次（公务员）。' })
  civilServant?: CivilServantGrade | null;

  @Field(() => InstitutionGrade, {
    nullable: true,
    description: 'The right grade, of staff of a public institution. 更正后档次（事业单位工作人员）。',
  })
  institution?: InstitutionGrade | null;

  @Field(() => OrganizationGrade, { nullable: true, description: 'The right grade, of a division or organisation. 更正后等次（单位）。' })
  organization?: OrganizationGrade | null;
}

@InputType({ description: 'A card that was wrong. 更正的评分表。' })
export class CorrectedCardInput {
  @Field(() => ID, { description: 'The card, of this result’s subject. 评分表标识（须为该考核对象的）。' })
  scorecardId!: string;

  @Field(() => Int, { description: 'The version of the card that was read. 读取时的评分表版本号。' })
  expectedVersion!: number;

  @Field(() => [IndicatorScore], { description: 'The right scores, one for each indicator that raters score. 更正后各项打分。' })
  scores!: IndicatorScore[];
}

@InputType({ description: 'The correction of what a confirmed result was scored from. 评分更正内容。' })
export class CorrectScoresInput extends ResultCorrectingInput {
  @Field(() => [CorrectedCardInput], { description: 'The cards that were wrong; up to 50. 更正的评分表（至多 50 份）。' })
  cards!: CorrectedCardInput[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Bonuses, deductions and vetoes of the subject that were wrong: they count no more. 撤销的加减分及否决。',
  })
  withdrawnAdjustmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Whose grade of excellence is given up to the corrected one, where the seats do not suffice: nobody loses it unnamed. 让出优秀名额的考核结果。',
  })
  displacedResultIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Of equals for whom the seats do not suffice: who has them. 并列处审定为优秀的考核结果。',
  })
  chosenResultIds?: string[] | null;
}

export const CorrectScoresPayload = payloadOf(AppraisalResult, 'result', 'correctScores', {
  en: 'The result as it is now',
  zh: '更正后的考核结果',
});

export const CorrectResultPayload = payloadOf(AppraisalResult, 'result', 'correctResult', {
  en: 'The result as it is now',
  zh: '更正后的考核结果',
});
