import { Reads } from '@township-graph/shared/asked-properties';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { BundleLimitUnit, BundleState } from './bundle.enums';

@ObjectType({ description: 'One of the matters that are handled together. “一件事”中的事项。' })
export class BundleMember {
  @Field(() => String, { description: 'Name. 事项名称。' })
  readonly name!: string;

  @Field(() => String, { description: 'Department. 责任部门。' })
  readonly department!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Catalogue item that is applied for; null for what another system handles, such as tax or banks. 基本编码（其他系统办理的为空）。',
  })
  readonly basicCode!: string | null;
}

@ObjectType({ description: 'A joint promise. 联办承诺时限。' })
export class BundleLimit {
  @Field(() => Int, { description: 'How many. 数值。' })
  readonly value!: number;

  @Field(() => BundleLimitUnit, { description: 'Of what. 单位。' })
  readonly unit!: BundleLimitUnit;
}

/** What people take for one thing, and several departments handle (便民“一件事”). Published ones are public. */
@Entity('service_bundle')
@ObjectType({ description: 'A bundle: one thing to people, several matters to departments. 便民“一件事”。' })
@Directive('@key(fields: "id")')
export class ServiceBundle {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => String, { description: 'Name. 名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => String, { description: 'Name of the department that leads. 牵头部门名称。' })
  @Column({ type: 'varchar' })
  readonly leadDepartmentName!: string;

  @Field(() => [BundleMember], { description: 'What is handled together. 联办事项。' })
  @Column({ type: 'simple-json' })
  readonly members!: readonly BundleMember[];

  @Column({ type: 'int' })
  readonly promisedValue!: number;

  @Column({ type: 'varchar' })
  readonly promisedUnit!: BundleLimitUnit;

  @Column({ type: 'int', nullable: true })
  readonly expressHours!: number | null;

  @Field(() => BundleState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: BundleState;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The county whose bundle it is. 所属县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('promisedValue', 'promisedUnit')
  @Field(() => BundleLimit, { description: 'Promised for all together. 联办承诺时限。' })
  promisedLimit(): BundleLimit {
    return Object.assign(new BundleLimit(), { value: this.promisedValue, unit: this.promisedUnit });
  }

  @Reads('expressHours')
  @Field(() => BundleLimit, {
    nullable: true,
    description: 'Promised when all comes complete and online; null where there is none. 特办时限。',
  })
  expressLimit(): BundleLimit | null {
    return this.expressHours === null ? null : Object.assign(new BundleLimit(), { value: this.expressHours, unit: BundleLimitUnit.HOUR });
  }
}
