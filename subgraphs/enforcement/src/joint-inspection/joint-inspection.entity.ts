import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ConcernedParty } from '../concerned-party/concerned-party.type';
import { Division } from '../division/division.stub';
import { PartyKind } from '../power/power.enums';
import { InspectionGround, JointInspectionState } from './joint-inspection.enums';

/** One visit, for as many authorities and items as there are (综合查一次). */
@Entity('joint_inspection')
@ObjectType({ description: 'One visit for many authorities. 综合查一次（一次入企、多部门联合检查）。' })
@Directive('@key(fields: "id")')
export class JointInspection {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  /** Where it takes place. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly planId!: string | null;

  @Field(() => InspectionGround, { description: 'Why it is made. 启动依据。' })
  @Column({ type: 'varchar' })
  readonly ground!: InspectionGround;

  @Field(() => String, { nullable: true, description: 'The reason, where it is not the plan. 计划外检查的理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly groundReason!: string | null;

  @Column({ type: 'varchar' })
  readonly partyKind!: PartyKind;

  @Column({ type: 'varchar' })
  readonly partyName!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly partyCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly partyAddress!: string | null;

  /** Who it is, whatever the visit: its credit code, or a hash of its name and place. */
  @Column({ type: 'varchar' })
  readonly partyKey!: string;

  @Column({ type: 'simple-json' })
  readonly officerIds!: readonly string[];

  @Field(() => String, { description: 'The code that was scanned at the door. 扫码入企编码。' })
  @Column({ type: 'varchar' })
  readonly scanCode!: string;

  @Field(() => DateTimeScalar, { description: 'When it began. 开始时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly startedAt!: Date;

  @Field(() => Int, { description: 'Authorities that it serves. 参与检查的部门数。' })
  @Column({ type: 'int' })
  authorityCount!: number;

  @Field(() => Int, { description: 'Problems of which it is not said yet what became of them. 待跟进问题数。' })
  @Column({ type: 'int' })
  openProblems!: number;

  @Field(() => JointInspectionState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: JointInspectionState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where it takes place. 检查所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Field(() => ConcernedParty, { description: 'Whom it visits. 被检查对象。' })
  target(): ConcernedParty {
    return ConcernedParty.of(this);
  }
}
