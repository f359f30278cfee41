import { CommandInput } from '@township-graph/shared/command/command-input';
import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { Field, ID, InputType } from 'type-graphql';
import { Consultation } from './consultation.entity';

@InputType({ description: 'Something done to a consultation. 对征求意见的操作。' })
abstract class ConsultationMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 征求意见标识。' })
  consultationId!: string;
}

@InputType({ description: 'A question or a copy notice. 征求意见内容。' })
export class ConsultTownshipInput extends CommandInput {
  @Field(() => ID, { description: 'The movement. 人事调整动议标识。' })
  proposalId!: string;

  @Field(() => String, { description: 'What it is asked or told, 1 to 500 characters. 征求意见（抄告）内容（1–500 字）。' })
  question!: string;
}

@InputType({ description: 'An answer. 答复内容。' })
export class AnswerConsultationInput extends ConsultationMoveInput {
  @Field(() => Boolean, { description: 'Whether the township agrees. 是否同意。' })
  isAgreed!: boolean;

  @Field(() => String, { nullable: true, description: 'Reasons, 1 to 500 characters; needed to object. 意见（1–500 字），不同意的必填。' })
  reasons?: string | null;
}

const WORDS = { en: 'The consultation as it is now', zh: '操作后的征求意见' };

export const ConsultTownshipPayload = payloadOf(Consultation, 'consultation', 'consultTownship', WORDS);
export const AnswerConsultationPayload = payloadOf(Consultation, 'consultation', 'answerConsultation', WORDS);
