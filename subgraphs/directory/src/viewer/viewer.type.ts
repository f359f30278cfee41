import { CreditCodeScalar, DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A division the viewer may see, with all below it. 可见区划（含下级）。' })
export class ViewerDivision {
  @Field(() => DivisionCodeScalar, { description: 'Its code. 区划代码。' })
  code!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of a time-bound duty. 期限（最后一天）。' })
  until!: string | null;
}

@ObjectType('Viewer', { description: 'Who asks, as the token says. 当前访问者。' })
export class ViewerType {
  @Field(() => String, { nullable: true, description: "The token's subject; null for an anonymous reader. 用户标识，匿名为空。" })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: "The viewer's own name. 姓名。" })
  name!: string | null;

  @Field(() => CreditCodeScalar, { nullable: true, description: "Credit code of the viewer's organisation. 所在机构统一社会信用代码。" })
  organizationCode!: string | null;

  @Field(() => [ViewerDivision], { description: 'Divisions in sight today. 今日可见区划。' })
  divisions!: ViewerDivision[];

  @Field(() => [String], { description: 'Scopes of the token. 令牌权限。' })
  scopes!: string[];
}
