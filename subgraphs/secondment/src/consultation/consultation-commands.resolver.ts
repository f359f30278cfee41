import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SecondmentContext } from '../context';
import type { ConsultationService } from './consultation.service';
import {
  AnswerConsultationInput,
  AnswerConsultationPayload,
  ConsultTownshipInput,
  ConsultTownshipPayload,
} from './consultation-commands.inputs';

const INPUT = { description: 'What is wanted. 请求内容。' };

/** What is done with consultations. */
@Resolver()
export class ConsultationCommandsResolver {
  constructor(private readonly consultationService: ConsultationService) {}

  @Mutation(() => ConsultTownshipPayload, {
    description:
      'Asks the township about a section chief, and tells it of others by a copy. Scope personnel:manage of the county. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (CONSULTED_ALREADY, NOTIFIED_ALREADY). 征求乡镇（街道）意见或抄告。',
  })
  async consultTownship(
    @Arg('input', () => ConsultTownshipInput, INPUT) input: ConsultTownshipInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return ConsultTownshipPayload.of(await this.consultationService.consultTownship(context, input));
  }

  @Mutation(() => AnswerConsultationPayload, {
    description:
      'The township answers: nobody above it in its name. Scope personnel:manage of the township itself. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT (TEXT_LENGTH), CONFLICT (ANSWER_LATE). 答复征求意见。',
  })
  async answerConsultation(
    @Arg('input', () => AnswerConsultationInput, INPUT) input: AnswerConsultationInput,
    @Ctx() context: SecondmentContext,
  ): Promise<object> {
    return AnswerConsultationPayload.of(await this.consultationService.answerConsultation(context, input));
  }
}
