import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CertificateKind } from './certificate.enums';

/** A certificate of a member of staff. Those before it stay on record. */
@Entity('certificate')
@ObjectType({ description: 'Certificate of a member of staff, on its days. 工作人员证件。' })
@Directive('@key(fields: "id")')
export class Certificate {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  /** Where its holder served when it was issued. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => CertificateKind, { description: 'What it allows. 证件种类。' })
  @Column({ type: 'varchar' })
  readonly kind!: CertificateKind;

  @Field(() => String, { description: 'Number. 证件编号。' })
  @Column({ type: 'varchar' })
  readonly number!: string;

  @Field(() => String, { description: 'Who issued it. 发证机关。' })
  @Column({ type: 'varchar' })
  readonly issuedBy!: string;

  @Field(() => DateScalar, { description: 'First day it is valid. 有效期起。' })
  @Column({ type: 'varchar' })
  readonly validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day it is valid; null where it does not run out. 有效期止（含当日），长期有效为空。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly validTo!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it was no longer valid, if it was revoked. 收回（吊销）日期。' })
  @Column({ type: 'varchar', nullable: true })
  revokedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked. 收回（吊销）原因。' })
  @Column({ type: 'varchar', nullable: true })
  revokeReason!: string | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;
}
