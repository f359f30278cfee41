import { DateScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { MeasuredThing } from '../investigation/measure.entity';
import { yuanOf } from '../money';
import { RestitutionCause, RestitutionKind, RestitutionManner } from './restitution.enums';

/** What was given back at once, as it is kept. */
export interface GivenBack {
  readonly on: string;
  readonly manner: RestitutionManner;
  readonly fen: number;
  readonly voucher: string;
}

@ObjectType({ description: 'What was given back at one time. 退还记录。' })
export class RestitutionPart {
  @Field(() => DateScalar, { description: 'Day. 退还日期。' })
  readonly on!: string;

  @Field(() => RestitutionManner, { description: 'How. 退还方式。' })
  readonly manner!: RestitutionManner;

  @Field(() => DecimalScalar, { nullable: true, description: 'Yuan; null of things that were returned. 金额（元）。' })
  readonly amount!: string | null;

  @Field(() => String, { description: 'Number of the voucher or receipt. 凭证号。' })
  readonly voucher!: string;

  static of({ fen, ...part }: GivenBack): RestitutionPart {
    return Object.assign(new RestitutionPart(), { ...part, amount: fen > 0 ? yuanOf(fen) : null });
  }
}

/** What a decision took that is no more, or takes less now: due to be given back (行政强制法§41). */
@Entity('case_restitution')
@ObjectType('CaseRestitution', {
  description:
    'What is to be given back since the decision was revoked or changed, and how that goes (行政强制法 §41). 执行回转（退还财物）。',
})
export class Restitution extends CaseRecord {
  @Field(() => RestitutionKind, { description: 'Money or things. 退还对象。' })
  @Column({ type: 'varchar' })
  readonly kind!: RestitutionKind;

  /** The collection that it was paid to, or the measure by which it was taken. */
  @Column({ type: 'varchar' })
  readonly sourceId!: string;

  @Field(() => RestitutionCause, { description: 'Cause. 退还原因。' })
  @Column({ type: 'varchar' })
  readonly cause!: RestitutionCause;

  @Field(() => DateScalar, { description: 'Since when it is due. 应退还日期。' })
  @Column({ type: 'varchar' })
  readonly since!: string;

  @Column({ type: 'int' })
  readonly fen!: number;

  @Field(() => [MeasuredThing], { description: 'The things; none of money. 应退还财物清单。' })
  @Column({ type: 'simple-json' })
  readonly things!: readonly MeasuredThing[];

  @Column({ type: 'simple-json' })
  readonly given!: readonly GivenBack[];

  @Field(() => DateScalar, { nullable: true, description: 'Day by which all of it was given back; null while it is due. 退还完毕日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly completedOn!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'What is to be paid back, in yuan; null of things. 应退款额（元）。' })
  amount(): string | null {
    return this.kind === RestitutionKind.MONEY ? yuanOf(this.fen) : null;
  }

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What of that is not paid back yet, in yuan; null of things. 尚未退还（元）。',
  })
  unreturned(): string | null {
    return this.kind === RestitutionKind.MONEY ? yuanOf(this.leftFen()) : null;
  }

  @Field(() => [RestitutionPart], { description: 'What was given back when. 退还记录。' })
  parts(): RestitutionPart[] {
    return this.given.map(RestitutionPart.of);
  }

  leftFen(): number {
    return this.fen - this.given.reduce((sum, { fen }) => sum + fen, 0);
  }
}
