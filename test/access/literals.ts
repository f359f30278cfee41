import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql';
import type { Values } from './values';

/** Fields of an input object, written. */
type Written = Readonly<Record<string, string>>;

/** Writes arguments from their types, so that an argument is asked with from the day it is there. `about` is the type that it looks for. */
export class Literals {
  private readonly known = new Map<string, string[]>();
  private readonly widest = new Map<string, Written>();

  constructor(private readonly values: Values) {}

  /** Every value worth asking with. */
  of({ name, type }: GraphQLArgument | GraphQLInputField, about: string): string[] {
    const key = `${name}: ${type} of ${about}`;
    const known = this.known.get(key) ?? this.ofType(type, name, about);
    this.known.set(key, known);
    return known;
  }

  /** The likeliest to meet a hidden row; of a filter, one for each of its fields. Enough where the same was asked in full elsewhere. */
  oneOfEach(argument: GraphQLArgument, about: string): string[] {
    const input = getNullableType(argument.type);
    // Of days two: on the first of them there may be nothing, for it is a day of rest.
    if (!isInputObjectType(input)) return this.of(argument, about).slice(0, getNamedType(argument.type).name === 'Date' ? 2 : 1);
    const widest = this.widestOf(input, about);
    return ['{}', ...this.fieldsOf(input, about).map(([name, [value]]) => literalOf({ ...widest, [name]: value! }))];
  }

  /** The arguments that a field needs, the widest filter among them, and a page of so many rows. */
  needed(args: readonly GraphQLArgument[], about: string, first: number): Written {
    const given: Record<string, string> = {};
    for (const argument of args) {
      const type = getNullableType(argument.type);
      if (argument.name === 'first') given.first = String(first);
      else if (isInputObjectType(type)) given[argument.name] = literalOf(this.widestOf(type, about));
      else if (isRequiredArgument(argument)) given[argument.name] = this.of(argument, about)[0]!;
    }
    return given;
  }

  private ofType(given: GraphQLInputType, name: string, about: string): string[] {
    const type = getNullableType(given);
    if (isListType(type)) {
      const items = this.ofType(type.ofType, name, about);
      const each = items.map((item) => listOf([item]));
      // What must be given is a choice of several, or of none; what may be left out is a condition.
      return isNonNullType(given) ? [listOf(items.slice(0, 3)), ...each, listOf([])] : each;
    }
    if (isEnumType(type)) return this.wordsOf(type, name, about);
    if (isInputObjectType(type)) return this.ofInput(type, about);
    return this.values.ofScalar(type.name, name, about).map((value) => JSON.stringify(value));
  }

  /** The words that rows have; where it is no column of theirs, every word. */
  private wordsOf(type: GraphQLEnumType, name: string, about: string): string[] {
    const known = this.values.words(name, about);
    return known.length > 0 ? known : allOf(type);
  }

  /** Each field with each of its values on top of the widest filter; those of the widest also alone, when the others are left out. */
  private ofInput(type: GraphQLInputObjectType, about: string): string[] {
    const widest = this.widestOf(type, about);
    const fields = this.fieldsOf(type, about);
    const each = fields.flatMap(([name, values]) => values.map((value) => ({ ...widest, [name]: value })));
    const alone = fields.filter(([name]) => name in widest).map(([name, [value]]) => ({ [name]: value! }));
    return ['{}', ...[widest, ...alone, ...each].map(literalOf)];
  }

  private fieldsOf(type: GraphQLInputObjectType, about: string): [name: string, values: string[]][] {
    return Object.values(type.getFields()).map((field) => [field.name, this.of(field, this.subjectOf(type, about))]);
  }

  /** The fields of a filter that leaves out nothing it could let in: what is in draft or has ended is there only when it is named. */
  private widestOf(type: GraphQLInputObjectType, about: string): Written {
    const key = `${type} of ${about}`;
    const known =
      this.widest.get(key) ??
      Object.fromEntries(Object.values(type.getFields()).flatMap((field) => this.wide(field, this.subjectOf(type, about))));
    this.widest.set(key, known);
    return known;
  }

  private wide({ name, type: given }: GraphQLInputField, about: string): [string, string][] {
    const type = getNullableType(given);
    if (!isListType(type)) return name.startsWith('include') ? [[name, 'true']] : [];
    const item = getNullableType(type.ofType);
    return isEnumType(item) ? [[name, listOf(this.wordsOf(item, name, about))]] : [];
  }

  /** A filter may be of other rows than those that are given: a MatterFilter is of matters, also for their statistics. */
  private subjectOf({ name }: GraphQLInputObjectType, about: string): string {
    const subject = name.replace(/Filter$/, '');
    return this.values.isTable(subject) ? subject : about;
  }
}

const allOf = (type: GraphQLEnumType) => type.getValues().map(({ name }) => name);
const listOf = (items: readonly string[]) => `[${items.join(', ')}]`;
const literalOf = (fields: Written) =>
  `{${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')}}`;
