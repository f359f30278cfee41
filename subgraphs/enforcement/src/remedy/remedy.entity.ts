import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { RemedyKind, RemedyOutcome, RevocationGround } from './remedy.enums';

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

  @Field(() => RevocationGround, {
    nullable: true,
    description: 'Why it was revoked, where it is to be decided anew (行政复议法 §64, 行政诉讼法 §70). 撤销理由（责令重新作出的）。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly redoGround!: RevocationGround | null;

  @Field(() => DateScalar, { nullable: true, description: 'Until when it is to be decided anew, where that was set. 重新作出决定的期限。' })
  @Column({ type: 'varchar', nullable: true })
  readonly redoUntil!: string | null;

  /** Pieces of evidence found true when it was revoked. */
  @Column({ type: 'int', nullable: true })
  readonly evidence!: number | null;
}
