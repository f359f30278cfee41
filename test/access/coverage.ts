import { type FieldNode, type GraphQLObjectType, type GraphQLSchema, isObjectType, Kind, parse, type SelectionSetNode } from 'graphql';
import { fieldsOf, objectOf } from './graph-fields';

/** Which fields have answered with something, as `Type.field`. */
export class Coverage {
  private readonly reached = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {}

  note(text: string, data: unknown): void {
    for (const definition of parse(text).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      this.noteFields(definition.selectionSet, this.schema.getRootType(definition.operation)!, data);
    }
  }

  /** The fields that have not. */
  missing(): string[] {
    const types = Object.values(this.schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
    const all = types.flatMap((type) => fieldsOf(type as GraphQLObjectType).map((field) => `${type.name}.${field.name}`));
    return all.filter((coordinate) => !this.reached.has(coordinate));
  }

  private noteFields(set: SelectionSetNode, type: GraphQLObjectType, value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.noteFields(set, type, item);
    else if (value !== null && typeof value === 'object')
      for (const selection of set.selections)
        if (selection.kind === Kind.FIELD) this.noteField(selection, type, value as Record<string, unknown>);
  }

  private noteField({ name, alias, selectionSet }: FieldNode, type: GraphQLObjectType, parent: Record<string, unknown>): void {
    const value = parent[alias?.value ?? name.value];
    const field = type.getFields()[name.value];
    if (!field || value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return;
    this.reached.add(`${type.name}.${name.value}`);
    const below = objectOf(field);
    if (below && selectionSet) this.noteFields(selectionSet, below, value);
  }
}
