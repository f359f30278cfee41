import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { pointsOf } from '../candidate/ranking.rules';
import { Division } from '../division/division.stub';
import { CampaignState } from './campaign.enums';

/** A selection, from the plan to the appointment. */
@Entity('selection_campaign')
@ObjectType({ description: 'A selection of county staff for townships, in eight stages. 选派（减县补乡）。' })
@Directive('@key(fields: "id")')
export class SelectionCampaign {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The county that selects. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => String, { description: 'Title. 名称。' })
  @Column({ type: 'varchar' })
  readonly title!: string;

  @Field(() => Int, { description: 'The year of the plan. 年度。' })
  @Column({ type: 'int' })
  readonly year!: number;

  @Column({ type: 'varchar', nullable: true })
  readonly planId!: string | null;

  @Field(() => String, { description: 'By which document the establishment office approved its posts. 核编文号。' })
  @Column({ type: 'varchar' })
  readonly approvalDocument!: string;

  @Field(() => Int, { description: 'Weight of the written examination, in per cent. 笔试权重（%）。' })
  @Column({ type: 'int' })
  readonly writtenWeight!: number;

  @Field(() => Int, { description: 'Weight of the interview, in per cent. 面试权重（%）。' })
  @Column({ type: 'int' })
  readonly interviewWeight!: number;

  /** In hundredths of a point. */
  @Column({ type: 'int' })
  readonly writtenPass!: number;

  /** In hundredths of a point. */
  @Column({ type: 'int' })
  readonly interviewPass!: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day of registration. 报名开始日期。' })
  @Column({ type: 'varchar', nullable: true })
  registrationFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of registration. 报名截止日期。' })
  @Column({ type: 'varchar', nullable: true })
  registrationTo!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the list was published. 公示开始时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  publicityFrom!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the list may be objected to. 公示截止时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  publicityEndsAt!: Date | null;

  @Field(() => Int, { description: 'Posts. 岗位数。' })
  @Column({ type: 'int' })
  readonly postCount!: number;

  @Field(() => Int, { description: 'Posts that nobody has chosen. 未选岗位数。' })
  @Column({ type: 'int' })
  freePosts!: number;

  @Field(() => Int, { description: 'Who has registered. 报名人数。' })
  @Column({ type: 'int' })
  candidateCount!: number;

  @Field(() => Int, { description: 'Of whom the stage has not decided yet. 本环节待处理人数。' })
  @Column({ type: 'int' })
  pendingCount!: number;

  @Field(() => Int, { description: 'Objections that nobody has decided. 待处理异议数。' })
  @Column({ type: 'int' })
  openObjections!: number;

  @Field(() => DateTimeScalar, { description: 'When it was opened. 立项时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly openedAt!: Date;

  @Field(() => CampaignState, { description: 'How far it has come. 阶段。' })
  @Column({ type: 'varchar' })
  state!: CampaignState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('writtenPass')
  @Field(() => DecimalScalar, { description: 'Pass mark of the written examination, in points. 笔试合格线（分）。' })
  writtenPassMark(): string {
    return pointsOf(this.writtenPass, 2);
  }

  @Reads('interviewPass')
  @Field(() => DecimalScalar, { description: 'Pass mark of the interview, in points. 面试合格线（分）。' })
  interviewPassMark(): string {
    return pointsOf(this.interviewPass, 2);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The county that selects. 组织选派的县（市、区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
