import { type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';
import { type ClassType, getMetadataStorage } from 'type-graphql';
import { lazily } from './lazily';

type Metadata = ReturnType<typeof getMetadataStorage>;
type Handler = Metadata['queries'][number] | Metadata['fieldResolvers'][number];
type Parameter = NonNullable<Handler['params']>[number];
type InputClass = Metadata['inputTypes'][number];

// biome-ignore lint/suspicious/noExplicitAny: of whatever source and context
type Resolver = GraphQLFieldResolver<any, any>;
type Arguments = Readonly<Record<string, unknown>>;
type Methods = Record<string, (...values: unknown[]) => unknown>;

/** What a resolver's parameter gets. */
type Reader = (root: unknown, args: Arguments, context: unknown, info: GraphQLResolveInfo) => unknown;

/** What an argument's value becomes: the same, or instances of input classes. */
type Conversion = (value: unknown) => unknown;

/** Has every object type know its class: several subgraphs of one process have types of the same name. Before a schema is built. */
export function nameClasses(): void {
  for (const type of getMetadataStorage().objectTypes) type.extensions = { ...type.extensions, class: type.target };
}

/**
 * Has the methods of resolvers called with the very values that type-graphql would give them. It finds out anew for each call what
 * each parameter is, looks through all input types of the process for each field of an input, and awaits a validation that we
 * do not use. What is not plain here stays as it is.
 */
export function callDirectly(schema: GraphQLSchema, instances: ReadonlyMap<ClassType, object>): void {
  const { queries, mutations, objectTypes, fieldResolvers } = getMetadataStorage();
  const inputs = new InputConversions(getMetadataStorage());
  const replace = (type: GraphQLObjectType, name: string, handler: Handler, instance: object | null) => {
    const field = type.getFields()[name];
    if (field?.resolve) field.resolve = direct(handler, instance, inputs, field.resolve) ?? field.resolve;
  };
  for (const [root, handlers] of [
    [schema.getQueryType(), queries],
    [schema.getMutationType(), mutations],
  ] as const) {
    for (const handler of handlers) {
      const instance = instances.get(handler.target as ClassType);
      if (root && instance) replace(root, handler.schemaName, handler, instance);
    }
  }
  const resolvers = new Map<unknown, Map<string, Handler>>();
  for (const resolver of fieldResolvers) {
    if (resolver.kind === 'external' && !instances.has(resolver.target as ClassType)) continue;
    const type = resolver.getObjectType!();
    const methods = resolvers.get(type) ?? new Map<string, Handler>();
    // The first of several, as type-graphql has it.
    if (!methods.has(resolver.methodName)) methods.set(resolver.methodName, resolver);
    resolvers.set(type, methods);
  }
  for (const { name, target, fields } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type) || type.extensions.class !== target) continue;
    for (const field of fields ?? []) {
      const resolver = resolvers.get(target)?.get(field.name);
      if (resolver) replace(type, field.schemaName, resolver, instances.get(resolver.target as ClassType) ?? null);
    }
  }
}

/** Null for a handler that has more to it than its parameters. Without an instance, the method is the row's own. */
function direct(
  { methodName, params = [], middlewares, roles }: Handler,
  instance: object | null,
  inputs: InputConversions,
  byTypeGraphql: Resolver,
): Resolver | null {
  if (middlewares?.length || roles) return null;
  const readers: Reader[] = [];
  let rowClass: ClassType | null = null;
  for (const parameter of [...params].sort((a, b) => a.index - b.index)) {
    const reader = readerOf(parameter, inputs);
    if (!reader) return null;
    readers.push(reader);
    if (parameter.kind === 'root' && parameter.getType) rowClass = parameter.getType() as ClassType;
  }
  return (root, args, context, info) => {
    // What is no instance of the class is made one.
    if (rowClass && !(root instanceof rowClass)) return byTypeGraphql(root, args, context, info);
    const owner = (instance ?? root) as Methods;
    const method = owner[methodName];
    if (typeof method !== 'function') return byTypeGraphql(root, args, context, info);
    const values = new Array<unknown>(readers.length);
    for (let index = 0; index < readers.length; index += 1) values[index] = readers[index]!(root, args, context, info);
    return method.apply(owner, values);
  };
}

function readerOf(parameter: Parameter, inputs: InputConversions): Reader | null {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName ? null : (root) => root;
    case 'context':
      return parameter.propertyName ? null : (_root, _args, context) => context;
    case 'info':
      return (_root, _args, _context, info) => info;
    case 'arg': {
      const { name } = parameter;
      const convert = inputs.of(parameter.getType());
      return isValidated(parameter) ? null : (_root, args) => convert(args[name]);
    }
    case 'args': {
      const convert = inputs.ofArguments(parameter.getType() as ClassType);
      return isValidated(parameter) ? null : (_root, args) => convert(args);
    }
    default:
      return null;
  }
}

const isValidated = ({ validateSettings, validateFn }: { validateSettings?: unknown; validateFn?: unknown }) =>
  validateSettings !== undefined || validateFn !== undefined;

/** How values become instances of their classes: found out once for each class. */
class InputConversions {
  private readonly inputs: ReadonlyMap<unknown, InputClass>;
  private readonly args: ReadonlyMap<unknown, InputClass>;
  private readonly known = new Map<unknown, Conversion>();

  constructor({ inputTypes, argumentTypes }: Metadata) {
    this.inputs = new Map(inputTypes.map((type) => [type.target, type]));
    this.args = new Map(argumentTypes.map((type) => [type.target, type]));
  }

  /** Of scalars and enums nothing is made. */
  of(type: unknown): Conversion {
    const input = this.inputs.get(type);
    const convert = input ? this.instancesOf(input) : null;
    const each: Conversion = (value) => {
      if (value === null || value === undefined) return value;
      if (Array.isArray(value)) return value.map(each);
      return convert ? convert(value) : value;
    };
    return each;
  }

  ofArguments(type: ClassType): Conversion {
    return this.made(type, this.args, this.args.get(type)!);
  }

  private instancesOf(input: InputClass): Conversion {
    let convert = this.known.get(input);
    if (!convert) {
      // An input may hold others of its own kind.
      const made = lazily(() => this.made(input.target as ClassType, this.inputs, input));
      convert = (value) => made()(value);
      this.known.set(input, convert);
    }
    return convert;
  }

  private made(Class: ClassType, classes: ReadonlyMap<unknown, InputClass>, own: InputClass): Conversion {
    const fields = new Map<string, Conversion>();
    for (let type: InputClass | undefined = own, parent = Class; ; type = classes.get(parent)) {
      for (const { name, getType } of type?.fields ?? []) if (!fields.has(name)) fields.set(name, this.of(getType()));
      parent = Object.getPrototypeOf(parent) as ClassType;
      if (parent.prototype === undefined) break;
    }
    const all = [...fields];
    return (value) => {
      const given = value as Arguments;
      const instance = new Class() as Record<string, unknown>;
      for (const [name, convert] of all) if (given[name] !== undefined) instance[name] = convert(given[name]);
      return instance;
    };
  }
}
