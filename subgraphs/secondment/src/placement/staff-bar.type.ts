import { describeEnum } from '@township-graph/shared/described-enum';
import { DateScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';

export enum BarKind {
  SELECTION = 'SELECTION',
  MERIT = 'MERIT',
  PROMOTION = 'PROMOTION',
}

describeEnum(
  BarKind,
  'StaffBarKind',
  { en: 'What somebody is left out of for a time', zh: '限制事项' },
  {
    SELECTION: { en: 'Selection, and recruitment for special posts', zh: '选派和特殊岗位招聘' },
    MERIT: { en: 'When merit is judged: no year is excellent', zh: '评优（年度考核不得评为优秀）' },
    PROMOTION: { en: 'Promotion in rank, and to leading posts where the county rules so', zh: '职级晋升（按县规定含提拔领导职务）' },
  },
);

@ObjectType({ description: 'What somebody is left out of for a time. 限制期。' })
export class StaffBar {
  readonly staffMemberId!: string;

  @Field(() => BarKind, { description: 'Of what. 限制事项。' })
  readonly kind!: BarKind;

  @Field(() => DateScalar, { description: 'Last day. 截止日期。' })
  readonly until!: string;

  @Field(() => String, { description: 'Why. 依据。' })
  readonly basis!: string;

  static of(staffMemberId: string, kind: BarKind, until: string, basis: string): StaffBar {
    return Object.assign(new StaffBar(), { staffMemberId, kind, until, basis });
  }
}
