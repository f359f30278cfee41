import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { Field, Int, ObjectType } from 'type-graphql';

export enum ServiceObject {
  NATURAL_PERSON = 'NATURAL_PERSON',
  ENTERPRISE = 'ENTERPRISE',
  PUBLIC_INSTITUTION = 'PUBLIC_INSTITUTION',
  SOCIAL_ORGANIZATION = 'SOCIAL_ORGANIZATION',
  ADMINISTRATIVE_ORGAN = 'ADMINISTRATIVE_ORGAN',
  OTHER = 'OTHER',
}

export const SERVICE_OBJECT_WORDS: Words<ServiceObject> = {
  NATURAL_PERSON: { en: '1 Natural person', zh: '自然人' },
  ENTERPRISE: { en: '2 Enterprise', zh: '企业法人' },
  PUBLIC_INSTITUTION: { en: '3 Public institution', zh: '事业法人' },
  SOCIAL_ORGANIZATION: { en: '4 Social organisation', zh: '社会组织法人' },
  ADMINISTRATIVE_ORGAN: { en: '5 Administrative organ', zh: '行政机关' },
  OTHER: { en: '6 Other organisation', zh: '其他组织' },
};

describeEnum(ServiceObject, 'ServiceObject', { en: 'Whom a matter serves (GB/T 39046-2020)', zh: '服务对象' }, SERVICE_OBJECT_WORDS);

export enum Channel {
  WINDOW = 'WINDOW',
  COMPUTER = 'COMPUTER',
  MOBILE = 'MOBILE',
  COURIER = 'COURIER',
  KIOSK = 'KIOSK',
  OTHER = 'OTHER',
}

export const CHANNEL_WORDS: Words<Channel> = {
  WINDOW: { en: '1 Service window', zh: '窗口办理' },
  COMPUTER: { en: '2 Web', zh: '电脑端办理' },
  MOBILE: { en: '3 Mobile', zh: '移动端办理' },
  COURIER: { en: '4 Courier', zh: '快递申请' },
  KIOSK: { en: 'Kiosk (9 Other in the standard)', zh: '自助终端办理' },
  OTHER: { en: '9 Other', zh: '其他' },
};

describeEnum(Channel, 'Channel', { en: 'How a matter can be applied for', zh: '办理形式' }, CHANNEL_WORDS);

@ObjectType({ description: 'An article of law that a matter rests on. 设定依据。' })
export class LegalBasis {
  @Field(() => String, { description: 'The law or document. 依据名称。' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Article and paragraph. 条款。' })
  readonly article!: string | null;

  @Field(() => String, { nullable: true, description: 'The wording, where it is stored. 条文内容。' })
  readonly text!: string | null;

  @Field(() => Boolean, {
    description: 'Whether somebody read it in the text of the law, as of April 2025. 是否已核对原文（截至2025年4月）。',
  })
  readonly verified!: boolean;
}

@ObjectType({ description: 'One step on the way to the result. 办理环节。' })
export class HandlingStep {
  @Field(() => String, { description: 'Name. 环节名称。' })
  readonly name!: string;

  @Field(() => String, { description: 'What is done. 环节内容。' })
  readonly content!: string;
}

@ObjectType({ description: 'A document that the applicant hands in. 申请材料。' })
export class Material {
  @Field(() => String, { description: 'Name. 材料名称。' })
  readonly name!: string;

  @Field(() => Int, { description: 'Originals. 原件份数。' })
  readonly originals!: number;

  @Field(() => Int, { description: 'Copies. 复印件份数。' })
  readonly copies!: number;

  @Field(() => Boolean, { description: 'Whether it is always needed. 是否必备。' })
  readonly required!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the organ gets it by sharing and may not ask for it. 是否可通过数据共享获得（不得要求申请人提供）。',
  })
  readonly shared!: boolean;
}

@ObjectType({ description: 'What it costs. 收费情况。' })
export class Fee {
  @Field(() => Boolean, { description: 'Whether a fee is charged. 是否收费。' })
  readonly charged!: boolean;

  @Field(() => String, { nullable: true, description: 'Standard of the fee. 收费标准。' })
  readonly standard!: string | null;

  @Field(() => String, { nullable: true, description: 'Legal basis of the fee. 收费依据。' })
  readonly basis!: string | null;
}
