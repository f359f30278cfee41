import { Reads } from '@township-graph/shared/asked-properties';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CoerciveMeasure, PenaltyKind } from './power.enums';
import { FineRange, HearingThreshold } from './power.types';

/** Years after which an act is no longer punished, and where life, health or finance was harmed (行政处罚法§36). */
const LIMITATION_YEARS = 2;
const LONG_LIMITATION_YEARS = 5;

/** One cause that may be penalised, as the published catalogue words it. The law is the same everywhere: who may exercise it where, grants say. */
@Entity('enforcement_power')
@ObjectType({ description: 'Power to penalise one cause, with the law it rests on. 行政执法（处罚）事项。' })
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
export class EnforcementPower {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Field(() => String, { description: 'Code in the catalogue. 执法事项编码。' })
  @Column({ type: 'varchar' })
  readonly code!: string;

  @Field(() => String, { description: 'Field of enforcement, such as 城市管理. 执法领域。' })
  @Column({ type: 'varchar' })
  readonly domain!: string;

  @Field(() => String, { description: 'What is penalised. 案由。' })
  @Column({ type: 'varchar' })
  readonly cause!: string;

  @Field(() => String, { description: 'Statute and article that provide the penalty. 处罚依据。' })
  @Column({ type: 'varchar' })
  readonly legalBasis!: string;

  @Field(() => Boolean, { description: 'Whether the article was checked in the text of the law. 依据条款是否已核对。' })
  @Column({ type: 'boolean' })
  readonly basisVerified!: boolean;

  @Field(() => String, { description: 'Kind and range of the penalty, in words. 处罚种类和幅度。' })
  @Column({ type: 'text' })
  readonly sanction!: string;

  @Field(() => [PenaltyKind], {
    description: 'Penalties that the law provides; none where it provides orders alone. 法定处罚种类，仅有责令改正等的为空。',
  })
  @Column({ type: 'simple-json' })
  readonly penaltyKinds!: PenaltyKind[];

  @Field(() => [FineRange], {
    description: 'How much may be fined; empty where the law or the catalogue names no amount. 罚款幅度，未载明数额的为空。',
  })
  @Column({ type: 'simple-json' })
  readonly fines!: FineRange[];

  @Field(() => [HearingThreshold], {
    description:
      'Hearing thresholds of this cause’s own; where there is none, those of the settings apply. 本案由专门的听证标准，为空的适用系统设置。',
  })
  @Column({ type: 'simple-json' })
  readonly hearingThresholds!: HearingThreshold[];

  @Field(() => [CoerciveMeasure], {
    description:
      'Measures that the statute provides; an entrusted holder may take none of them (行政强制法§17). 法律法规规定的行政强制措施，受委托的不得实施。',
  })
  @Column({ type: 'simple-json' })
  readonly coerciveMeasures!: CoerciveMeasure[];

  @Field(() => String, { description: 'Department that had it before the reform, as the catalogue calls it. 原实施部门。' })
  @Column({ type: 'varchar' })
  readonly originDepartment!: string;

  @Field(() => Boolean, {
    description: 'Whether the law itself gives it to townships, so that nobody need grant it. 是否乡镇人民政府法定职权（无需赋权）。',
  })
  @Column({ type: 'boolean' })
  readonly isOwnStatutory!: boolean;

  @Field(() => Boolean, { description: 'Whether it occurs often. 是否高频事项。' })
  @Column({ type: 'boolean' })
  readonly isFrequent!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it takes professional means, so that cases go to the department. 是否专业领域（跨区域、复杂案件由部门办理）。',
  })
  @Column({ type: 'boolean' })
  readonly isProfessional!: boolean;

  @Column({ type: 'boolean' })
  readonly touchesLifeHealthOrFinance!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Which generated subdivision of a real cause it is; null for a real one. 示例细分说明，真实案由为空。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly variant!: string | null;

  @Field(() => Boolean, { description: 'Whether it was generated for demonstration. 是否为演示生成。' })
  @Column({ type: 'boolean' })
  readonly isDemonstration!: boolean;

  @Field(() => Int, { description: 'Years after which an act is no longer punished (行政处罚法§36). 一般追责时效（年）。' })
  limitationYears(): number {
    return LIMITATION_YEARS;
  }

  @Reads('touchesLifeHealthOrFinance')
  @Field(() => Int, {
    description:
      'The same where harm was done: 5 years where life, health or financial safety is touched. 有危害后果时的追责时效（年），涉及公民生命健康安全、金融安全的为5年。',
  })
  limitationYearsIfHarmful(): number {
    return this.touchesLifeHealthOrFinance ? LONG_LIMITATION_YEARS : LIMITATION_YEARS;
  }
}
