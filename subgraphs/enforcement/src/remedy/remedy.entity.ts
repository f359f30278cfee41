import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { RemedyKind, RemedyOutcome } from './remedy.enums';

/** A review or lawsuit against the decision. It does not stop execution (行政处罚法§73①). */
@Entity('case_remedy')
@ObjectType('CaseRemedy', { description: 'Review or litigation against the decision (行政处罚法 §73). 行政复议、行政诉讼。' })
export class Remedy extends CaseRecord {
  @Field(() => RemedyKind, { description: 'Kind. 救济方式。' })
  @Column({ type: 'varchar' })
  readonly kind!: RemedyKind;

  @Field(() => String, { description: 'Who decides on it. 复议机关、人民法院。' })
  @Column({ type: 'varchar' })
  readonly body!: string;

  @Field(() => DateScalar, { description: 'Since when. 受理日期。' })
  @Column({ type: 'varchar' })
  readonly filedOn!: string;

  @Field(() => RemedyOutcome, { nullable: true, description: 'What came of it. 结果。' })
  @Column({ type: 'varchar', nullable: true })
  readonly outcome!: RemedyOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when. 终结日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly concludedOn!: string | null;
}
