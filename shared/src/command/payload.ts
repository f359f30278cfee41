import { type ClassType, Field, ObjectType } from 'type-graphql';
import type { BilingualText } from '../errors';

/** Makes the answer of a mutation that returns one thing: `XPayload { thing }`. */
export interface PayloadClass<T> {
  of(value: T): object;
}

/** The payload type of the mutation `name`, holding the thing under `field`. */
export function payloadOf<T extends object>(
  Thing: ClassType<T>,
  field: string,
  name: string,
  { en, zh }: BilingualText,
): ClassType & PayloadClass<T> {
  @ObjectType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`, { description: `What ${name} answers. ${zh}的结果。` })
  class Payload {
    static of(value: T): Payload {
      return Object.assign(new Payload(), { [field]: value });
    }
  }
  Field(() => Thing, { description: `${en}. ${zh}。` })(Payload.prototype, field);
  return Payload;
}
