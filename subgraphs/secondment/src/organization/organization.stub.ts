import { CreditCodeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** The directory's organisation, as we see it: a credit code, and the name that the published list itself carries. */
@ObjectType({ description: 'Organisation: government, department, office, station, institution or village committee. 机构。' })
@Directive('@key(fields: "creditCode")')
export class Organization {
  @Field(() => CreditCodeScalar, {
    nullable: true,
    description: 'Unified social credit code; null for what is no legal person, such as an office. 统一社会信用代码，内设机构等为空。',
  })
  readonly creditCode!: string | null;

  /** The directory's field; where a field of ours provides it, the gateway need not ask the directory. */
  @Directive('@external')
  @Field(() => String, { nullable: true, description: 'Official full name. 机构全称。' })
  readonly name?: string | null;

  static of(creditCode: string, name?: string): Organization {
    return Object.assign(new Organization(), { creditCode, name });
  }
}
