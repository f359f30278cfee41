import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** The directory's division, as we see it: a code. */
@ObjectType({ description: 'Administrative division: province, prefecture, county, township or village. 行政区划。' })
@Directive('@key(fields: "code")')
export class Division {
  @Field(() => DivisionCodeScalar, {
    description: 'Code of 6, 9 or 12 digits; unique, never reused after abolition (MCA Order 79 §6). 区划代码，撤销后不再使用。',
  })
  readonly code!: string;

  static of(code: string): Division {
    return Object.assign(new Division(), { code });
  }
}
