import { Reads } from '@township-graph/shared/asked-properties';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { ResponsibilityListKind, ResponsibilityListState } from './responsibility.enums';

/** A list that says who answers for what. Published ones are public. */
@Entity('responsibility_list')
@ObjectType({ description: 'A list of responsibilities. 权责（责任）清单。' })
@Directive('@key(fields: "id")')
export class ResponsibilityList {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Field(() => ResponsibilityListKind, { description: 'Kind. 清单类型。' })
  @Column({ type: 'varchar' })
  kind!: ResponsibilityListKind;

  @Field(() => ExerciseLevel, { description: 'Level that the list is for. 适用层级。' })
  @Column({ type: 'varchar' })
  level!: ExerciseLevel;

  @Field(() => String, { description: 'Title. 清单名称。' })
  @Column({ type: 'varchar' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Document that published it. 公布文号。' })
  @Column({ type: 'varchar', nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  organizationCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  organizationName!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of publication. 公布日期。' })
  @Column({ type: 'varchar', nullable: true })
  publishedOn!: string | null;

  @Field(() => ResponsibilityListState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: ResponsibilityListState;

  @Field(() => Int, { description: 'Number of items. 事项数。' })
  @Column({ type: 'int' })
  itemCount!: number;

  @Field(() => Int, { description: 'Version, from 1: raised by every published change. 清单版本（每次发布调整加一）。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => Boolean, { description: 'Whether its items are demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  isDemonstration!: boolean;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The division whose list it is. 所属区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('organizationCreditCode', 'organizationName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The organ that published it. 公布机关。' })
  organization(): Organization | null {
    return this.organizationCreditCode === null ? null : Organization.of(this.organizationCreditCode, this.organizationName ?? undefined);
  }
}
