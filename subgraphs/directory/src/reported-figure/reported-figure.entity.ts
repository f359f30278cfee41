import { describeEnum } from '@township-graph/shared/described-enum';
import { DecimalScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum Reconciliation {
  YES = 'YES',
  NO = 'NO',
  PENDING = 'PENDING',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}

describeEnum(
  Reconciliation,
  'Reconciliation',
  { en: 'Whether counting rows of this graph gives the published figure', zh: '公布数与本图计算数是否一致' },
  {
    YES: { en: 'Counting gives this figure', zh: '一致' },
    NO: { en: 'It cannot: the published figures contradict each other or later data', zh: '不一致（原因见说明）' },
    PENDING: { en: 'No data in this graph counts it yet', zh: '尚无可核对的数据' },
    NOT_APPLICABLE: { en: 'Not a countable figure', zh: '不适用' },
  },
);

export enum FigureQualifier {
  EXACT = 'EXACT',
  AT_LEAST = 'AT_LEAST',
  AT_MOST = 'AT_MOST',
  APPROXIMATELY = 'APPROXIMATELY',
  MORE_THAN = 'MORE_THAN',
}

describeEnum(
  FigureQualifier,
  'FigureQualifier',
  { en: 'How the report states the figure', zh: '公布数的表述方式' },
  {
    EXACT: { en: 'As a number', zh: '确数' },
    AT_LEAST: { en: 'At least', zh: '不少于' },
    AT_MOST: { en: 'At most', zh: '不超过' },
    APPROXIMATELY: { en: 'About', zh: '约数' },
    MORE_THAN: { en: 'More than', zh: '超过' },
  },
);

/** A figure as a report published it. Never mixed with computed ones: it has no other source than its quotation. */
@Entity('reported_figure')
@ObjectType({
  description: 'A figure as published in a report, kept apart from what this graph computes. 公布数据（与计算数据分开存放）。',
})
export class ReportedFigure {
  @Field(() => ID, { description: 'Stable key of the figure. 指标键。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => DivisionCodeScalar, { description: 'The division the report speaks of. 报告所述区划代码。' })
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Field(() => String, { description: 'Reform mechanism it belongs to, such as L17. 机制编号。' })
  @Column({ type: 'varchar' })
  mechanism!: string;

  @Field(() => String, { description: 'The mechanism in Chinese and English. 机制名称。' })
  @Column({ type: 'varchar' })
  mechanismName!: string;

  @Field(() => String, { description: 'What was counted, in Chinese. 指标名称（中文）。' })
  @Column({ type: 'varchar' })
  labelZh!: string;

  @Field(() => String, { description: 'What was counted, in English. 指标名称（英文）。' })
  @Column({ type: 'varchar' })
  labelEn!: string;

  @Field(() => DecimalScalar, { description: 'The number as published. 公布数值。' })
  @Column({ type: 'varchar' })
  value!: string;

  @Field(() => String, { description: 'Unit in Chinese. 单位。' })
  @Column({ type: 'varchar' })
  unit!: string;

  @Field(() => String, { description: 'Unit in English. 单位（英文）。' })
  @Column({ type: 'varchar' })
  unitEn!: string;

  @Field(() => FigureQualifier, { description: 'How the report states it. 表述方式。' })
  @Column({ type: 'varchar' })
  qualifier!: FigureQualifier;

  @Field(() => String, { nullable: true, description: 'Year, month or day the figure speaks of, where the report says so. 数据时点。' })
  @Column({ type: 'varchar', nullable: true })
  asOf!: string | null;

  @Field(() => String, { description: 'The report. 来源。' })
  @Column({ type: 'varchar' })
  source!: string;

  @Field(() => String, { description: 'The digest of the report that the number was taken from, unchanged. 摘自报告摘要的原句。' })
  @Column({ type: 'text' })
  quote!: string;

  @Field(() => Reconciliation, { description: 'Whether counting gives it. 是否可核对一致。' })
  @Column({ type: 'varchar' })
  reconciles!: Reconciliation;

  @Field(() => String, { nullable: true, description: 'Why it does or does not reconcile. 核对说明。' })
  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
