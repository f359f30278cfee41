import { DateScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Division } from '../division/division.stub';
import { Organization } from '../organization/organization.stub';
import type { DecisionPublication } from './publication.entity';
import { WithdrawalGround } from './publication.enums';

/** What is public of a publication that was withdrawn: that it was, and why. Nothing of whom it was about. */
@ObjectType({ description: 'That a published decision was withdrawn, and why (行政处罚法 §48②). 行政处罚决定公示撤回说明。' })
export class DecisionWithdrawal {
  @Field(() => ID, { description: 'Identifier of the publication. 公示信息标识。' })
  readonly id!: string;

  @Field(() => String, { description: 'Number of the decision. 行政处罚决定书文号。' })
  readonly documentNumber!: string;

  @Field(() => WithdrawalGround, { description: 'Ground. 撤回情形。' })
  readonly ground!: WithdrawalGround;

  @Field(() => String, { description: 'Reason, in words. 撤回理由。' })
  readonly reason!: string;

  @Field(() => DateScalar, { description: 'Day. 撤回日期。' })
  readonly withdrawnOn!: string;

  @Directive('@provides(fields: "name")')
  @Field(() => Organization, { nullable: true, description: 'In whose name it was decided. 处罚机关。' })
  readonly organ!: Organization;

  @Field(() => Division, { nullable: true, description: 'Division of the organ that handled it. 办案机关所在区划。' })
  readonly division!: Division;

  static of(publication: DecisionPublication): DecisionWithdrawal {
    const { id, documentNumber, withdrawalGround: ground, reason, withdrawnOn } = publication;
    const [organ, division] = [publication.organ(), publication.division()];
    return Object.assign(new DecisionWithdrawal(), { id, documentNumber, ground, reason, withdrawnOn, organ, division });
  }
}
