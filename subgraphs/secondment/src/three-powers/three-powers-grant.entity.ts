import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { ThreePower, ThreePowersState } from './three-powers.enums';

/** A power over a department's staff in a township, granted to the township. */
@Entity('three_powers_grant')
@ObjectType({ description: 'A power over a department’s staff in a township, granted to the township. “三权”授予。' })
@Directive('@key(fields: "id")')
export class ThreePowersGrant {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The township. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly departmentCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly departmentName!: string;

  @Field(() => ThreePower, { description: 'Which of the three. 权力类别。' })
  @Column({ type: 'varchar' })
  readonly power!: ThreePower;

  /** Township, department and power while it stands: granted once. */
  @Column({ type: 'varchar', nullable: true })
  standingKey!: string | null;

  @Field(() => String, { description: 'By which document. 文号。' })
  @Column({ type: 'varchar' })
  readonly document!: string;

  @Field(() => DateScalar, { description: 'First day. 生效日期。' })
  @Column({ type: 'varchar' })
  readonly effectiveFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, of what was withdrawn. 失效日期。' })
  @Column({ type: 'varchar', nullable: true })
  effectiveTo!: string | null;

  @Field(() => ThreePowersState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: ThreePowersState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Reads('departmentCreditCode', 'departmentName')
  @Field(() => Organization, { nullable: true, description: 'The department. 派出部门。' })
  department(): Organization {
    return Organization.of(this.departmentCreditCode, this.departmentName);
  }
}
