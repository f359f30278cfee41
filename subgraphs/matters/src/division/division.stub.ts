import { DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** The directory's division, as we see it: a code. */
@ObjectType({ description: 'Administrative division. 行政区划。' })
@Directive('@key(fields: "code")')
export class Division {
  @Field(() => DivisionCodeScalar, { description: 'Division code. 区划代码。' })
  readonly code!: string;

  static of(code: string): Division {
    return Object.assign(new Division(), { code });
  }
}
