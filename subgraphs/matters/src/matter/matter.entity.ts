import { Reads } from '@township-graph/shared/asked-properties';
import { ExerciseLevel } from '@township-graph/shared/implementation-code';
import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import { GuideClass, HandlingKind, KIND_CODES, MatterKind, MatterRank, MatterState, PowerSource, VillageRole } from './matter.enums';
import { TimeLimit, TimeUnit } from './time-limit';

/**
 * One revision of one item of an organ's implementation list (实施清单). Rows are narrow, for they are listed by the
 * thousand; what only a guide shows lies in MatterGuide. A DRAFT is always the first revision: a change to a published
 * matter becomes a row when it is published.
 */
@Entity('matter')
@ObjectType({
  description:
    'A service matter: one item of the implementation list of one organ, as it stands on a day. 政务服务事项（实施清单中的一项）。',
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "implementationCode")')
export class Matter {
  @Field(() => ID, { description: 'Opaque identifier, the same for all revisions. 标识（各版本相同）。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => Int, { description: 'Revision, from 1. 事项版本。' })
  @PrimaryColumn({ type: 'int' })
  readonly revision!: number;

  @Field(() => String, {
    description: 'Code in the national or provincial catalogue, 12 characters: the same item of other organs has the same. 基本编码。',
  })
  @Column({ type: 'varchar' })
  basicCode!: string;

  @Field(() => String, {
    description: 'Implementation code, 31 characters: credit code of the implementing organ, level digit, basic code. 实施编码。',
  })
  @Column({ type: 'varchar' })
  implementationCode!: string;

  @Field(() => String, { nullable: true, description: 'Code in the local catalogue. 地方事项编码。' })
  @Column({ type: 'varchar', nullable: true })
  localCode!: string | null;

  @Field(() => String, { description: 'Name. 事项名称。' })
  @Column({ type: 'varchar' })
  name!: string;

  /** Where the name stands in the search index. */
  @Column({ type: 'varchar' })
  nameKey!: string;

  @Field(() => MatterRank, { description: 'Place in the tree of its matter. 事项层次。' })
  @Column({ type: 'varchar' })
  rank!: MatterRank;

  @Column({ type: 'varchar', nullable: true })
  parentId!: string | null;

  @Field(() => MatterKind, { description: 'Kind. 事项类型。' })
  @Column({ type: 'varchar' })
  kind!: MatterKind;

  @Field(() => ExerciseLevel, { description: 'Level at which it is exercised. 行使层级。' })
  @Column({ type: 'varchar' })
  exerciseLevel!: ExerciseLevel;

  /** The division of the implementing organ: what scopes the row. */
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Field(() => MatterState, { description: 'State. 事项状态。' })
  @Column({ type: 'varchar' })
  state!: MatterState;

  @Column({ type: 'varchar' })
  implementingCreditCode!: string;

  @Column({ type: 'varchar' })
  implementingName!: string;

  @Column({ type: 'varchar', nullable: true })
  leadCreditCode!: string | null;

  @Column({ type: 'varchar', nullable: true })
  leadName!: string | null;

  @Field(() => PowerSource, { description: 'Where the power comes from. 权力来源。' })
  @Column({ type: 'varchar' })
  powerSource!: PowerSource;

  @Field(() => HandlingKind, { description: 'At once, or within a promised limit. 办件类型。' })
  @Column({ type: 'varchar' })
  handlingKind!: HandlingKind;

  @Column({ type: 'int', nullable: true })
  statutoryValue!: number | null;

  @Column({ type: 'varchar', nullable: true })
  statutoryUnit!: TimeUnit | null;

  @Column({ type: 'int' })
  promisedValue!: number;

  @Column({ type: 'varchar' })
  promisedUnit!: TimeUnit;

  @Field(() => Int, { description: 'Number of steps, 4 at most. 办理环节数（不超过4个）。' })
  @Column({ type: 'int' })
  stepCount!: number;

  @Field(() => Int, { description: 'How often the applicant must come in person at most. 到办事现场次数。' })
  @Column({ type: 'int' })
  onSiteVisits!: number;

  @Field(() => VillageRole, { nullable: true, description: 'What the village does about it; null above the village. 村级办理方式。' })
  @Column({ type: 'varchar', nullable: true })
  villageRole!: VillageRole | null;

  @Field(() => Boolean, { description: 'Decided by machine within seconds. 是否“秒批”。' })
  @Column({ type: 'boolean' })
  instantApproval!: boolean;

  @Field(() => Boolean, { description: 'Handled on one certificate, the identity card. 是否“一证通办”。' })
  @Column({ type: 'boolean' })
  singleCertificate!: boolean;

  @Field(() => Boolean, { description: 'Handled at a kiosk, day and night. 是否可自助办理（24小时）。' })
  @Column({ type: 'boolean' })
  selfService!: boolean;

  @Field(() => GuideClass, { nullable: true, description: 'Class of its service guide. 办事指南分类。' })
  @Column({ type: 'varchar', nullable: true })
  guideClass!: GuideClass | null;

  @Field(() => Boolean, {
    description: 'Whether every legal basis was read in the text of the law; see legalBases for which. 设定依据是否均已核对原文。',
  })
  @Column({ type: 'boolean' })
  basisVerified!: boolean;

  @Field(() => Boolean, {
    description: 'Whether codes, promised limit, steps and materials are demonstration data that no organ published. 是否为演示数据。',
  })
  @Column({ type: 'boolean' })
  isDemonstration!: boolean;

  @Field(() => DateScalar, { description: 'First day of this revision. 生效日期。' })
  @Column({ type: 'varchar' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer holds; null for the current one. 失效日期，现行为空。' })
  @Column({ type: 'varchar', nullable: true })
  validTo!: string | null;

  /** The day that this revision was asked for, which what it shows of other rows follows; unset for today. No column. */
  readonly asOf?: string;

  /** The same revision, asked for as of a day. */
  on(asOf: string): Matter {
    return Object.assign(Object.create(Object.getPrototypeOf(this)) as Matter, this, { asOf });
  }

  holdsOn(day: string): boolean {
    return this.validFrom <= day && (this.validTo === null || this.validTo > day);
  }

  @Reads('kind')
  @Field(() => String, { description: 'The two digits of the standard for its kind. 事项类型代码。' })
  kindCode(): string {
    return KIND_CODES[this.kind];
  }

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'The division of the implementing organ. 实施主体所在区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Directive('@provides(fields: "name")')
  @Reads('implementingCreditCode', 'implementingName')
  @Field(() => Organization, { nullable: true, description: 'The organ whose matter it is by law. 实施主体。' })
  implementingOrganization(): Organization {
    return Organization.of(this.implementingCreditCode, this.implementingName);
  }

  @Reads('leadCreditCode', 'leadName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'The county department that guides it. 牵头（业务指导）部门。' })
  leadDepartment(): Organization | null {
    return this.leadCreditCode === null ? null : Organization.of(this.leadCreditCode, this.leadName ?? undefined);
  }

  @Reads('statutoryValue', 'statutoryUnit')
  @Field(() => TimeLimit, { nullable: true, description: 'The limit that the law sets; null where it sets none. 法定办结时限。' })
  statutoryLimit(): TimeLimit | null {
    return TimeLimit.of(this.statutoryValue, this.statutoryUnit);
  }

  @Reads('promisedValue', 'promisedUnit')
  @Field(() => TimeLimit, {
    description: 'The limit that the organ promises, never longer than the law’s. 承诺办结时限（不超过法定时限）。',
  })
  promisedLimit(): TimeLimit {
    return TimeLimit.of(this.promisedValue, this.promisedUnit)!;
  }
}
