import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { CaseFunction } from './filing.enums';

/** An officer of a case, in one function. Who left stays on record. */
@Entity('case_officer')
@ObjectType({ description: 'What an officer does in a case. 办案人员。' })
export class CaseOfficer extends CaseRecord {
  @Column({ type: 'varchar' })
  readonly officerId!: string;

  @Field(() => CaseFunction, { description: 'Function. 职责。' })
  @Column({ type: 'varchar' })
  readonly caseFunction!: CaseFunction;

  @Field(() => DateTimeScalar, { description: 'Since when. 开始时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly since!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when; null while it goes on. 结束时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly until!: Date | null;
}
