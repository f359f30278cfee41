import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import { EstablishmentApproval } from './approval.type';

/** Posts that went with their duties from one organisation of a county to another. It happened; nothing changes it. */
@Entity('establishment_transfer')
@ObjectType({ description: 'Posts that followed their duties to another organisation. 编制划转（编随事走）。' })
@Directive('@key(fields: "id")')
export class EstablishmentTransfer {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => EstablishmentKind, { description: 'Kind of the posts. 编制类型。' })
  @Column({ type: 'varchar' })
  readonly kind!: EstablishmentKind;

  @Field(() => FundingKind, { nullable: true, description: 'Who pays, of a public institution alone. 经费形式（仅事业编制）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly fundingKind!: FundingKind | null;

  @Field(() => Int, { description: 'Posts. 划转编制数。' })
  @Column({ type: 'int' })
  readonly posts!: number;

  @Field(() => Int, { description: 'Persons who went with them. 随编划转人数。' })
  @Column({ type: 'int' })
  readonly persons!: number;

  @Column({ type: 'varchar' })
  readonly fromEstablishmentId!: string;

  @Column({ type: 'varchar' })
  readonly fromCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly fromName!: string;

  /** Where they came from. */
  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly toEstablishmentId!: string;

  @Column({ type: 'varchar' })
  readonly toCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly toName!: string;

  /** Where they went, which reads the row too. */
  @Column({ type: 'varchar' })
  readonly toDivisionCode!: string;

  @Column({ type: 'varchar' })
  readonly approvalAuthority!: string;

  @Column({ type: 'varchar' })
  readonly approvalNumber!: string;

  @Column({ type: 'varchar' })
  readonly approvedOn!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly crossLevelAuthority!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly crossLevelNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly crossLevelOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was carried out. 划转时间。' })
  @Column({ type: 'datetime' })
  readonly at!: Date;

  @Directive('@provides(fields: "name")')
  @Reads('fromCreditCode', 'fromName')
  @Field(() => Organization, { nullable: true, description: 'Whose posts they were. 划出单位。' })
  from(): Organization {
    return Organization.of(this.fromCreditCode, this.fromName);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where they were. 划出单位所在区划。' })
  fromDivision(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Reads('toCreditCode', 'toName')
  @Field(() => Organization, { nullable: true, description: 'Whose posts they became. 划入单位。' })
  to(): Organization {
    return Organization.of(this.toCreditCode, this.toName);
  }

  @Reads('toDivisionCode')
  @Field(() => Division, { nullable: true, description: 'Where they went. 划入单位所在区划。' })
  toDivision(): Division {
    return Division.of(this.toDivisionCode);
  }

  @Reads('approvalAuthority', 'approvalNumber', 'approvedOn')
  @Field(() => EstablishmentApproval, { description: 'What the transfer rests on. 划转批文。' })
  approval(): EstablishmentApproval {
    return new EstablishmentApproval(this.approvalAuthority, this.approvalNumber, this.approvedOn);
  }

  @Reads('crossLevelAuthority', 'crossLevelNumber', 'crossLevelOn')
  @Field(() => EstablishmentApproval, {
    nullable: true,
    description:
      'For administrative posts that changed their level: the approval by the central establishment authority (编制条例§18). 跨层级调配行政编制的审批。',
  })
  crossLevelApproval(): EstablishmentApproval | null {
    return this.crossLevelNumber === null
      ? null
      : new EstablishmentApproval(this.crossLevelAuthority!, this.crossLevelNumber, this.crossLevelOn!);
  }
}
