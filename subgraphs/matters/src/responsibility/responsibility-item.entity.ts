import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { CleanUpOutcome, DutyClass, ResponsibilityListKind } from './responsibility.enums';

@ObjectType({ description: 'Somebody who answers for an item. 责任方。' })
export class ResponsibleParty {
  @Field(() => String, { description: 'Name as in the list. 责任方名称。' })
  readonly name!: string;

  @Field(() => String, { description: 'What it does. 职责。' })
  readonly duty!: string;

  readonly creditCode!: string | null;

  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The organisation, where the list names one. 机构。' })
  readonly organization?: Organization | null;
}

@ObjectType({
  description: 'The three tests that a duty of a community must pass, all of them. 社区（村）职责事项三项标准（须同时满足）。',
})
export class DutyCriteria {
  @Field(() => Boolean, { description: 'A law or regulation provides for it. 有法律法规依据。' })
  readonly lawBased!: boolean;

  @Field(() => Boolean, { description: 'The Party committee or government above ordered it in writing. 有上级党委、政府明文要求。' })
  readonly orderedInWriting!: boolean;

  @Field(() => Boolean, { description: 'The work really needs it. 确属工作实际需要。' })
  readonly needed!: boolean;
}

/** One line of a list. It is seen by whoever sees the list. */
@Entity('responsibility_item')
@ObjectType({ description: 'One item of a responsibility list. 清单事项。' })
@Directive('@key(fields: "id")')
export class ResponsibilityItem {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly listId!: string;

  /** The list's, so that scope and filters need no join. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => ResponsibilityListKind, { description: 'Kind of its list. 所属清单类型。' })
  @Column({ type: 'varchar' })
  readonly kind!: ResponsibilityListKind;

  @Field(() => Int, { description: 'Number in the list. 序号。' })
  @Column({ type: 'int' })
  readonly serial!: number;

  @Field(() => String, { description: 'Name. 事项名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => DutyClass, { nullable: true, description: 'Class, in lists of 2024–25. 履职事项分类。' })
  @Column({ type: 'varchar', nullable: true })
  readonly dutyClass!: DutyClass | null;

  @Field(() => CleanUpOutcome, { nullable: true, description: 'Outcome, in a clean-up. 清理结果。' })
  @Column({ type: 'varchar', nullable: true })
  readonly outcome!: CleanUpOutcome | null;

  @Field(() => DutyCriteria, { nullable: true, description: 'The three tests, in a clean-up. 三项标准。' })
  @Column({ type: 'simple-json', nullable: true })
  readonly criteria!: DutyCriteria | null;

  @Field(() => String, { nullable: true, description: 'What it was merged into. 归并后的事项。' })
  @Column({ type: 'varchar', nullable: true })
  readonly mergedInto!: string | null;

  @Column({ type: 'simple-json' })
  readonly primaryParties!: Omit<ResponsibleParty, 'organization'>[];

  @Column({ type: 'simple-json' })
  readonly supportingParties!: Omit<ResponsibleParty, 'organization'>[];

  @Field(() => String, { nullable: true, description: 'Basis. 依据。' })
  @Column({ type: 'varchar', nullable: true })
  readonly basis!: string | null;

  @Field(() => String, { nullable: true, description: 'The catalogue item that it is about. 对应的基本编码。' })
  @Column({ type: 'varchar', nullable: true })
  readonly basicCode!: string | null;

  @Field(() => Int, { description: 'Raised by every change: send it back as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day it holds; null until its list is published. 生效日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer holds; null for the current one. 失效日期，现行为空。' })
  @Column({ type: 'varchar', nullable: true })
  readonly validTo!: string | null;

  /** What stood at its number before. */
  @Column({ type: 'varchar', nullable: true })
  readonly replacesId!: string | null;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The division whose list it is in. 所属区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('primaryParties')
  @Field(() => [ResponsibleParty], { name: 'primaryParties', description: 'Who answers first. 主体责任方。' })
  primary(): ResponsibleParty[] {
    return this.primaryParties.map(partyOf);
  }

  @Reads('supportingParties')
  @Field(() => [ResponsibleParty], { name: 'supportingParties', description: 'Who supports. 配合责任方。' })
  supporting(): ResponsibleParty[] {
    return this.supportingParties.map(partyOf);
  }
}

function partyOf({ name, duty, creditCode }: Omit<ResponsibleParty, 'organization'>): ResponsibleParty {
  const organization = creditCode === null ? null : Organization.of(creditCode, name);
  return Object.assign(new ResponsibleParty(), { name, duty, creditCode, organization });
}
