import { OrganizationKind } from '@township-graph/shared/organization-kind';
import { CreditCodeScalar, DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'How to reach an organisation: its published office, no personal data. 对外联系方式。' })
export class Contact {
  @Field(() => String, { nullable: true, description: 'Office telephone. 办公电话。' })
  readonly phone?: string;

  @Field(() => String, { nullable: true, description: 'Office address. 办公地址。' })
  readonly address?: string;
}

/** An organ, institution, station or committee. Public: names, kinds and duties of organisations are published (三定规定). */
@Entity('organization')
@ObjectType({ description: 'Organisation: government, department, office, station, institution or village committee. 机构。' })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "creditCode")')
export class Organization {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Unified social credit code; null for what is no legal person, such as an office. 统一社会信用代码，内设机构等为空。',
  })
  @Column({ type: 'varchar', nullable: true })
  creditCode!: string | null;

  @Directive('@shareable')
  @Field(() => String, { nullable: true, description: 'Official full name. 机构全称。' })
  @Column({ type: 'varchar' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Short name in daily use. 简称。' })
  @Column({ type: 'varchar', nullable: true })
  shortName!: string | null;

  @Field(() => OrganizationKind, { description: 'What it is. 机构类别。' })
  @Column({ type: 'varchar' })
  kind!: OrganizationKind;

  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Column({ type: 'varchar', nullable: true })
  parentId!: string | null;

  @Column({ type: 'varchar', nullable: true })
  dispatchedById!: string | null;

  @Column({ type: 'varchar', nullable: true })
  functionalCenterId!: string | null;

  @Field(() => Contact, { nullable: true, description: 'How to reach it. 对外联系方式。' })
  @Column({ type: 'simple-json', nullable: true })
  contact!: Contact | null;

  /** Place in its division's list: government first, then offices, institutions, stations. */
  @Column({ type: 'int' })
  sortOrder!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer exists. 撤销日期。' })
  @Column({ type: 'varchar', nullable: true })
  validTo!: string | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;
}
