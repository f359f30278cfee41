import { type GraphQLField, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
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
    const value = argument(name);
    if (value === undefined || value === null) continue;
    const own = coordinates.map((coordinate) => declared.weights.get(`${coordinate}(${name}:)`) ?? 0);
    cost += Math.max(...own) + costOfValue(declared, value, type);
  }
  return cost;
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
