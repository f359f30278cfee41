import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { dayOf } from '../clock';
import { DeadlineState, type Extension, type LimitUnit, type RestDayRule } from '../deadline';
import { DateScalar, DateTimeScalar } from '../scalars';
import { DeadlineLight } from './deadline.enums';

/** A time that was not counted; still going on while `to` is null. Instants as ISO text. */
export interface CaseSuspension {
  readonly from: string;
  readonly to: string | null;
  readonly basis: string;
}

/**
 * One thing that is due in one case, by a rule of law. What is computed from it is stored beside it, so that lists and the
 * scheduler ask by it: `dueAt`, the light, and when somebody has to look again. The stored light is the one that was told of:
 * commands turn it down, and leave it to the scheduler to turn it up, with the event that belongs to it.
 */
@Entity('case_deadline')
@ObjectType('Deadline', { description: 'Until when something must be done, and how that stands. 办理时限。' })
@Directive('@shareable')
export class CaseDeadline {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly subjectType!: string;

  @Column({ type: 'varchar' })
  readonly subjectId!: string;

  /** The subject's, so that scope needs no join; it moves with the subject. */
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Field(() => String, { description: 'What is due, by a word of the subgraph’s README. 时限种类。' })
  @Column({ type: 'varchar' })
  readonly kind!: string;

  @Field(() => DateTimeScalar, {
    description: 'When the time began to run; the day itself is not counted (民法典§201). 起算时间（当日不计）。',
  })
  @Column({ type: 'datetime', precision: 3 })
  readonly startedAt!: Date;

  @Column({ type: 'int' })
  readonly limitValue!: number;

  @Column({ type: 'varchar' })
  readonly limitUnit!: LimitUnit;

  @Column({ type: 'varchar' })
  readonly restDay!: RestDayRule;

  @Column({ type: 'varchar' })
  readonly ruleBasis!: string;

  @Column({ type: 'simple-json' })
  suspensions!: readonly CaseSuspension[];

  @Column({ type: 'simple-json' })
  extensions!: readonly Extension[];

  @Field(() => DateTimeScalar, {
    description: 'The last instant in time; while the time stands still, what it would be if it went on now. 截止时间。',
  })
  @Column({ type: 'datetime', precision: 3 })
  dueAt!: Date;

  @Field(() => String, { description: 'Law and article of the rule and of each extension. 依据。' })
  @Column({ type: 'varchar' })
  basis!: string;

  @Field(() => Boolean, {
    description: 'Whether it hangs on holidays that are not published yet, and may still move. 是否因节假日安排未公布而为暂定。',
  })
  @Column({ type: 'boolean' })
  isProvisional!: boolean;

  /** How far the holidays were known by which it was computed; null of what was computed before that was kept. */
  @Column({ type: 'varchar', nullable: true })
  calendarUntil!: string | null;

  @Field(() => DeadlineState, { description: 'How it stands. 状态。' })
  @Column({ type: 'varchar' })
  state!: DeadlineState;

  @Field(() => DeadlineLight, { description: 'Light. 亮灯。' })
  @Column({ type: 'varchar' })
  light!: DeadlineLight;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When what was due was done. 完成时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  metAt!: Date | null;

  /** When its light changes next, and the scheduler has to look; null when it does not by itself. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  nextAt!: Date | null;

  @Field(() => DateScalar, { description: 'The day of dueAt. 截止日期。' })
  dueOn(): string {
    return dayOf(this.dueAt);
  }
}
