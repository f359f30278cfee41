import { Reads } from '@township-graph/shared/asked-properties';
import { CreditCodeScalar, DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AdmissionKind } from '../admission/admission.enums';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { DutyRefusalState } from './duty-refusal.enums';

/** A township (or village) does not carry out what came to it without admission. 未经批准下放的职责可以不予执行（江北）。 */
@Entity('duty_refusal')
@ObjectType({ description: 'A duty that came without admission and is not carried out. 未经准入职责的不予执行。' })
@Directive('@key(fields: "id")')
export class DutyRefusal {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** Who refuses: what scopes the row, and its county and the departments there see it with it. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => AdmissionKind, { description: 'What was assigned. 事项类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: AdmissionKind;

  @Field(() => String, { description: 'The duty or task. 职责（事项）名称。' })
  @Column({ type: 'varchar' })
  readonly dutyName!: string;

  @Field(() => String, { nullable: true, description: 'The catalogue item that it is. 基本编码。' })
  @Column({ type: 'varchar', nullable: true })
  readonly basicCode!: string | null;

  @Column({ type: 'varchar' })
  readonly assignedByCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly assignedByName!: string;

  @Field(() => DateScalar, { description: 'Day it was assigned. 交办日期。' })
  @Column({ type: 'varchar' })
  readonly assignedOn!: string;

  @Field(() => String, { description: 'How it came: document, meeting, message. 交办方式或文号。' })
  @Column({ type: 'varchar' })
  readonly assignment!: string;

  @Field(() => String, { description: 'Why it is refused. 不予执行的理由。' })
  @Column({ type: 'varchar' })
  readonly reason!: string;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'The body that refuses. 提出机构。' })
  @Column({ type: 'varchar', nullable: true })
  readonly raisedBy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was raised. 提出时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly raisedAt!: Date;

  @Field(() => DutyRefusalState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  readonly state!: DutyRefusalState;

  @Field(() => Int, { description: 'Raised by every change: send it back as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Field(() => String, { nullable: true, description: 'What the county decided, and why. 县级裁定及理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly decision!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The law by which the duty is the township’s, where one was named. 裁定依据的法律。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly decisionBasis!: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'The body that decided. 裁定机构。' })
  @Column({ type: 'varchar', nullable: true })
  readonly decidedBy!: string | null;

  /** The admission by which it was overruled. */
  @Column({ type: 'varchar', nullable: true })
  readonly admissionId!: string | null;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Who refuses. 提出的乡镇（街道）、村（社区）。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('assignedByCreditCode', 'assignedByName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'Who assigned it. 交办部门。' })
  assignedBy(): Organization {
    return Organization.of(this.assignedByCreditCode, this.assignedByName);
  }
}
