import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { CivilServantGrade, InstitutionGrade } from '@township-graph/shared/staff-grade';
import { Field, ObjectType } from 'type-graphql';

export enum OrganizationGrade {
  EXCELLENT = 'EXCELLENT',
  GOOD = 'GOOD',
  ORDINARY = 'ORDINARY',
  POOR = 'POOR',
}

const ORGANIZATION_WORDS: Words<OrganizationGrade> = {
  EXCELLENT: { en: 'Excellent', zh: '优秀' },
  GOOD: { en: 'Good', zh: '良好' },
  ORDINARY: { en: 'Ordinary', zh: '一般' },
  POOR: { en: 'Poor', zh: '较差' },
};

describeEnum(
  OrganizationGrade,
  'OrganizationGrade',
  { en: 'Grade of a division or an organisation', zh: '单位考核等次' },
  ORGANIZATION_WORDS,
);

export enum GradeScale {
  CIVIL_SERVANT = 'CIVIL_SERVANT',
  INSTITUTION = 'INSTITUTION',
  ORGANIZATION = 'ORGANIZATION',
}

describeEnum(
  GradeScale,
  'GradeScale',
  { en: 'Whose grades are given', zh: '等次类别' },
  {
    CIVIL_SERVANT: { en: 'Of civil servants', zh: '公务员等次' },
    INSTITUTION: { en: 'Of staff of public institutions', zh: '事业单位工作人员档次' },
    ORGANIZATION: { en: 'Of divisions and organisations', zh: '单位等次' },
  },
);

/** From the best, 1, to the worst, 4; each scale has its words for them. */
export type Level = 1 | 2 | 3 | 4;

const SCALES = {
  CIVIL_SERVANT: Object.values(CivilServantGrade),
  INSTITUTION: Object.values(InstitutionGrade),
  ORGANIZATION: Object.values(OrganizationGrade),
} as const;

export const gradeOf = (scale: GradeScale, level: Level): string => SCALES[scale][level - 1]!;

/** A grade in the words of its scale: those of civil servants and of institutions are not the same. */
@ObjectType({ description: 'A grade, in the enum of its scale; the other two are null. 等次（按适用类别，其余为空）。' })
export class AppraisalGrade {
  @Field(() => GradeScale, { description: 'Whose grades. 等次类别。' })
  readonly scale!: GradeScale;

  @Field(() => CivilServantGrade, { nullable: true, description: 'Of a civil servant. 公务员等次。' })
  readonly civilServant!: CivilServantGrade | null;

  @Field(() => InstitutionGrade, { nullable: true, description: 'Of staff of a public institution. 事业单位工作人员档次。' })
  readonly institution!: InstitutionGrade | null;

  @Field(() => OrganizationGrade, { nullable: true, description: 'Of a division or organisation. 单位等次。' })
  readonly organization!: OrganizationGrade | null;

  static of(scale: GradeScale, level: Level): AppraisalGrade {
    const grade = gradeOf(scale, level);
    return Object.assign(new AppraisalGrade(), {
      scale,
      civilServant: scale === GradeScale.CIVIL_SERVANT ? grade : null,
      institution: scale === GradeScale.INSTITUTION ? grade : null,
      organization: scale === GradeScale.ORGANIZATION ? grade : null,
    });
  }
}
