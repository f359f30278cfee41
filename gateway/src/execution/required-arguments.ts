import { type GraphQLSchema, isInterfaceType, isObjectType, parse, print, valueFromASTUntyped, visit } from 'graphql';

/** Which arguments a field's requirements give to the fields that they need: one text for each field. */
type Demands = Map<string, string>;

/**
 * What subgraphs' `@requires` demand with arguments. A plan keeps what is required under the field's own name, whatever its
 * arguments: two demands that differ, or a demand and a client that differ, would get each other's values.
 */
export class RequiredArguments {
  /** The fields that are required with arguments: the client's own are kept apart from them. */
  readonly contested: ReadonlySet<string>;
  /** By the name of the field that requires. Names are enough: to take two fields of one name for one costs a call, no more. */
  private readonly demands = new Map<string, Demands>();

  constructor(supergraph: GraphQLSchema) {
    for (const [field, selections] of requirementsIn(supergraph)) {
      const demands = this.demands.get(field) ?? new Map<string, string>();
      for (const selection of selections) addDemands(selection, demands);
      this.demands.set(field, demands);
    }
    this.followChains();
    for (const [field, demands] of this.demands) if ([...demands.values()].every((given) => given === '')) this.demands.delete(field);
    const demanded = [...this.demands.values()].flatMap((demands) => [...demands]);
    this.contested = new Set(demanded.flatMap(([name, given]) => (given === '' ? [] : [name])));
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

function* requirementsIn(supergraph: GraphQLSchema): Generator<[field: string, selections: string[]]> {
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, astNode } of Object.values(type.getFields())) {
      const joined = (astNode?.directives ?? []).filter((directive) => directive.name.value === 'join__field');
      const requires = joined.flatMap(({ arguments: given = [] }) => given.filter((argument) => argument.name.value === 'requires'));
      if (requires.length > 0) yield [name, requires.map(({ value }) => String(valueFromASTUntyped(value)))];
    }
  }
}

function addDemands(selection: string, demands: Demands): void {
  visit(parse(`{ ${selection} }`, { noLocation: true }), {
    Field: ({ name, arguments: given = [] }) => {
      // A name that one requirement asks for with two sets of arguments agrees with nobody, itself excepted.
      const text = given.map(print).sort().join(', ');
      const known = demands.get(name.value);
      demands.set(name.value, known === undefined || known === text ? text : `${known} | ${text}`);
    },
  });
}
