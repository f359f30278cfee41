import { Personal } from '@township-graph/shared/personal-data';
import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';
import { PartyKind } from '../power/power.enums';

/** Whom an inspection visits or a complaint is about: part of that row. */
@ObjectType({ description: 'Whom an inspection visits or a complaint is about; masked by default. 被检查（被投诉举报）对象（默认脱敏）。' })
export class ConcernedParty {
  /** The row's: what the audit trail says was read. */
  readonly id!: string;
  readonly divisionCode!: string;

  @Field(() => PartyKind, { description: 'Kind. 类别。' })
  readonly kind!: PartyKind;

  @Personal('NAME')
  @Field(() => String, { nullable: true, description: 'Name of a natural person or sole trader. 自然人、个体工商户名称（姓名）。' })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of an organisation. 单位名称。' })
  readonly organizationName!: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: 'Unified social credit code. 统一社会信用代码。' })
  readonly creditCode!: string | null;

  @Personal('ADDRESS')
  @Field(() => String, { nullable: true, description: 'Address. 地址。' })
  readonly address!: string | null;

  static of({ id, divisionCode, partyKind, partyName, partyCreditCode, partyAddress }: ConcernedPartyColumns): ConcernedParty {
    const isOrganization = partyKind === PartyKind.ORGANIZATION;
    return Object.assign(new ConcernedParty(), {
      id,
      divisionCode,
      kind: partyKind,
      name: isOrganization ? null : partyName,
      organizationName: isOrganization ? partyName : null,
      creditCode: partyCreditCode,
      address: partyAddress,
    });
  }
}

export interface ConcernedPartyColumns {
  readonly id: string;
  readonly divisionCode: string;
  readonly partyKind: PartyKind;
  readonly partyName: string;
  readonly partyCreditCode: string | null;
  readonly partyAddress: string | null;
}
