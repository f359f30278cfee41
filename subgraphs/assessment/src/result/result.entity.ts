import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar, DecimalScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Division } from '../division/division.stub';
import type { Organization } from '../organization/organization.stub';
import { AppraisedSubject, appraisedSubject } from '../round/appraised';
import { SchemeKind, SubjectKind } from '../scheme/scheme.enums';
import { decimalOfHundredths } from '../scoring/exact';
import { AppraisalGrade, type GradeScale, type Level } from '../scoring/grade';
import type { StaffMember } from '../staff-member/staff-member.stub';
import { MissingScorePart, ScorePart } from './result.types';

/** What came of a round for one subject. Until it is published it belongs to who holds the round; then to the subject. */
@Entity('appraisal_result')
@ObjectType({ description: 'What came of a round for one subject. 考核结果。' })
@Directive('@key(fields: "id")')
export class AppraisalResult {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly roundId!: string;

  @Column({ type: 'varchar' })
  readonly roundSubjectId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Column({ type: 'varchar' })
  readonly subjectDivisionCode!: string;

  @Field(() => SubjectKind, { description: 'What was appraised. 考核对象类别。' })
  @Column({ type: 'varchar' })
  readonly subjectKind!: SubjectKind;

  @Column({ type: 'varchar' })
  readonly subjectKey!: string;

  @Column({ type: 'varchar', nullable: true })
  readonly organizationCode!: string | null;

  @Field(() => SchemeKind, { description: 'Kind of the appraisal. 考核类别。' })
  @Column({ type: 'varchar' })
  readonly kind!: SchemeKind;

  @Field(() => Int, { description: 'Year. 考核年度。' })
  @Column({ type: 'int' })
  readonly year!: number;

  @Column({ type: 'varchar' })
  readonly gradeScale!: GradeScale;

  /** In hundredths, so that the database adds up whole numbers. */
  @Column({ type: 'int', nullable: true })
  readonly scoreHundredths!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Rank among all of the round, equals alike (1, 1, 3); null where it is not scored, or vetoed. 名次（并列同名次）。',
  })
  @Column({ type: 'int', nullable: true })
  readonly rank!: number | null;

  /** Whoever has no rank comes last. */
  @Column({ type: 'int' })
  readonly rankOrder!: number;

  @Column({ type: 'int', nullable: true })
  readonly level!: Level | null;

  @Field(() => Boolean, {
    description: 'Whether it stands equal with others where the quota ends, and a panel has not decided. 是否为待审定的并列。',
  })
  @Column({ type: 'boolean' })
  readonly isTied!: boolean;

  @Field(() => Boolean, { description: 'Whether an approved veto decided it. 是否被一票否决。' })
  @Column({ type: 'boolean' })
  readonly isVetoed!: boolean;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [ScorePart], { description: 'The score of each indicator. 各指标得分。' })
  @Column({ type: 'simple-json' })
  readonly parts!: ScorePart[];

  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [MissingScorePart], { description: 'The parts that are missing: for them it is not scored. 缺失部分（据此不计分）。' })
  @Column({ type: 'simple-json' })
  readonly missing!: MissingScorePart[];

  @Field(() => DecimalScalar, { description: 'Points added, after the cap. 加分（已按上限）。' })
  @Column({ type: 'varchar' })
  readonly bonus!: string;

  @Field(() => DecimalScalar, { description: 'Points taken off. 减分。' })
  @Column({ type: 'varchar' })
  readonly deductions!: string;

  @Field(() => Boolean, { description: 'Whether it is published for objections, or was. 是否已公示。' })
  @Column({ type: 'boolean' })
  readonly isPublished!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was confirmed. 确认时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  readonly confirmedAt!: Date | null;

  @Field(() => Int, { description: 'Version: 1 as confirmed, one more with each correction. 版本号（每更正一次加一）。' })
  @Column({ type: 'int' })
  readonly version!: number;

  @Reads('scoreHundredths')
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Score, two digits after the point; null where a part is missing. 得分（缺项为空）。',
  })
  score(): string | null {
    return this.scoreHundredths === null ? null : decimalOfHundredths(this.scoreHundredths);
  }

  @Reads('gradeScale', 'level')
  @Field(() => AppraisalGrade, { nullable: true, description: 'Grade; null where it is not scored. 等次。' })
  grade(): AppraisalGrade | null {
    return this.level === null ? null : AppraisalGrade.of(this.gradeScale, this.level);
  }

  @Reads('subjectKind', 'subjectKey')
  @Field(() => AppraisedSubject, { nullable: true, description: 'What was appraised. 考核对象。' })
  subject(): Division | Organization | StaffMember {
    return appraisedSubject(this);
  }
}
