import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { BundleApplicationState, BundleOutcome } from './bundle.enums';

/** One application for a bundle: it is as far as the applications are that it stands for. */
@Entity('bundle_application')
@ObjectType({ description: 'A joint application: one for the applicant, one a department underneath. “一件事”办件。' })
@Directive('@key(fields: "id")')
export class BundleApplication {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly bundleId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Boolean, { description: 'Promised within hours. 是否特办。' })
  @Column({ type: 'boolean' })
  readonly isExpress!: boolean;

  @Field(() => BundleApplicationState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: BundleApplicationState;

  @Field(() => BundleOutcome, { nullable: true, description: 'What came of it. 办理结果。' })
  @Column({ type: 'varchar', nullable: true })
  outcome!: BundleOutcome | null;

  @Field(() => DateTimeScalar, { description: 'When it came. 申请时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly openedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when all of it is promised. 联办承诺办结时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly dueAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last department came to an end. 联合办结时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  completedAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether that was in time; null before. 是否按期联合办结。' })
  @Column({ type: 'boolean', nullable: true })
  isOnTime!: boolean | null;

  @Field(() => Int, { description: 'Version: pass it as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where it was taken in. 受理地区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
