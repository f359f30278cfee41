import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { EvidenceKind } from './evidence.enums';

@Entity('case_evidence')
@ObjectType({ description: 'One piece of evidence. 证据。' })
export class Evidence extends CaseRecord {
  @Field(() => EvidenceKind, { description: 'Kind (行政处罚法 §46). 证据种类。' })
  @Column({ type: 'varchar' })
  readonly kind!: EvidenceKind;

  @Field(() => String, { description: 'What it is called. 证据名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => String, { description: 'What it proves. 证明内容。' })
  @Column({ type: 'varchar' })
  readonly proves!: string;

  @Field(() => DateScalar, { description: 'Day it was taken. 取证日期。' })
  @Column({ type: 'varchar' })
  readonly collectedOn!: string;

  @Field(() => Boolean, {
    description: 'Whether it was found to be true; only then it counts (行政处罚法 §46②). 是否查证属实。',
  })
  @Column({ type: 'boolean' })
  readonly isVerified!: boolean;
}
