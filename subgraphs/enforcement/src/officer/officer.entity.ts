import { Reads } from '@township-graph/shared/asked-properties';
import { Personal } from '@township-graph/shared/personal-data';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { StaffMember } from '../staff-member/staff-member.stub';
import { OfficerAllocation, OfficerKind } from './officer.enums';

/** Somebody who works in enforcement, as this subgraph knows them; the member of staff is personnel's. */
@Entity('officer')
@ObjectType({ description: 'Somebody who works in enforcement. 执法人员。' })
@Directive('@key(fields: "id")')
export class Officer {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Personal('NAME')
  @Field(() => String, { description: 'Name; masked without a stated purpose. 姓名（默认脱敏）。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => OfficerKind, { description: 'What they may do. 人员类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: OfficerKind;

  /** Where they serve: of who is in a team, its home. */
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly organCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly organName!: string;

  @Column({ type: 'varchar', nullable: true })
  teamId!: string | null;

  @Field(() => OfficerAllocation, { nullable: true, description: 'By which rule the post came here. 人员配置来源。' })
  @Column({ type: 'varchar', nullable: true })
  readonly allocation!: OfficerAllocation | null;

  /** 法律职业资格证书编号; whether there is one is what others need to know. */
  @Column({ type: 'varchar', nullable: true })
  readonly legalQualificationNumber!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when they have reviewed decisions; of a reviewer. 从事法制审核的起始日期。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly reviewerSince!: string | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('staffMemberId')
  @Field(() => StaffMember, { nullable: true, description: 'The member of staff. 对应的工作人员。' })
  staffMember(): StaffMember {
    return StaffMember.of(this.staffMemberId);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where they serve. 服务区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Reads('organCreditCode', 'organName')
  @Field(() => Organization, { nullable: true, description: 'The organ that employs them. 所在机关。' })
  organization(): Organization {
    return Organization.of(this.organCreditCode, this.organName);
  }

  @Reads('legalQualificationNumber')
  @Field(() => Boolean, { description: 'Whether they hold the legal profession qualification. 是否取得法律职业资格。' })
  hasLegalQualification(): boolean {
    return this.legalQualificationNumber !== null;
  }
}
