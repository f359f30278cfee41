import { Reads } from '@township-graph/shared/asked-properties';
import { Personal } from '@township-graph/shared/personal-data';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { EstablishmentKind, FundingKind, PostRank } from './staff-member.enums';
import { StaffPost } from './staff-post.type';

/** Somebody who works for an organ or an institution. Where they serve may be elsewhere than where their post is. */
@Entity('staff_member')
@ObjectType({ description: 'Member of staff. 工作人员。' })
@Directive('@key(fields: "id")')
export class StaffMember {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Personal('NAME')
  @Field(() => String, { description: 'Name; masked without a stated purpose. 姓名（默认脱敏）。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => EstablishmentKind, { description: 'On which establishment they are. 编制类型。' })
  @Column({ type: 'varchar' })
  establishmentKind!: EstablishmentKind;

  @Field(() => FundingKind, {
    nullable: true,
    description: 'Who pays for the post, of a public institution alone. 经费形式（仅事业编制）。',
  })
  @Column({ type: 'varchar', nullable: true })
  fundingKind!: FundingKind | null;

  @Column({ type: 'varchar' })
  homeCreditCode!: string;

  @Column({ type: 'varchar' })
  homeName!: string;

  /** Where the organisation is that they are on the establishment of; who has it among its divisions reads the row. */
  @Column({ type: 'varchar' })
  homeDivisionCode!: string;

  /** Where they serve: whoever manages them from day to day. Until the last day of a placement, and then home again. */
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Column({ type: 'varchar' })
  postTitle!: string;

  @Column({ type: 'varchar' })
  postRank!: PostRank;

  @Column({ type: 'boolean' })
  isLeading!: boolean;

  @Field(() => DateScalar, { description: 'First day with the home organisation. 到现单位工作的日期。' })
  @Column({ type: 'varchar' })
  joinedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day they no longer serve anywhere; null of who serves. 离职（退休）日期。',
  })
  @Column({ type: 'varchar', nullable: true })
  leftOn!: string | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Directive('@provides(fields: "name")')
  @Reads('homeCreditCode', 'homeName')
  @Field(() => Organization, { nullable: true, description: 'On whose establishment they are. 编制所在单位。' })
  homeOrganization(): Organization {
    return Organization.of(this.homeCreditCode, this.homeName);
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where they serve now. 现服务区划。' })
  servingDivision(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('postTitle', 'postRank', 'isLeading')
  @Field(() => StaffPost, { description: 'The post that they hold. 岗位（职务）。' })
  post(): StaffPost {
    return new StaffPost(this.postTitle, this.postRank, this.isLeading);
  }

  @Reads('homeDivisionCode', 'divisionCode')
  @Field(() => Boolean, { description: 'Whether they serve in another division than that of their home. 是否在外区划服务。' })
  servesElsewhere(): boolean {
    return this.homeDivisionCode !== this.divisionCode;
  }
}
