import {
  type ConstDirectiveNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { textOf } from '../supergraph-links';
import { demandsOf, graphOf, named, subgraphNamesIn } from './join-directives';
import type { SupergraphTypes } from './supergraph-types';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** Which subgraph has what: the members of unions and interfaces in each, and the fields that it gives by itself. */
export class SupergraphJoins {
  /** By interface or union, then by subgraph. */
  private readonly members = new Map<string, Map<string, Set<string>>>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(private readonly types: SupergraphTypes) {
    this.names = subgraphNamesIn(types.schema);
    const all = Object.values(types.schema.getTypeMap());
    for (const type of all)
      if (isUnionType(type) || isInterfaceType(type))
        this.members.set(type.name, new Map(this.knowing(type).map((subgraph) => [subgraph, new Set()])));
    for (const type of all) {
      const directives = type.astNode?.directives;
      for (const join of named('join__unionMember', directives)) this.add(type.name, join, textOf(join, 'member'));
      for (const join of named('join__implements', directives)) this.add(textOf(join, 'interface'), join, type.name);
    }
  }

  /** The types that objects of this one can be of in the subgraph, and in another that has it cannot. */
  unevenMembers(type: GraphQLNamedType, subgraph: string): GraphQLObjectType[] {
    const bySubgraph = this.members.get(type.name);
    const own = bySubgraph?.get(subgraph);
    if (!bySubgraph || !own) return [];
    const uneven = [...own].filter((member) => [...bySubgraph.values()].some((members) => !members.has(member)));
    return uneven.map((name) => this.types.schema.getType(name)).filter(isObjectType);
  }

  get isUneven(): boolean {
    return [...this.members].some(([name, bySubgraph]) =>
      [...bySubgraph.keys()].some((subgraph) => this.unevenMembers(this.types.schema.getType(name)!, subgraph).length > 0),
    );
  }

  /** What the field is in the subgraph: of an interface or union, it may be one member there. */
  typeIn(subgraph: string, field: GraphQLField<unknown, unknown>): GraphQLNamedType {
    const own = this.ownOf(subgraph, joinsOf(field));
    const type = own && textOf(own, 'type')?.replace(/[[\]!]/g, '');
    return (type && this.types.schema.getType(type)) || getNamedType(field.type);
  }

  /** The field as the subgraph can be asked for it; null when it cannot give it, or not all of it, by itself. */
  given(subgraph: string, type: GraphQLNamedType, node: FieldNode): FieldNode | null {
    if (node.name.value === '__typename') return node;
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const field = type.getFields()[node.name.value];
    if (!field || !this.isGiven(subgraph, type, joinsOf(field))) return null;
    if (!node.selectionSet) return node;
    const selectionSet = this.givenSet(subgraph, this.typeIn(subgraph, field), node.selectionSet);
    return selectionSet && { ...node, selectionSet };
  }

  private givenSet(subgraph: string, type: GraphQLNamedType, { selections }: SelectionSetNode): SelectionSetNode | null {
    const kept: SelectionNode[] = isAbstractType(type) ? [TYPENAME] : [];
    for (const node of selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) return null;
      if (node.kind === Kind.FIELD) {
        const field = this.given(subgraph, type, node);
        if (!field) return null;
        kept.push(field);
        continue;
      }
      const on = node.typeCondition ? this.types.schema.getType(node.typeCondition.name.value)! : type;
      // Of a type that it does not have, or not there, it has no objects.
      if (!this.knowing(on).includes(subgraph) || !this.canBe(subgraph, type, on)) continue;
      const selectionSet = this.givenSet(subgraph, on, node.selectionSet);
      if (!selectionSet) return null;
      kept.push({ ...node, selectionSet });
    }
    return { kind: Kind.SELECTION_SET, selections: kept.length > 0 ? kept : [TYPENAME] };
  }

  private canBe(subgraph: string, type: GraphQLNamedType, on: GraphQLNamedType): boolean {
    const possible = this.possibleIn(subgraph, type);
    return [...this.possibleIn(subgraph, on)].some((name) => possible.has(name));
  }

  private possibleIn(subgraph: string, { name }: GraphQLNamedType): ReadonlySet<string> {
    return this.members.get(name)?.get(subgraph) ?? new Set([name]);
  }

  private isGiven(subgraph: string, type: GraphQLNamedType, joins: readonly ConstDirectiveNode[]): boolean {
    if (joins.length === 0) return this.knowing(type).includes(subgraph);
    const own = this.ownOf(subgraph, joins);
    // A field that moves is elsewhere for some requests.
    const moves = joins.some((join) => textOf(join, 'overrideLabel') !== undefined);
    return own !== undefined && !moves && !isSet(own, 'external') && !isSet(own, 'usedOverridden') && demandsOf(own).length === 0;
  }

  /** The subgraphs that have the type; without those to which it is an interface object, which know of no members. */
  private knowing(type: GraphQLNamedType): string[] {
    const joins = named('join__type', type.astNode?.directives).filter((join) => !isSet(join, 'isInterfaceObject'));
    return joins.map((join) => this.subgraphIn(join));
  }

  private ownOf(subgraph: string, joins: readonly ConstDirectiveNode[]): ConstDirectiveNode | undefined {
    return joins.find((join) => this.subgraphIn(join) === subgraph);
  }

  private subgraphIn(join: ConstDirectiveNode): string {
    return this.names.get(graphOf(join)) ?? '';
  }

  private add(type: string | undefined, join: ConstDirectiveNode, member: string | undefined): void {
    if (type !== undefined && member !== undefined) this.members.get(type)?.get(this.subgraphIn(join))?.add(member);
  }
}

const joinsOf = ({ astNode }: GraphQLField<unknown, unknown>) => named('join__field', astNode?.directives);

function isSet({ arguments: given = [] }: ConstDirectiveNode, argument: string): boolean {
  return given.some(({ name, value }) => name.value === argument && value.kind === Kind.BOOLEAN && value.value);
}
