import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { ConsultationKind, ConsultationState } from './consultation.enums';

/** A township that is asked, or told, before somebody who serves there is moved. */
@Entity('consultation')
@ObjectType({ description: 'A township asked or told about a movement. 征求意见（抄告）。' })
@Directive('@key(fields: "id")')
export class Consultation {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** The township. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly proposalId!: string;

  @Field(() => ConsultationKind, { description: 'Asked or told. 类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: ConsultationKind;

  @Column({ type: 'varchar' })
  readonly questionText!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent. 发出时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly sentAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the township may answer; null of a copy notice. 答复期限，抄告的为空。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  answerDueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the township answered. 答复时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'varchar', nullable: true })
  reasonsText!: string | null;

  @Field(() => ConsultationState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: ConsultationState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The township. 乡镇（街道）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }
}
