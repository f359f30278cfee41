import { Personal } from '@township-graph/shared/personal-data';
import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { PartyKind } from '../power/power.enums';

/** The party's half of a case's row. Personal data, in clear only for a stated purpose. */
@ObjectType({ description: 'Whom a case is about, masked by default. 当事人（默认脱敏）。' })
export class CaseParty {
  /** The case's: what the audit trail says was read. */
  readonly id!: string;
  readonly divisionCode!: string;

  @Field(() => PartyKind, { description: 'Kind. 当事人类别。' })
  readonly kind!: PartyKind;

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Name of a natural person or sole trader. 自然人、个体工商户经营者姓名（字号）。' })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of an organisation. 单位名称。' })
  readonly organizationName!: string | null;

  @Personal('CITIZEN_ID')
  @Field(() => String, { nullable: true, description: 'Identity number (GB 11643). 公民身份号码。' })
  readonly idNumber!: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Unified social credit code. 统一社会信用代码。' })
  readonly creditCode!: string | null;

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Legal representative, or who is responsible. 法定代表人（负责人）。' })
  readonly representative!: string | null;

  @Personal('PHONE')
  @Field(() => String, { nullable: true, description: 'Telephone. 联系电话。' })
  readonly phone!: string | null;

  @Personal('ADDRESS')
  @Field(() => String, { nullable: true, description: 'Address. 住址（住所）。' })
  readonly address!: string | null;
}
