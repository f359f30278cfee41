import { Reads } from '@township-graph/shared/asked-properties';
import { CreditCodeScalar, DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import type { MatterPatch } from '../matter/matter-publication';
import { Organization } from '../organization/organization.stub';
import type { ListProposal } from '../responsibility/list-publication';
import { ChangeGround, MatterChangeKind, MatterChangeState, MatterChangeSubject } from './matter-change.enums';

/** What is proposed, as kept: of a matter or of a list. */
export interface Proposal {
  readonly matter?: MatterPatch;
  readonly list?: ListProposal;
}

@ObjectType({ description: 'One thing that a change says instead. 调整内容（一项）。' })
export class MatterChangeDetail {
  @Field(() => String, { description: 'What: a field of the matter, or an item of the list. 字段或清单事项。' })
  readonly what!: string;

  @Field(() => String, { nullable: true, description: 'As it was. 调整前。' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is to be. 调整后。' })
  readonly after!: string | null;
}

@ObjectType({ description: 'On what ground something changes. 调整事由及依据。' })
export class MatterChangeGround {
  @Field(() => ChangeGround, { description: 'Kind of the ground. 事由。' })
  readonly kind!: ChangeGround;

  @Field(() => String, { description: 'The law, document or decision. 依据文件。' })
  readonly document!: string;

  @Field(() => String, { nullable: true, description: 'Article. 条款。' })
  readonly article!: string | null;
}

/** A change of a matter or list on its way. On notice and once published it is anybody's to read. */
@Entity('matter_change')
@ObjectType({ description: 'A change of a matter or of a responsibility list. 事项（清单）动态调整。' })
@Directive('@key(fields: "id")')
export class MatterChange {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** Of who proposes: what scopes the row. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  /** Of what is to change: who has that reads the proposal. */
  @Column({ type: 'varchar' })
  readonly subjectDivision!: string;

  @Field(() => MatterChangeSubject, { description: 'What it is of. 调整对象。' })
  @Column({ type: 'varchar' })
  readonly subjectType!: MatterChangeSubject;

  /** Null for a list that is not there yet. */
  @Column({ type: 'varchar', nullable: true })
  readonly subjectId!: string | null;

  @Field(() => String, { description: 'Name of the matter or title of the list. 事项或清单名称。' })
  @Column({ type: 'varchar' })
  readonly subjectName!: string;

  @Field(() => MatterChangeKind, { description: 'What it does. 调整类型。' })
  @Column({ type: 'varchar' })
  readonly kind!: MatterChangeKind;

  @Field(() => Int, { nullable: true, description: 'The revision or version that it starts from. 所依据的版本。' })
  @Column({ type: 'int', nullable: true })
  readonly baseRevision!: number | null;

  @Column({ type: 'simple-json' })
  readonly proposal!: Proposal;

  @Field(() => [MatterChangeDetail], { description: 'What it says instead. 调整内容。' })
  @Column({ type: 'simple-json' })
  readonly details!: MatterChangeDetail[];

  @Field(() => MatterChangeGround, { description: 'On what ground. 调整事由及依据。' })
  @Column({ type: 'simple-json' })
  readonly ground!: MatterChangeGround;

  @Field(() => String, { description: 'Why. 说明。' })
  @Column({ type: 'varchar' })
  readonly reason!: string;

  @Column({ type: 'varchar' })
  readonly proposedByCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly proposedByName!: string;

  /** The token's subject: who proposes does not decide. */
  @Column({ type: 'varchar' })
  readonly proposer!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed first. 提出时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly proposedAt!: Date;

  /** Who does it from now on, where it is taken back. */
  @Column({ type: 'varchar', nullable: true })
  readonly takenOverByCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly takenOverByName!: string | null;

  @Field(() => MatterChangeState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: MatterChangeState;

  @Field(() => Int, { description: 'Raised by every change of this proposal: send it back as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the notice. 公示起始日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly noticeFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the notice. 公示截止日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly noticeUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'Document that published it. 发布文号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly documentNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it holds. 生效日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly effectiveFrom!: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision or version that it made. 发布后的版本。' })
  @Column({ type: 'int', nullable: true })
  readonly publishedRevision!: number | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'The body that published it. 发布机构。' })
  @Column({ type: 'varchar', nullable: true })
  readonly publishedBy!: string | null;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Reads('subjectDivision')
  @Field(() => Division, { nullable: true, description: 'The division of what changes. 事项或清单所属区划。' })
  division(): Division {
    return Division.of(this.subjectDivision);
  }

  @Reads('proposedByCreditCode', 'proposedByName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'Who proposed it. 提出机构。' })
  proposedBy(): Organization {
    return Organization.of(this.proposedByCreditCode, this.proposedByName);
  }

  @Reads('takenOverByCreditCode', 'takenOverByName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'Who does it from now on, where it is taken back. 收回后承担的部门。' })
  takenOverBy(): Organization | null {
    return this.takenOverByCreditCode === null ? null : Organization.of(this.takenOverByCreditCode, this.takenOverByName ?? undefined);
  }
}
