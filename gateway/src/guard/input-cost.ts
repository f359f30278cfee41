import { type GraphQLField, type GraphQLInputType, type GraphQLNamedType, getNamedType, isInputObjectType } from 'graphql';
import type { DeclaredCosts } from './declared-costs';
import type { ArgumentValue } from './list-size';

/** What the arguments of a field cost by their `@cost`, input fields included; what declares nothing costs nothing. */
export function inputCost(
  declared: DeclaredCosts,
  coordinates: readonly string[],
  field: GraphQLField<unknown, unknown>,
  argument: ArgumentValue,
): number {
  if (declared.weights.size === 0) return 0;
  let cost = 0;
  for (const { name, type } of field.args) {
    const own = Math.max(...coordinates.map((coordinate) => declared.weights.get(`${coordinate}(${name}:)`) ?? 0));
    if (own === 0 && !mayCost(declared, type)) continue;
    const value = argument(name);
    if (value !== undefined && value !== null) cost += own + costOfValue(declared, value, type);
  }
  return cost;
}

const typesThatCost = new WeakMap<DeclaredCosts, Map<GraphQLNamedType, boolean>>();

/** Whether a value of the type can cost anything: most cannot, and need not be looked at. */
function mayCost(declared: DeclaredCosts, input: GraphQLInputType): boolean {
  let known = typesThatCost.get(declared);
  if (!known) {
    known = new Map();
    typesThatCost.set(declared, known);
  }
  const type = getNamedType(input);
  let costs = known.get(type);
  if (costs === undefined) {
    costs = costsSomewhere(declared, type, new Set());
    known.set(type, costs);
  }
  return costs;
}

function costsSomewhere({ weights }: Pick<DeclaredCosts, 'weights'>, type: GraphQLNamedType, seen: Set<GraphQLNamedType>): boolean {
  if (weights.has(type.name)) return true;
  if (!isInputObjectType(type) || seen.has(type)) return false;
  seen.add(type);
  const fields = Object.values(type.getFields());
  return fields.some((field) => weights.has(`${type.name}.${field.name}`) || costsSomewhere({ weights }, getNamedType(field.type), seen));
}

function costOfValue(declared: DeclaredCosts, value: unknown, type: GraphQLInputType): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + costOfValue(declared, item, type), 0);
  const named = getNamedType(type);
  const own = declared.weights.get(named.name) ?? 0;
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return own;
  const fields = named.getFields();
  return Object.entries(value).reduce((sum, [name, each]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || each === undefined || each === null) return sum;
    return sum + (declared.weights.get(`${named.name}.${name}`) ?? 0) + costOfValue(declared, each, field.type);
  }, own);
}
