import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';

export interface GeneratedOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const DEEPEST = 4;
const TEXTS = ['p1', 'p2', 'b1', 'n1', 'n2-k1', 'new'];
const FLAGS = ['yes', 'no', 'maybe'];

/** A valid operation by chance, or null where chance has made an invalid one. With `misleading` aliases, some are names of other fields. */
export function operationBy(draw: GeneratorValue, schema: GraphQLSchema, { misleading = true } = {}): GeneratedOperation | null {
  const writer = new Writer(draw, schema, misleading);
  const operation = writer.operation();
  return validate(schema, parse(operation.text)).length === 0 ? operation : null;
}

class Writer {
  private readonly fragments: string[] = [];
  private readonly definitions = new Map<string, string>();
  private readonly variables: Record<string, unknown> = {};
  private readonly fieldNames: readonly string[];
  private aliases = 0;

  constructor(
    private readonly draw: GeneratorValue,
    private readonly schema: GraphQLSchema,
    private readonly isMisleading: boolean,
  ) {
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
    this.fieldNames = types.flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()) : []));
  }

  operation(): GeneratedOperation {
    const mutation = this.schema.getMutationType();
    const isMutation = mutation && this.chance(10);
    const selection = this.selection(isMutation ? mutation : this.schema.getQueryType()!, 0);
    const definitions = [...this.definitions].map(([name, type]) => `$${name}: ${type}`).join(' ');
    const head = `${isMutation ? 'mutation' : 'query'} Generated${definitions && `(${definitions})`}`;
    return { text: [`${head} ${selection}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const count = this.upTo(3) + 1;
    for (let made = 0; made < count; made += 1) {
      if (depth < DEEPEST && this.chance(isAbstractType(type) ? 60 : 12)) parts.push(this.fragment(type, depth));
      else parts.push(this.field(type, depth));
    }
    if (isUnionType(type) || this.chance(15)) parts.push(this.alias(20, '__typename'));
    return `{ ${parts.join(' ')} }`;
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const narrower = [...Object.values(this.schema.getTypeMap())].filter(
      (each): each is GraphQLCompositeType => isCompositeType(each) && !each.name.startsWith('__') && this.overlap(each, type),
    );
    const on = this.oneOf(narrower);
    const selection = this.selection(on, depth + 1);
    if (this.chance(30)) {
      const name = `F${this.fragments.length}`;
      this.fragments.push(`fragment ${name} on ${on.name} ${selection}`);
      return `...${name}${this.directive()}`;
    }
    return `... on ${on.name}${this.directive()} ${selection}`;
  }

  private overlap(one: GraphQLCompositeType, other: GraphQLCompositeType): boolean {
    const possible = (type: GraphQLCompositeType) => (isObjectType(type) ? [type] : this.schema.getPossibleTypes(type));
    return possible(one).some((type) => possible(other).includes(type));
  }

  private field(type: GraphQLCompositeType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => !isCompositeType(getNamedType(field.type)));
    const field = this.oneOf(depth >= DEEPEST && leaves.length > 0 ? leaves : all);
    const named = getNamedType(field.type);
    const given = this.argumentsOf(field);
    const below = isCompositeType(named) ? (depth >= DEEPEST ? ' { __typename }' : ` ${this.selection(named, depth + 1)}`) : '';
    return `${this.alias(given ? 60 : 15, field.name)}${given}${this.directive()}${below}`;
  }

  private alias(percent: number, name: string): string {
    if (!this.chance(percent)) return name;
    this.aliases += 1;
    if (this.isMisleading && this.chance(15)) return `${this.oneOf(this.fieldNames)}: ${name}`;
    return `a${this.chance(30) ? 0 : this.aliases}: ${name}`;
  }

  private argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => {
      if (!isNonNullType(argument.type) && this.chance(50)) return [];
      return [`${argument.name}: ${this.argument(argument)}`];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private argument({ type }: GraphQLArgument): string {
    const value = this.value(type);
    if (!this.chance(35)) return isEnumType(getNullableType(type)) ? String(value) : JSON.stringify(value);
    const name = `v${this.definitions.size}`;
    const hasDefault = !isNonNullType(type) && this.chance(30);
    const written = isEnumType(getNullableType(type)) ? String(value) : JSON.stringify(value);
    this.definitions.set(name, hasDefault ? `${type} = ${written}` : String(type));
    if (!hasDefault || this.chance(40)) this.variables[name] = value;
    return `$${name}`;
  }

  private value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.value(type.ofType);
    if (isListType(type)) return [this.value(type.ofType)];
    if (isEnumType(type)) return this.oneOf(type.getValues()).name;
    if (type.toString() === 'Int') return this.upTo(3);
    if (type.toString() === 'Boolean') return this.chance(50);
    return this.oneOf(TEXTS);
  }

  private directive(): string {
    if (!this.chance(8)) return '';
    const directive = this.chance(50) ? 'include' : 'skip';
    if (this.chance(20)) return ` @${directive}(if: ${this.chance(50)})`;
    const name = this.oneOf(FLAGS);
    if (!this.definitions.has(name)) {
      this.definitions.set(name, 'Boolean!');
      this.variables[name] = this.chance(50);
    }
    return ` @${directive}(if: $${name})`;
  }

  private oneOf<T>(choices: readonly T[]): T {
    return choices[this.upTo(choices.length - 1)]!;
  }

  private upTo(max: number): number {
    return this.draw(fc.nat, { max });
  }

  private chance(percent: number): boolean {
    return this.upTo(99) >= 100 - percent;
  }
}
