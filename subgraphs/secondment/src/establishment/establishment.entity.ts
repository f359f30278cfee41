import { Reads } from '@township-graph/shared/asked-properties';
import { levelOf } from '@township-graph/shared/division-code';
import type { OrganizationKind } from '@township-graph/shared/organization-kind';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import { EstablishmentApproval } from './approval.type';

/** How many posts of one kind an organisation was approved. How many are filled is counted, never written down. */
@Entity('establishment')
@ObjectType({ description: 'Establishment: the posts of one kind that an organisation was approved. 机构编制（按单位和类型核定）。' })
@Directive('@key(fields: "id")')
export class Establishment {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly organCreditCode!: string;

  @Column({ type: 'varchar' })
  readonly organName!: string;

  @Column({ type: 'varchar' })
  readonly organKind!: OrganizationKind;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => EstablishmentKind, { description: 'Kind. 编制类型。' })
  @Column({ type: 'varchar' })
  readonly kind!: EstablishmentKind;

  @Field(() => FundingKind, { nullable: true, description: 'Who pays, of a public institution alone. 经费形式（仅事业编制）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly fundingKind!: FundingKind | null;

  @Field(() => Int, { description: 'Posts approved. 核定编制数。' })
  @Column({ type: 'int' })
  approved!: number;

  @Column({ type: 'varchar' })
  approvalAuthority!: string;

  @Column({ type: 'varchar' })
  approvalNumber!: string;

  @Column({ type: 'varchar' })
  approvedOn!: string;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Directive('@provides(fields: "name")')
  @Reads('organCreditCode', 'organName')
  @Field(() => Organization, { nullable: true, description: 'Whose posts they are. 编制所在单位。' })
  organization(): Organization {
    return Organization.of(this.organCreditCode, this.organName);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where the organisation is. 所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('approvalAuthority', 'approvalNumber', 'approvedOn')
  @Field(() => EstablishmentApproval, { description: 'What set the number as it is now. 现核定数的批文。' })
  approval(): EstablishmentApproval {
    return new EstablishmentApproval(this.approvalAuthority, this.approvalNumber, this.approvedOn);
  }

  /** The first six digits: of whose total it is a part. */
  get countyCode(): string {
    return this.divisionCode.slice(0, 6);
  }

  get level() {
    return levelOf(this.divisionCode);
  }
}
