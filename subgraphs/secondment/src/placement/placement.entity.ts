import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { PayBearer, PlacementKind, PlacementOutcome, PlacementState } from './placement.enums';

@ObjectType({ description: 'From when to when, both days included. 期限（含首尾两日）。' })
export class PlacementPeriod {
  @Field(() => DateScalar, { description: 'First day. 开始日期。' })
  readonly from!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null of a transfer, which has none. 结束日期，调动的为空。' })
  readonly to!: string | null;
}

@ObjectType({ description: 'That somebody may not be selected, nor recruited for special posts. 不得参加选派和特殊岗位招聘。' })
export class SelectionBan {
  @Field(() => DateScalar, { description: 'Last day. 截止日期。' })
  readonly until!: string;

  @Field(() => String, { description: 'Its basis. 依据。' })
  readonly basis!: string;
}

export const BAN_BASIS = '选派人员年度考核不合格：退回原单位，一年内不得参加选派和特殊岗位招聘';

/** That somebody serves elsewhere than at home, for a time or for good. */
@Entity('placement')
@ObjectType({ description: 'That somebody serves elsewhere than at home. 人员下沉（选派、派驻、挂职等）。' })
@Directive('@key(fields: "id")')
export class Placement {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly staffMemberId!: string;

  @Field(() => PlacementKind, { description: 'How they came here. 下沉方式。' })
  @Column({ type: 'varchar' })
  readonly kind!: PlacementKind;

  /** Where they serve. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly hostCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly hostName!: string;

  @Column({ type: 'varchar' })
  readonly homeCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly homeName!: string;

  /** Whoever has the home among its divisions reads the placement. */
  @Column({ type: 'varchar' })
  readonly homeDivisionCode!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly campaignId!: string | null;

  @Field(() => String, { description: 'The post there. 岗位（职务）名称。' })
  @Column({ type: 'varchar' })
  readonly postTitle!: string;

  @Field(() => Boolean, {
    description: 'Whether it is a leading post at section level: movements take a consultation. 是否科级领导职务（调整须征求意见）。',
  })
  @Column({ type: 'boolean' })
  readonly isSectionChief!: boolean;

  @Field(() => String, { description: 'The document it rests on. 依据文号。' })
  @Column({ type: 'varchar' })
  readonly document!: string;

  @Column({ type: 'varchar' })
  readonly startsOn!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly endsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it came to its end. 实际结束日期。' })
  @Column({ type: 'varchar', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'varchar', nullable: true })
  endReason!: string | null;

  @Field(() => PayBearer, { description: 'Who bears the pay. 工资等负担方。' })
  @Column({ type: 'varchar' })
  readonly payBearer!: PayBearer;

  @Field(() => PlacementOutcome, { nullable: true, description: 'What came of the latest appraisal. 最近一次年度考核结果运用。' })
  @Column({ type: 'varchar', nullable: true })
  outcome!: PlacementOutcome | null;

  @Field(() => Boolean, {
    description: 'Appraised as excellent, and waits for a free approved post of the township. 是否待有空编后转编（年度考核优秀）。',
  })
  @Column({ type: 'boolean' })
  isConversionDue!: boolean;

  @Column({ type: 'varchar', nullable: true })
  banUntil!: string | null;

  @Field(() => PlacementState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: PlacementState;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Directive('@provides(fields: "name")')
  @Reads('homeCreditCode', 'homeName')
  @Field(() => Organization, { nullable: true, description: 'From where. 派出单位（原单位）。' })
  from(): Organization {
    return Organization.of(this.homeCreditCode, this.homeName);
  }

  @Directive('@provides(fields: "name")')
  @Reads('hostCreditCode', 'hostName')
  @Field(() => Organization, { nullable: true, description: 'To where. 接收单位。' })
  to(): Organization {
    return Organization.of(this.hostCreditCode, this.hostName);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where they serve. 服务区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('startsOn', 'endsOn')
  @Field(() => PlacementPeriod, { description: 'For how long; access ends with the last day. 期限，到期即停止访问权限。' })
  period(): PlacementPeriod {
    return Object.assign(new PlacementPeriod(), { from: this.startsOn, to: this.endsOn });
  }

  @Reads('banUntil')
  @Field(() => SelectionBan, { nullable: true, description: 'What they may not do after it. 禁止期。' })
  ban(): SelectionBan | null {
    return this.banUntil === null ? null : Object.assign(new SelectionBan(), { until: this.banUntil, basis: BAN_BASIS });
  }
}
