import { Reads } from '@township-graph/shared/asked-properties';
import { DateTimeScalar } from '@township-graph/shared/scalars';
import { CivilServantGrade, InstitutionGrade } from '@township-graph/shared/staff-grade';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AppraisalResult } from '../appraisal-result/appraisal-result.stub';
import { AppraisalSource } from './appraisal.enums';
import { PlacementOutcome } from './placement.enums';

/** A yearly appraisal of who is placed: one a year, whatever comes twice. */
@Entity('placement_appraisal')
@ObjectType({ description: 'A yearly appraisal of who is placed. 年度考核。' })
export class PlacementAppraisal {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly placementId!: string;

  @Field(() => Int, { description: 'The year. 年度。' })
  @Column({ type: 'int' })
  readonly year!: number;

  @Field(() => InstitutionGrade, { nullable: true, description: 'Grade, of who is no civil servant. 档次（事业单位）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly institutionGrade!: InstitutionGrade | null;

  @Field(() => CivilServantGrade, { nullable: true, description: 'Grade, of a civil servant. 等次（公务员及参公人员）。' })
  @Column({ type: 'varchar', nullable: true })
  readonly civilServantGrade!: CivilServantGrade | null;

  @Field(() => PlacementOutcome, { description: 'What comes of it. 结果运用。' })
  @Column({ type: 'varchar' })
  readonly outcome!: PlacementOutcome;

  @Field(() => AppraisalSource, { description: 'Where it comes from. 来源。' })
  @Column({ type: 'varchar' })
  readonly source!: AppraisalSource;

  @Field(() => String, { description: 'Number of the document, or identifier of the result. 文号或考核结果标识。' })
  @Column({ type: 'varchar' })
  readonly sourceReference!: string;

  /** Of a result: which version of it was applied last, so that an older one is not applied after it. */
  @Column({ type: 'int' })
  readonly sourceVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When it was recorded. 登记时间。' })
  @Column({ type: 'datetime', precision: 3 })
  readonly recordedAt!: Date;

  @Reads('source', 'sourceReference')
  @Field(() => AppraisalResult, {
    nullable: true,
    description: 'The result of the assessment that it comes from; null of a document. 所依据的考核结果（登记文件的为空）。',
  })
  result(): AppraisalResult | null {
    return this.source === AppraisalSource.ASSESSMENT ? AppraisalResult.of(this.sourceReference) : null;
  }

  @Reads('source', 'sourceVersion')
  @Field(() => Int, {
    nullable: true,
    description:
      'Which version of the result: 1 as confirmed, one more with each correction; null of a document. 所依据考核结果的版本号（登记文件的为空）。',
  })
  resultVersion(): number | null {
    return this.source === AppraisalSource.ASSESSMENT ? this.sourceVersion : null;
  }
}
