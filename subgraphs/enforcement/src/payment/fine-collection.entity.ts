import { DateScalar, DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { yuanOf } from '../money';
import type { Days, Instalment, Paid } from './late-fine.rules';
import { lateFine } from './late-fine.rules';
import { CourtResult } from './payment.enums';

@ObjectType({ description: 'A part of what is to be paid. 分期（应缴款项）。' })
export class PaymentPart {
  @Field(() => DateScalar, { description: 'Last day. 缴款期限。' })
  readonly dueOn!: string;

  @Field(() => DecimalScalar, { description: 'Yuan. 金额（元）。' })
  readonly amount!: string;

  static of({ dueOn, fen }: Instalment): PaymentPart {
    return Object.assign(new PaymentPart(), { dueOn, amount: yuanOf(fen) });
  }
}

/** What a decision asks the party to pay, and how that goes. One a case, from the day it is served. */
@Entity('fine_collection')
@ObjectType({ description: 'What is to be paid, and how that goes. 罚没款缴纳情况。' })
export class FineCollection extends CaseRecord {
  /** The fine, which alone grows when it is late; and the gains that are confiscated. */
  @Column({ type: 'int' })
  readonly fineFen!: number;

  @Column({ type: 'int' })
  readonly gainsFen!: number;

  @Column({ type: 'simple-json' })
  readonly instalments!: readonly Instalment[];

  @Column({ type: 'simple-json' })
  readonly paid!: readonly Paid[];

  @Column({ type: 'int' })
  readonly lateFinePaidFen!: number;

  @Column({ type: 'int' })
  readonly gainsPaidFen!: number;

  /** What an agreement that stands waives of the added fine (行政强制法§42). */
  @Column({ type: 'int' })
  readonly waivedFen!: number;

  /** Times of review and litigation (§73③), and of an agreement. */
  @Column({ type: 'simple-json' })
  readonly pauses!: readonly Days[];

  @Field(() => String, { nullable: true, description: 'Why it was put off or divided (行政处罚法 §66②). 延期、分期缴纳理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly hardship!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which the reminder was served (行政强制法 §54). 催告书送达日期。' })
  @Column({ type: 'varchar', nullable: true })
  readonly remindedOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the court was asked (行政强制法 §53). 申请法院强制执行时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly courtAppliedAt!: Date | null;

  @Field(() => CourtResult, { nullable: true, description: 'What came of that. 法院处理结果。' })
  @Column({ type: 'varchar', nullable: true })
  readonly courtResult!: CourtResult | null;

  @Field(() => [PaymentPart], { description: 'What is due when. 应缴款项。' })
  parts(): PaymentPart[] {
    return this.instalments.filter(({ fen }) => fen > 0).map(PaymentPart.of);
  }

  /** What is unpaid of the fine, in fen. */
  unpaidFen(): number {
    return Math.max(0, this.fineFen - this.paidFen());
  }

  /** The day by which the next part is due; of one that is paid, the last. */
  nextDueOn(): string {
    let due = 0;
    const paid = this.paidFen();
    const next = this.instalments.find(({ fen }) => {
      due += fen;
      return due > paid;
    });
    return (next ?? this.instalments.at(-1)!).dueOn;
  }

  private paidFen(): number {
    return this.paid.reduce((sum, { fen }) => sum + fen, 0);
  }

  lateFineFen(until: string): number {
    const { instalments, paid, pauses } = this;
    return this.fineFen === 0 ? 0 : lateFine({ instalments, paid, pauses, until });
  }

  /** What is owed of the added fine on the day: what was waived is not. */
  lateFineOwedFen(on: string): number {
    return Math.max(0, this.lateFineFen(on) - this.waivedFen - this.lateFinePaidFen);
  }

  /** What of the gains is not paid yet. */
  gainsOwedFen(): number {
    return Math.max(0, this.gainsFen - this.gainsPaidFen);
  }

  /** All that is owed on the day. */
  owedFen(on: string): number {
    return this.unpaidFen() + this.gainsOwedFen() + this.lateFineOwedFen(on);
  }

  /** All that was paid, whatever for. */
  allPaidFen(): number {
    return this.paidFen() + this.gainsPaidFen + this.lateFinePaidFen;
  }

  /** What was paid beyond what is to be paid: of each purpose by itself, for nothing is set off. */
  overpaidFen(on: string): number {
    const beyond = (paid: number, due: number) => Math.max(0, paid - due);
    const lateFen = Math.max(0, this.lateFineFen(on) - this.waivedFen);
    return beyond(this.paidFen(), this.fineFen) + beyond(this.gainsPaidFen, this.gainsFen) + beyond(this.lateFinePaidFen, lateFen);
  }

  /** Whether nothing at all is unpaid on the day. */
  isPaidUp(on: string): boolean {
    return this.owedFen(on) === 0;
  }
}
