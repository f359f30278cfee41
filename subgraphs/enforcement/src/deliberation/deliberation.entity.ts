import { Personal } from '@township-graph/shared/personal-data';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';

/** The heads of the organ decide together (行政处罚法§57②). */
@Entity('case_deliberation')
@ObjectType('CaseDeliberation', { description: 'Deliberation of the heads of the organ (行政处罚法 §57②). 集体讨论。' })
export class Deliberation extends CaseRecord {
  @Personal('NAME')
  @Field(() => [String], { description: 'Who took part. 参加人员。' })
  @Column({ type: 'simple-json' })
  readonly participants!: readonly string[];

  @Field(() => String, { description: 'Record. 讨论笔录。' })
  @Column({ type: 'varchar' })
  readonly record!: string;

  @Field(() => String, { description: 'What they came to. 讨论结论。' })
  @Column({ type: 'varchar' })
  readonly conclusion!: string;

  @Field(() => DateTimeScalar, { description: 'When. 时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly deliberatedAt!: Date;
}
