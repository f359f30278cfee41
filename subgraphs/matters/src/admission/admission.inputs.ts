import { connectionOf, PageArgs } from '@township-graph/shared/connection';
import { describeEnum } from '@township-graph/shared/described-enum';
import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { ArgsType, Field, InputType } from 'type-graphql';
import { AdmissionKind, AdmissionState } from './admission.enums';
import { AdmissionRequest } from './admission-request.entity';

export const AdmissionConnection = connectionOf(AdmissionRequest, 'AdmissionRequest', '职责准入申请');

export enum AdmissionOrder {
  NEWEST = 'NEWEST',
  NAME = 'NAME',
}

describeEnum(
  AdmissionOrder,
  'AdmissionOrder',
  { en: 'Order of requests for admission', zh: '准入申请排序' },
  { NEWEST: { en: 'Latest first', zh: '按提出时间倒序' }, NAME: { en: 'By name of the duty', zh: '按职责名称' } },
);

@InputType({ description: 'Which requests; all conditions apply together. 准入申请筛选条件（同时满足）。' })
export class AdmissionFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description:
      'Of a county: made in this division or below it; of a township or village: that name it or one below it. 县级及以上为其提出的，乡镇、村为涉及其的。',
  })
  divisionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Admitted somewhere on this day. 该日有效。' })
  inForceOn?: string | null;

  @Field(() => [AdmissionState], { nullable: true, description: 'In one of these states. 状态（任一）。' })
  state?: AdmissionState[] | null;

  @Field(() => [AdmissionKind], { nullable: true, description: 'Of one of these kinds. 准入类别（任一）。' })
  kind?: AdmissionKind[] | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Of this department. 申请部门。' })
  department?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this catalogue item. 基本编码。' })
  basicCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Text that the name contains. 名称包含的文字。' })
  search?: string | null;
}

@ArgsType()
export class AdmissionListArgs extends PageArgs {
  @Field(() => AdmissionFilter, { nullable: true, description: 'Which requests. 筛选条件。' })
  filter?: AdmissionFilter | null;

  @Field(() => AdmissionOrder, { defaultValue: AdmissionOrder.NEWEST, description: 'In which order. 排序。' })
  orderBy!: AdmissionOrder;
}
