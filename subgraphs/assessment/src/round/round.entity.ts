import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { SchemeKind, SubjectKind } from '../scheme/scheme.enums';
import { RoundState } from './round.enums';

/** Subjects that share the score of one indicator (捆绑考核), by their identifiers in the round. */
export interface RoundBundle {
  readonly indicator: string;
  readonly subjectIds: readonly string[];
}

/** One time that an appraisal is held: by one edition of a scheme, of these subjects, by these raters. */
@Entity('appraisal_round')
@ObjectType({ description: 'One time that an appraisal is held. 考核轮次。' })
@Directive('@key(fields: "id")')
export class AppraisalRound {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** Who holds it: what scopes the row. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly catalogueItemId!: string;

  @Column({ type: 'varchar' })
  readonly schemeId!: string;

  @Field(() => SchemeKind, { description: 'Kind of its scheme. 方案类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: SchemeKind;

  @Field(() => SubjectKind, { description: 'What is appraised. 考核对象类别。' })
  @Column({ type: 'varchar' })
  readonly subjectKind!: SubjectKind;

  @Field(() => String, { description: 'Name. 轮次名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => Int, { description: 'Year that it is held for. 考核年度。' })
  @Column({ type: 'int' })
  readonly year!: number;

  @Field(() => DateScalar, { description: 'First day of the period. 考核期起。' })
  @Column({ type: 'varchar' })
  readonly periodFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of the period. 考核期止。' })
  @Column({ type: 'varchar' })
  readonly periodTo!: string;

  @Field(() => DateScalar, { description: 'Last day on which a card is in time. 评分截止日期。' })
  @Column({ type: 'varchar' })
  readonly scoringUntil!: string;

  /** Divisions of its subjects and raters: they read it. */
  @Column({ type: 'simple-json' })
  readonly participants!: string[];

  @Column({ type: 'simple-json' })
  readonly bundles!: RoundBundle[];

  @Field(() => RoundState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: RoundState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => Int, { description: 'How often it was calculated. 计算次数。' })
  @Column({ type: 'int' })
  readonly calculationCount!: number;

  @Field(() => Int, { description: 'How many stand equal where the quota of excellence ends. 待审定的并列人（单位）数。' })
  @Column({ type: 'int' })
  readonly undecidedTies!: number;

  @Field(() => Int, { description: 'Appeals that are not decided. 待复核申诉数。' })
  @Column({ type: 'int' })
  readonly pendingAppeals!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Last day for objections. 公示截止日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly publicUntil!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was opened. 启动时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly openedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its results were confirmed. 确认时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly confirmedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Field(() => Division, { nullable: true, description: 'Who holds it. 组织单位所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
