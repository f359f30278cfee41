import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { TeamKind } from './team.enums';

/** Who goes out. Teams, and where they are on duty, are published (执法公示). */
@Entity('enforcement_team')
@ObjectType({ description: 'A team of officers, and the townships where it is on duty. 执法队伍。' })
@Directive('@key(fields: "id")')
export class EnforcementTeam {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => String, { description: 'Name. 队伍名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => TeamKind, { description: 'Kind. 队伍类型。' })
  @Column({ type: 'varchar' })
  readonly kind!: TeamKind;

  /** Its home: the township, of a shared one the host; of a professional one the county. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly organCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly organName!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly departmentCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly departmentName!: string | null;

  @Field(() => DateScalar, { description: 'First day on duty. 组建日期。' })
  @Column({ type: 'varchar' })
  readonly establishedOn!: string;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Its home: of a shared team the host town. 驻地，“1+X”的为中心镇。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('organCreditCode', 'organName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, {
    nullable: true,
    description: 'The organ that it belongs to, and whose powers it exercises. 所属机关（行使其执法权）。',
  })
  organization(): Organization {
    return Organization.of(this.organCreditCode, this.organName);
  }

  @Reads('departmentCreditCode', 'departmentName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The department that keeps a station here. 派出部门，非派驻的为空。' })
  dispatchedBy(): Organization | null {
    const { departmentCreditCode: creditCode, departmentName } = this;
    return creditCode === null ? null : Organization.of(creditCode, departmentName ?? undefined);
  }
}
