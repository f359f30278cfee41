import { DateScalar, DateTimeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CaseRecord } from '../case/case-record.entity';
import { EvidenceKind, ExclusionGround } from './evidence.enums';

@Entity('case_evidence')
@ObjectType({ description: 'One piece of evidence. 证据。' })
export class Evidence extends CaseRecord {
  @Field(() => EvidenceKind, { description: 'Kind (行政处罚法 §46). 证据种类。' })
  @Column({ type: 'varchar' })
  readonly kind!: EvidenceKind;

  @Field(() => String, { description: 'What it is called. 证据名称。' })
  @Column({ type: 'varchar' })
  readonly name!: string;

  @Field(() => String, { description: 'What it proves. 证明内容。' })
  @Column({ type: 'varchar' })
  readonly proves!: string;

  @Field(() => DateScalar, { description: 'Day it was taken. 取证日期。' })
  @Column({ type: 'varchar' })
  readonly collectedOn!: string;

  @Field(() => Boolean, {
    description: 'Whether it was found to be true; only then it counts (行政处罚法 §46②). 是否查证属实。',
  })
  @Column({ type: 'boolean' })
  readonly isVerified!: boolean;

  @Field(() => String, { nullable: true, description: 'How it was found to be true, where that came later. 查证情况。' })
  @Column({ type: 'varchar', nullable: true })
  readonly finding!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether an electronic monitoring device took it: reviewed first, or no evidence (行政处罚法 §41). 是否电子技术监控设备记录。',
  })
  @Column({ type: 'boolean' })
  readonly isFromMonitoring!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether device and record meet the law, by the legal and the technical review; null before it (行政处罚法 §41①②). 经法制和技术审核是否符合要求。',
  })
  @Column({ type: 'boolean', nullable: true })
  readonly isMonitoringCompliant!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the legal review found. 法制审核意见。' })
  @Column({ type: 'varchar', nullable: true })
  readonly legalOpinion!: string | null;

  @Field(() => String, { nullable: true, description: 'What the technical review found. 技术审核意见。' })
  @Column({ type: 'varchar', nullable: true })
  readonly technicalOpinion!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the party was told what the device recorded (行政处罚法 §41③). 告知当事人违法事实日期。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly partyToldOn!: string | null;

  @Field(() => ExclusionGround, {
    nullable: true,
    description: 'Why it is the basis of nothing; null while it may be (行政处罚法 §41②, §46②③). 证据排除情形。',
  })
  @Column({ type: 'varchar', nullable: true })
  readonly exclusion!: ExclusionGround | null;

  @Field(() => String, { nullable: true, description: 'Why, in words. 排除理由。' })
  @Column({ type: 'varchar', nullable: true })
  readonly exclusionReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was excluded; it stays on record. 排除时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly excludedAt!: Date | null;

  /** Whether facts can be found on it: true, and not excluded (行政处罚法§46②③). */
  isBasis(): boolean {
    return this.isVerified && this.exclusion === null;
  }
}

/** What a piece of evidence begins with. */
export const NEW_EVIDENCE = {
  finding: null,
  isFromMonitoring: false,
  isMonitoringCompliant: null,
  legalOpinion: null,
  technicalOpinion: null,
  partyToldOn: null,
  exclusion: null,
  exclusionReason: null,
  excludedAt: null,
} as const;
