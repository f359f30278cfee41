import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
} from 'graphql';
import type { AskedProperties } from './asked-properties';
import { type Asked, Shown } from './loader';
import { andThen, type PromiseOrValue } from './promise-or-value';

/** Answers a reference `{ __typename, …key }` that the gateway sends, through the request's loaders. */
export type ReferenceResolver<C> = (
  reference: Record<string, string>,
  context: C,
) => Promise<object | null> | Shown<object> | object | null;

/** By the name of the entity's type. */
export type References<C> = Readonly<Record<string, ReferenceResolver<C>>>;

/** What identifies an entity; read by whoever answers for its type. */
const ANY = new GraphQLScalarType({ name: '_Any' });

const SERVICE = new GraphQLObjectType({ name: '_Service', fields: { sdl: { type: GraphQLString } } });

/**
 * The schema with what a gateway asks of every subgraph: its SDL, and entities by their references. Made of the schema itself: to
 * read it back from the SDL, as @apollo/subgraph does, takes as long as all else of a start.
 */
export function federatedSchema<C>(
  plain: GraphQLSchema,
  sdl: () => string,
  references: References<C>,
  asked: AskedProperties,
): GraphQLSchema {
  const { query, types, ...config } = plain.toConfig();
  const entities = new GraphQLUnionType({
    name: '_Entity',
    types: Object.keys(references).map((name) => entityType(plain, name)),
    resolveType: (entity) => entity.__typename,
  });
  const { fields, ...root } = query!.toConfig();
  const federated = new GraphQLObjectType({
    ...root,
    fields: {
      ...fields,
      _service: { type: new GraphQLNonNull(SERVICE), resolve: () => ({ sdl: sdl() }) },
      _entities: {
        type: new GraphQLNonNull(new GraphQLList(entities)),
        args: { representations: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(ANY))) } },
        resolve: (_source, { representations }, context: C, info) =>
          (representations as Reference[]).map((each) => entityOf(references, each, context, (type) => asked.ofEntity(type, info))),
      },
    },
  });
  return new GraphQLSchema({ ...config, query: federated, types: types.filter((type) => type !== query), assumeValid: true });
}

type Reference = Record<string, string> & { readonly __typename: string };

/** Each for itself: one that fails is null with its error, and the others are answered. */
function entityOf<C>(
  references: References<C>,
  reference: Reference,
  context: C,
  askedOf: (type: string) => Asked,
): PromiseOrValue<object | null> {
  const { __typename } = reference;
  try {
    if (!Object.hasOwn(references, __typename)) throw new Error(`the type ${__typename} has no references here`);
    const answer = references[__typename]!(reference, context);
    return andThen(answer instanceof Shown ? answer.read(askedOf(__typename)) : answer, (entity) => named(entity, __typename));
  } catch (error) {
    return Promise.reject(error);
  }
}

/** With its type's name, not seen by whoever lists its properties. What has a class learns it there, once. */
function named(entity: object | null, name: string): object | null {
  if (!entity) return null;
  const prototype: object = Object.getPrototypeOf(entity);
  if (prototype === Object.prototype) {
    if (!('__typename' in entity)) Object.defineProperty(entity, '__typename', { value: name });
  } else if (!Object.hasOwn(prototype, '__typename')) Object.defineProperty(prototype, '__typename', { value: name });
  return entity;
}

function entityType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`there are references to ${name}, which is no type of this subgraph`);
  return type;
}
