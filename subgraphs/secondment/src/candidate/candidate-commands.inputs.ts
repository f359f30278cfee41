import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Candidate } from './candidate.entity';
import { ExaminationPart } from './candidate.enums';

@InputType({ description: 'Something done to a candidate. 对报名人员的操作。' })
abstract class CandidateMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 报名人员标识。' })
  candidateId!: string;
}

@InputType({ description: 'A registration. 报名内容。' })
export class RegisterCandidateInput extends CommandInput {
  @Field(() => ID, { description: 'The selection. 选派标识。' })
  campaignId!: string;

  @Field(() => ID, { description: 'Who registers. 报名人员（工作人员标识）。' })
  staffMemberId!: string;
}

@InputType({ description: 'A withdrawal. 退出内容。' })
export class WithdrawCandidateInput extends CandidateMoveInput {}

@InputType({ description: 'What was found. 审核内容。' })
export class QualifyCandidateInput extends CandidateMoveInput {
  @Field(() => Boolean, { description: 'Whether they are qualified. 是否通过。' })
  isQualified!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, 1 to 200 characters. 未通过理由（1–200 字）。' })
  reason?: string | null;
}

@InputType({ description: 'A result. 成绩内容。' })
export class RecordExaminationInput extends CandidateMoveInput {
  @Field(() => ExaminationPart, { description: 'Which part. 笔试或面试。' })
  part!: ExaminationPart;

  @Field(() => DecimalScalar, { nullable: true, description: 'Points of 100, two decimals at most. 成绩（百分制，至多两位小数）。' })
  score?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they were absent. 是否缺考。' })
  isAbsent?: boolean | null;
}

@InputType({ description: 'A choice. 选岗内容。' })
export class ChoosePostInput extends CandidateMoveInput {
  @Field(() => ID, { description: 'Which post. 岗位标识。' })
  postId!: string;
}

@InputType({ description: 'A waiver. 放弃内容。' })
export class WaivePostInput extends CandidateMoveInput {}

const WORDS = { en: 'The candidate as they are now', zh: '操作后的报名人员' };

export const RegisterCandidatePayload = payloadOf(Candidate, 'candidate', 'registerCandidate', WORDS);
export const WithdrawCandidatePayload = payloadOf(Candidate, 'candidate', 'withdrawCandidate', WORDS);
export const QualifyCandidatePayload = payloadOf(Candidate, 'candidate', 'qualifyCandidate', WORDS);
export const RecordExaminationPayload = payloadOf(Candidate, 'candidate', 'recordExamination', WORDS);
export const ChoosePostPayload = payloadOf(Candidate, 'candidate', 'choosePost', WORDS);
export const WaivePostPayload = payloadOf(Candidate, 'candidate', 'waivePost', WORDS);
