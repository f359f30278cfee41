import { Reads } from '@township-graph/shared/asked-properties';
import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Division } from '../division/division.stub';
import { HandlingKind, MatterKind, VillageRole } from '../matter/matter.enums';
import { TimeLimit, TimeUnit } from '../matter/time-limit';
import { Organization } from '../organization/organization.stub';
import { Applicant } from './applicant.type';
import { type MissedDates, outstandingOf } from './application.deadlines';
import {
  ApplicantKind,
  ApplicationChannel,
  ApplicationState,
  DecisionOutcome,
  DeliveryMethod,
  HandlerTier,
  SpecialProcedure,
} from './application.enums';
import type { ApplicationFacts } from './application.moves';

/**
 * One application (办件). What the matter's list said on the day it came is copied, for the application is handled by that,
 * whatever becomes of the list.
 */
@Entity('application')
@ObjectType({ description: 'One application for a matter, from its intake to the file. 办件。' })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "acceptanceNumber")')
export class Application {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Acceptance number, 43 characters: implementation code, day, serial; null while only saved. 办件编号（43位），暂存时为空。',
  })
  @Column({ type: 'varchar', nullable: true })
  acceptanceNumber!: string | null;

  /** Where it was taken in: what scopes the row. Whoever is above sees it as well. */
  @Column({ type: 'varchar' })
  divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly matterId!: string;

  @Column({ type: 'varchar' })
  readonly implementationCode!: string;

  @Field(() => String, { description: 'Name of the matter on the day it came. 事项名称（受理时）。' })
  @Column({ type: 'varchar' })
  readonly matterName!: string;

  @Column({ type: 'varchar' })
  readonly matterKind!: MatterKind;

  @Column({ type: 'varchar' })
  implementingCreditCode!: string;

  @Column({ type: 'varchar' })
  implementingName!: string;

  @Column({ type: 'varchar', nullable: true })
  servicePointId!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the window that took it in. 受理窗口号。' })
  @Column({ type: 'varchar', nullable: true })
  readonly windowNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  bundleApplicationId!: string | null;

  @Field(() => ApplicationChannel, { description: 'How it came. 申请渠道。' })
  @Column({ type: 'varchar' })
  readonly channel!: ApplicationChannel;

  @Field(() => HandlingKind, { description: 'At once, or within a promised limit. 办件类型。' })
  @Column({ type: 'varchar' })
  readonly handlingKind!: HandlingKind;

  @Field(() => VillageRole, { nullable: true, description: 'What the village does about it, where one took it in. 村级办理方式。' })
  @Column({ type: 'varchar', nullable: true })
  villageRole!: VillageRole | null;

  @Field(() => HandlerTier, { description: 'Where it lies now. 当前办理层级。' })
  @Column({ type: 'varchar' })
  handlerTier!: HandlerTier;

  @Field(() => HandlerTier, { description: 'Where it is decided. 决定层级。' })
  @Column({ type: 'varchar' })
  decidingTier!: HandlerTier;

  @Field(() => Boolean, {
    description:
      'An internal matter of a village or office that “runs once”, not a citizen’s. 是否为基层内部办事（“最多跑一次”向内部延伸）。',
  })
  @Column({ type: 'boolean' })
  readonly isInternal!: boolean;

  @Field(() => ApplicationState, { description: 'State. 办件状态。' })
  @Column({ type: 'varchar' })
  state!: ApplicationState;

  @Field(() => Int, { description: 'Version: pass it as expectedVersion. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'varchar' })
  readonly applicantKind!: ApplicantKind;

  @Column({ type: 'varchar' })
  readonly applicantName!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly applicantOrganization!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly applicantIdNumber!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly applicantPhone!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly applicantAddress!: string | null;

  @Column({ type: 'varchar', nullable: true })
  readonly agentName!: string | null;

  @Column({ type: 'int', nullable: true })
  readonly statutoryValue!: number | null;

  @Column({ type: 'varchar', nullable: true })
  readonly statutoryUnit!: TimeUnit | null;

  @Column({ type: 'int' })
  readonly promisedValue!: number;

  @Column({ type: 'varchar' })
  readonly promisedUnit!: TimeUnit;

  @Field(() => DateScalar, { description: 'Day it was begun. 申请日期。' })
  @Column({ type: 'varchar' })
  readonly openedOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was received. 收件时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  receivedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was accepted, or counts as accepted: the time runs from then. 受理时间（含视为受理）。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  acceptedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Counts as accepted, for nobody said within five working days what was missing (行政许可法 §32). 是否因逾期未告知视为受理。',
  })
  @Column({ type: 'boolean' })
  isDeemedAccepted!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when it is promised; null before acceptance, and while a special procedure stops the time. 承诺办结时间（受理前及停止计时期间为空）。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided. 决定时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was decided within the promise; null before. 是否按承诺时限办结。' })
  @Column({ type: 'boolean', nullable: true })
  isOnTime!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed. 办结时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  completedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was refused, returned, withdrawn or ended without a decision. 不予受理、退件、撤回或终止时间。',
  })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Field(() => DecisionOutcome, { nullable: true, description: 'What was decided. 决定结果。' })
  @Column({ type: 'varchar', nullable: true })
  outcome!: DecisionOutcome | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was refused, returned, denied or ended; each of them needs one. 不予受理、退件、不予决定或终止的理由。',
  })
  @Column({ type: 'varchar', nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Name or number of the result. 办理结果名称（文号）。' })
  @Column({ type: 'varchar', nullable: true })
  resultName!: string | null;

  @Column({ type: 'int' })
  corrections!: number;

  @Field(() => [String], { description: 'What is missing: said once, and of 容缺受理 what may follow. 需补正（容缺后补）材料。' })
  @Column({ type: 'simple-json' })
  missingMaterials!: readonly string[];

  @Field(() => Boolean, { description: 'Accepted although minor material is missing (容缺受理). 是否容缺受理。' })
  @Column({ type: 'boolean' })
  isTolerated!: boolean;

  @Field(() => Boolean, { description: 'Accepted on the applicant’s commitment (告知承诺). 是否适用告知承诺制。' })
  @Column({ type: 'boolean' })
  isOnCommitment!: boolean;

  @Field(() => SpecialProcedure, { nullable: true, description: 'The special procedure under way. 正在进行的特别程序。' })
  @Column({ type: 'varchar', nullable: true })
  specialProcedure!: SpecialProcedure | null;

  @Column({ type: 'int' })
  extensions!: number;

  @Column({ type: 'varchar', nullable: true })
  deliveryMethod!: DeliveryMethod | null;

  @Column({ type: 'varchar', nullable: true })
  courier!: string | null;

  @Column({ type: 'varchar', nullable: true })
  trackingNumber!: string | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  deliveredAt!: Date | null;

  /** 1 is best; copied from the rating, for statistics. */
  @Column({ type: 'int', nullable: true })
  ratingGrade!: number | null;

  @Field(() => Boolean, { description: 'Whether it is demonstration data. 是否为演示数据。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Reads('divisionCode')
  @Field(() => Division, { nullable: true, description: 'Where it was taken in. 受理地区划。' })
  division(): Division {
    return Division.of(this.divisionCode);
  }

  @Reads('implementingCreditCode', 'implementingName')
  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'In whose name it is decided. 实施主体（以其名义决定）。' })
  implementingOrganization(): Organization {
    return Organization.of(this.implementingCreditCode, this.implementingName);
  }

  @Reads('statutoryValue', 'statutoryUnit')
  @Field(() => TimeLimit, { nullable: true, description: 'The law’s limit; null where it sets none. 法定办结时限。' })
  statutoryLimit(): TimeLimit | null {
    return TimeLimit.of(this.statutoryValue, this.statutoryUnit);
  }

  @Reads('promisedValue', 'promisedUnit')
  @Field(() => TimeLimit, { description: 'The promised limit. 承诺办结时限。' })
  promisedLimit(): TimeLimit {
    return TimeLimit.of(this.promisedValue, this.promisedUnit)!;
  }

  @Reads(
    'id',
    'divisionCode',
    'applicantKind',
    'applicantName',
    'applicantOrganization',
    'applicantIdNumber',
    'applicantPhone',
    'applicantAddress',
    'agentName',
  )
  @Field(() => Applicant, { description: 'Who applies. 申请人。' })
  applicant(): Applicant {
    return Object.assign(new Applicant(), {
      id: this.id,
      divisionCode: this.divisionCode,
      kind: this.applicantKind,
      name: this.applicantName,
      organizationName: this.applicantOrganization,
      idNumber: this.applicantIdNumber,
      phone: this.applicantPhone,
      address: this.applicantAddress,
      agentName: this.agentName,
    });
  }

  /** What its moves judge by. */
  facts(missed: MissedDates, now: Date): ApplicationFacts {
    const { handlingKind, handlerTier, decidingTier, corrections, extensions, dueAt } = this;
    const isOverdue = dueAt !== null && now > dueAt;
    return {
      handlingKind,
      handlerTier,
      decidingTier,
      corrections,
      extensions,
      outstanding: outstandingOf(this),
      isNoticeMissed: missed.notice,
      isSupplementMissed: missed.supplement,
      isOverdue,
    };
  }
}
