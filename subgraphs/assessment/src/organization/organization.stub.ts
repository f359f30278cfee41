import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** The directory's organisation, as we see it: a credit code. */
@ObjectType({ description: 'Organisation: government, department, office, station, institution or village committee. 机构。' })
@Directive('@key(fields: "creditCode")')
export class Organization {
  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Unified social credit code; null for what is no legal person, such as an office. 统一社会信用代码，内设机构等为空。',
  })
  readonly creditCode!: string | null;

  static of(creditCode: string): Organization {
    return Object.assign(new Organization(), { creditCode });
  }
}
