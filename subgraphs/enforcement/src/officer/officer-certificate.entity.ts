import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A certificate of an officer, on its days. Those before it stay on record, so that it can be told who might act on a past day. */
@Entity('officer_certificate')
@ObjectType({ description: 'An enforcement certificate, on its days. 行政执法证件。' })
export class OfficerCertificate {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly officerId!: string;

  @Field(() => String, { description: 'Number. 证件编号。' })
  @Column({ type: 'varchar' })
  readonly number!: string;

  @Field(() => String, { description: 'Who issued it. 发证机关。' })
  @Column({ type: 'varchar' })
  readonly issuedBy!: string;

  @Field(() => DateScalar, { description: 'First day it is valid. 有效期起。' })
  @Column({ type: 'varchar' })
  readonly validFrom!: string;

  @Field(() => DateScalar, { description: 'Last day it is valid. 有效期止（含当日）。' })
  @Column({ type: 'varchar' })
  readonly validTo!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day it was no longer valid, if it was revoked. 收回（吊销）日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly revokedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked. 收回（吊销）原因。' })
  @Column({ type: 'varchar', nullable: true })
  readonly revokeReason!: string | null;
}
