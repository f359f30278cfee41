import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { JsonObject } from './json-object';

/** What the supergraph says of its types, subgraphs' interface objects included. */
export class SupergraphTypes {
  private readonly known = new Map<string, boolean>();

  constructor(readonly schema: GraphQLSchema) {}

  /** Whether an object that calls itself `typename` is one of `type`. */
  is(typename: string, type: string): boolean {
    if (typename === type) return true;
    const key = `${typename} ${type}`;
    let answer = this.known.get(key);
    if (answer === undefined) {
      answer = this.isSubType(typename, type);
      // Type names come from subgraphs' answers: only those that the supergraph has are worth remembering.
      if (this.schema.getType(typename)) this.known.set(key, answer);
    }
    return answer;
  }

  /** Whether it is of one of the types, or does not say what it is: then nothing but such objects can be there. */
  mayBe({ __typename }: JsonObject, types: readonly string[]): boolean {
    return typeof __typename !== 'string' || types.some((type) => this.is(__typename, type));
  }

  /** Whether it is the name of a type that objects are of, and no interface's. */
  isObject(typename: unknown): typename is string {
    return typeof typename === 'string' && isObjectType(this.schema.getType(typename));
  }

  private isSubType(typename: string, type: string): boolean {
    const [one, other] = [this.schema.getType(typename), this.schema.getType(type)];
    return isAbstractType(other) && (isObjectType(one) || isInterfaceType(one)) && this.schema.isSubType(other, one);
  }
}
