import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { Respondent } from './return-visit.enums';

/** What somebody concerned said of how a case was handled, once it was over. One a case. */
@Entity('case_return_visit')
@ObjectType('CaseReturnVisit', { description: 'How content somebody concerned was with the handling of a case. 案件回访（满意度）。' })
export class ReturnVisit extends CaseRecord {
  @Field(() => Respondent, { description: 'Who was asked. 回访对象。' })
  @Column({ type: 'varchar' })
  readonly respondent!: Respondent;

  @Field(() => Int, {
    description: 'Grade (GB/T 39046-2020): 1 非常满意, 2 满意, 3 基本满意, 4 不满意, 5 非常不满意. 满意度等级（1 为最好）。',
  })
  @Column({ type: 'int' })
  readonly grade!: number;

  @Field(() => String, { nullable: true, description: 'What was said besides. 意见建议。' })
  @Column({ type: 'varchar', nullable: true })
  readonly comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the answer was recorded. 回访时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly visitedAt!: Date;
}
