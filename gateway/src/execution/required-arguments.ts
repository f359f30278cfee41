import { type GraphQLSchema, isInterfaceType, isObjectType, print, visit } from 'graphql';
import { demandsOf, fieldsJoinedIn, parsed } from './join-directives';

/** Which arguments a field's requirements give to the fields that they need: one text for each field. */
type Demands = Map<string, string>;

/**
 * What subgraphs' `@requires` and `@fromContext` demand of fields that take arguments. A plan keeps what is required under the
 * field's own name, whatever its arguments: two demands that differ, or a demand and a client that differ, would get each
 * other's values.
 */
export class RequiredArguments {
  /** The fields that are required and take arguments: the client's own are kept apart from them. */
  readonly contested: ReadonlySet<string>;
  /** By the name of the field that requires. Names are enough: to take two fields of one name for one costs a call, no more. */
  private readonly demands = new Map<string, Demands>();

  constructor(supergraph: GraphQLSchema) {
    for (const { name, joins } of fieldsJoinedIn(supergraph)) {
      const selections = joins.flatMap(demandsOf);
      if (selections.length === 0) continue;
      const demands = this.demands.get(name) ?? new Map<string, string>();
      for (const selection of selections) addDemands(selection, demands);
      this.demands.set(name, demands);
    }
    this.followChains();
    const takers = fieldsWithArgumentsIn(supergraph);
    const demanded = [...this.demands.values()].flatMap((demands) => [...demands.keys()]);
    this.contested = new Set(demanded.filter((name) => takers.has(name)));
    for (const [field, demands] of this.demands) if (![...demands.keys()].some((name) => takers.has(name))) this.demands.delete(field);
  }

  /** The fields in as few groups as their demands allow; those that demand nothing are in none. */
  groups(fields: Iterable<string>): ReadonlySet<string>[] {
    const groups: { readonly fields: Set<string>; readonly demands: Demands }[] = [];
    for (const field of fields) {
      const demands = this.demands.get(field);
      if (!demands) continue;
      const group = groups.find((each) => agree(each.demands, demands));
      if (!group) groups.push({ fields: new Set([field]), demands: new Map(demands) });
      else {
        group.fields.add(field);
        for (const [name, given] of demands) group.demands.set(name, given);
      }
    }
    return groups.map((group) => group.fields);
  }

  /** What is required may require something itself. */
  private followChains(): void {
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const demands of this.demands.values())
        for (const required of [...demands.keys()])
          for (const [name, given] of this.demands.get(required) ?? [])
            if (!demands.has(name)) {
              demands.set(name, given);
              isChanged = true;
            }
    }
  }
}

function agree(one: Demands, other: Demands): boolean {
  return [...other].every(([name, given]) => (one.get(name) ?? given) === given);
}

function fieldsWithArgumentsIn(supergraph: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(supergraph.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  return new Set(fields.flatMap(({ name, args }) => (args.length > 0 ? [name] : [])));
}

function addDemands(selection: string, demands: Demands): void {
  visit(parsed(selection), {
    Field: ({ name, arguments: given = [] }) => {
      // A name that one requirement asks for with two sets of arguments agrees with nobody, itself excepted.
      const text = given.map(print).sort().join(', ');
      const known = demands.get(name.value);
      demands.set(name.value, known === undefined || known === text ? text : `${known} | ${text}`);
    },
  });
}
