import type { IntrospectionNamedTypeRef, IntrospectionQuery, IntrospectionType, IntrospectionTypeRef } from 'graphql';

/** What to draw: the types within so many steps of one type. */
export interface View {
  readonly root: string;
  readonly steps: number;
}

/** Steps without end: all that can be reached. */
export const ALL_STEPS = Number.POSITIVE_INFINITY;

/** A schema up to this size is drawn whole. A larger one could not be read, and one of some hundreds takes minutes to lay out. */
const WHOLE_UP_TO = 15;

/** Connections, their edges and pages stand between two types; going through them is no step of its own. */
const isPlumbing = (name: string): boolean => /(Connection|Edge)$|^PageInfo$/.test(name);

const isIntrospection = (name: string): boolean => name.startsWith('__');

/** The names to start from: the operations first, then the types by name. */
export function rootNames({ __schema: schema }: IntrospectionQuery): string[] {
  const operations = [schema.queryType.name, schema.mutationType?.name].filter((name) => name !== undefined);
  const types = schema.types
    .filter(({ kind, name }) => (kind === 'OBJECT' || kind === 'INTERFACE') && !isPlumbing(name) && !isIntrospection(name))
    .map(({ name }) => name)
    .filter((name) => !operations.includes(name))
    .sort();
  return [...operations, ...types];
}

/** The whole of a small schema; of a large one the surroundings of the type that most others point at. */
export function firstView(introspection: IntrospectionQuery): View {
  const names = rootNames(introspection);
  const whole = { root: introspection.__schema.queryType.name, steps: ALL_STEPS };
  if (names.length <= WHOLE_UP_TO) return whole;
  const pointers = new Map<string, number>();
  for (const type of introspection.__schema.types) {
    if (isIntrospection(type.name) || isPlumbing(type.name)) continue;
    for (const name of new Set(linksOf(type))) pointers.set(name, (pointers.get(name) ?? 0) + 1);
  }
  const root = [...names].sort((a, b) => (pointers.get(b) ?? 0) - (pointers.get(a) ?? 0)).at(0);
  return root ? { root, steps: 1 } : whole;
}

/** The part of a schema that a view shows, as a schema of its own whose query type is the view's root. */
export function neighbourhood({ __schema: schema }: IntrospectionQuery, { root, steps }: View): IntrospectionQuery {
  const types = new Map(schema.types.map((type) => [type.name, type]));
  const kept = withoutEmpty(types, within(types, root, steps), root);
  return {
    __schema: {
      ...schema,
      queryType: { kind: 'OBJECT', name: root },
      mutationType: null,
      subscriptionType: null,
      types: schema.types.flatMap((type) => (!isComposite(type) ? [type] : kept.has(type.name) ? [trim(type, types, kept)] : [])),
    },
  };
}

/** How many types a view shows, not counting what stands between them. */
export function typeCount({ __schema: schema }: IntrospectionQuery): number {
  return schema.types.filter((type) => isComposite(type) && !isPlumbing(type.name)).length;
}

/** All types at most `steps` away from the root. */
function within(types: ReadonlyMap<string, IntrospectionType>, root: string, steps: number): Set<string> {
  const distances = new Map([[root, 0]]);
  const waiting = [root];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const type = types.get(name);
    for (const link of type ? linksOf(type) : []) {
      const distance = (distances.get(name) ?? 0) + (isPlumbing(link) ? 0 : 1);
      if (distance > steps || distance >= (distances.get(link) ?? ALL_STEPS)) continue;
      distances.set(link, distance);
      waiting.push(link);
    }
  }
  return new Set(distances.keys());
}

/** A type that lost all its fields, such as a connection of what is too far away, has to go as well; and so on. */
function withoutEmpty(types: ReadonlyMap<string, IntrospectionType>, reached: Set<string>, root: string): Set<string> {
  const kept = new Set(reached);
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const name of kept) {
      const type = types.get(name);
      if (name !== root && type && isHollow(trim(type, types, kept))) kept.delete(name);
    }
  }
  return kept;
}

/** Without fields; or a connection that has lost what it connects. */
function isHollow(type: IntrospectionType): boolean {
  if (type.kind === 'UNION') return type.possibleTypes.length === 0;
  if (type.kind !== 'OBJECT' && type.kind !== 'INTERFACE') return false;
  return type.fields.length === 0 || (/(Connection|Edge)$/.test(type.name) && linksOf(type).every((name) => name === 'PageInfo'));
}

/** The type with only those links that lead to a kept type. */
function trim(type: IntrospectionType, types: ReadonlyMap<string, IntrospectionType>, kept: ReadonlySet<string>): IntrospectionType {
  const stays = (name: string): boolean => kept.has(name) || !isComposite(types.get(name));
  switch (type.kind) {
    case 'UNION':
      return { ...type, possibleTypes: type.possibleTypes.filter(({ name }) => kept.has(name)) };
    case 'OBJECT':
      return {
        ...type,
        fields: type.fields.filter((field) => stays(namedType(field.type))),
        interfaces: type.interfaces.filter(({ name }) => kept.has(name)),
      };
    case 'INTERFACE':
      return {
        ...type,
        fields: type.fields.filter((field) => stays(namedType(field.type))),
        interfaces: type.interfaces.filter(({ name }) => kept.has(name)),
        possibleTypes: type.possibleTypes.filter(({ name }) => kept.has(name)),
      };
    default:
      return type;
  }
}

/** The types that a type leads to. */
function linksOf(type: IntrospectionType): string[] {
  const possible = type.kind === 'UNION' || type.kind === 'INTERFACE' ? type.possibleTypes.map(({ name }) => name) : [];
  const fields = type.kind === 'OBJECT' || type.kind === 'INTERFACE' ? type.fields : [];
  return [...fields.flatMap((field) => compositeName(field.type)), ...possible];
}

/** The name of a composite type; nothing for scalars and enums. */
function compositeName(reference: IntrospectionTypeRef): string[] {
  const { kind, name } = unwrapped(reference);
  return ['OBJECT', 'INTERFACE', 'UNION'].includes(kind) ? [name] : [];
}

function namedType(reference: IntrospectionTypeRef): string {
  return unwrapped(reference).name;
}

/** X of `[X!]!`. */
function unwrapped(reference: IntrospectionTypeRef): IntrospectionNamedTypeRef {
  return reference.kind === 'LIST' || reference.kind === 'NON_NULL' ? unwrapped(reference.ofType) : reference;
}

function isComposite(type: IntrospectionType | undefined): boolean {
  return type !== undefined && ['OBJECT', 'INTERFACE', 'UNION'].includes(type.kind) && !isIntrospection(type.name);
}
