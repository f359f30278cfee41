import { payloadOf } from '@township-graph/shared/command/payload';
import { CourseMoveInput } from '@township-graph/shared/course/course-move.input';
import { CivilServantGrade, InstitutionGrade } from '@township-graph/shared/staff-grade';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Placement } from './placement.entity';

@InputType({ description: 'Something done to a placement. 对下沉记录的操作。' })
abstract class AppraisedPlacementMoveInput extends CourseMoveInput {
  @Field(() => ID, { description: 'Which one. 下沉记录标识。' })
  placementId!: string;
}

@InputType({ description: 'A yearly appraisal. 年度考核内容。' })
export class RecordAppraisalInput extends AppraisedPlacementMoveInput {
  @Field(() => Int, { description: 'The year. 考核年度。' })
  year!: number;

  @Field(() => InstitutionGrade, { nullable: true, description: 'Grade, of who is no civil servant. 档次（事业单位人员）。' })
  institutionGrade?: InstitutionGrade | null;

  @Field(() => CivilServantGrade, { nullable: true, description: 'Grade, of a civil servant. 等次（公务员及参公人员）。' })
  civilServantGrade?: CivilServantGrade | null;

  @Field(() => String, { description: 'Number of the document, 1 to 100 characters. 考核文号（1–100 字）。' })
  document!: string;
}

const WORDS = { en: 'The placement as it is now', zh: '操作后的下沉记录' };

export const RecordAppraisalPayload = payloadOf(Placement, 'placement', 'recordAppraisal', WORDS);
