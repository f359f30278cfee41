import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isScalarType,
  parseValue,
  print,
  valueFromASTUntyped,
} from 'graphql';
import type { Cursors } from './cursors';
import { ALL, Entrance } from './entrance';
import { aboutOf, type Field, GraphFields, isPaged, nodeOf, objectOf } from './graph-fields';
import type { Literals } from './literals';
import { HIDDEN } from './owners';
import { type Arguments, pageSize, Selections } from './selection';
import type { Question } from './walk';
import type { World } from './world';

interface ArgumentValues {
  readonly name: string;
  readonly literals: readonly string[];
}

/** In the names of questions that are wrong on purpose. */
export const MISPLACED = 'with something else for';
const PAGE_ARGUMENTS = ['first', 'after'];
/** Scalars that refuse what is not theirs. */
const TOLD_APART = ['ID', 'DivisionCode', 'CreditCode', 'Date', 'DateTime', 'Decimal'];
/** Fields of one request: enough to spare round trips, few enough for the gateway's limits. */
const TOGETHER = 15;

/** Every way to ask the graph for a row, written from its schema. */
export class Operations {
  private readonly graph: GraphFields;
  private readonly entrance: Entrance;

  constructor(
    schema: GraphQLSchema,
    private readonly literals: Literals,
    private readonly selections: Selections,
    private readonly world: World,
  ) {
    this.graph = new GraphFields(schema);
    this.entrance = new Entrance(this.graph, this.selections, literals);
  }

  all(): Question[] {
    return [...this.rowsAndEdges(), ...this.ways(), ...this.variants(), ...this.pages(), ...this.misplaced()];
  }

  /** All rows of every type, with every field that leads from them to others. */
  private rowsAndEdges(): Question[] {
    return this.graph.rows.map((type) => {
      const edges = this.graph.edgesOf(type).map((field) => this.selections.field(field, this.selections.leaves));
      const text = this.entrance.toAll(type, [this.selections.whole(type), ...edges].join(' '));
      return { name: `every ${type.name}`, text: `{ ${text} }` };
    });
  }

  /** From rows of every type along each of these and on along every further one: each coordinate from each of its parents. */
  private ways(): Question[] {
    return this.graph.rows.flatMap((type) => {
      const edges = this.graph.edgesOf(type).filter((field) => this.selections.leadsFurther(field));
      const ways = edges.map((field) => this.selections.field(field, this.selections.beyond, pageSize(field, '1')));
      if (ways.length === 0) return [];
      return [{ name: `ways on from ${type.name}`, text: `{ ${this.entrance.toSome(type, ways.join(' '))} }` }];
    });
  }

  /** Every field that takes arguments, with every value of each: filters, orders, page sizes, dimensions, days. */
  private variants(): Question[] {
    const known = new Set<GraphQLNamedType>();
    return this.graph.everyField().flatMap(({ parent, field }) => {
      const about = aboutOf(field);
      const isRoot = parent === null;
      // A list of what is public all through hides nothing, and what was asked in full once need not be by every way.
      const hidesNothing = isPaged(field) && this.world.isPublic(about);
      const asked = field.args.filter(({ name }) => !PAGE_ARGUMENTS.includes(name) && (isRoot || !hidesNothing));
      const values = asked.map((argument) => {
        const type = getNamedType(argument.type);
        const isInFull = isRoot && !hidesNothing && !known.has(type);
        if (isInFull && isInputObjectType(type)) known.add(type);
        return { name: argument.name, literals: isInFull ? this.literals.of(argument, about) : this.literals.oneOfEach(argument, about) };
      });
      return this.batched(parent, field, this.combined(field, values, isRoot), `${nameOf(parent, field)} with every argument`);
    });
  }

  /** Every list in each of its orders, with its cursors: what somebody who sees more may hand on. */
  private pages(): Question[] {
    return this.graph.lists().map(({ parent, field }) => {
      const brief = this.selections.brief(nodeOf(objectOf(field))!);
      // The rows of a feed are their own cursors' keepers.
      const rows = 'edges' in objectOf(field)!.getFields() ? `edges { cursor node { ${brief} } }` : `nodes { cursor ${brief} }`;
      const inOrder = (order: Arguments) => `${aliasOf(order)}: ${this.selections.head(field, { ...order, first: ALL })} { ${rows} }`;
      const orders = ordersOf(field).map(inOrder).join(' ');
      return { name: pagesOf(parent, field), text: `{ ${parent ? this.entrance.toAll(parent, orders) : orders} }` };
    });
  }

  /** The same lists, after cursors that others got of them. */
  afterCursors(cursors: Cursors): Question[] {
    return this.graph.lists().flatMap(({ parent, field }) => {
      const pages = ordersOf(field).flatMap((order) =>
        cursors.of(pagesOf(parent, field), aliasOf(order)).map((cursor) => ({ ...order, after: JSON.stringify(cursor), first: '5' })),
      );
      return this.batched(parent, field, pages, `${nameOf(parent, field)} after the cursors of others`);
    });
  }

  /** An identifier where something else is asked for; each alone, for such a field may take all the answer with it. */
  private misplaced(): Question[] {
    const id = JSON.stringify(this.world.valuesOf('Matter', 'id', [HIDDEN.townshipB])[0]);
    return this.graph.roots.flatMap((field) =>
      field.args.flatMap((argument) =>
        this.misplacedIn(argument, id).map((value) => ({
          name: `Query.${field.name} ${MISPLACED} ${argument.name}`,
          text: `{ ${this.selections.field(field, this.selections.brief, { [argument.name]: value })} }`,
        })),
      ),
    );
  }

  private misplacedIn({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>, id: string): string[] {
    const named = getNamedType(type);
    if (isScalarType(named)) return name === 'after' || TOLD_APART.includes(named.name) ? [id] : [];
    if (!isInputObjectType(named)) return [];
    return Object.values(named.getFields()).flatMap((field) => this.misplacedIn(field, id).map((value) => `{${field.name}: ${value}}`));
  }

  /** One argument at a time; a list also in each order, in pages of several sizes, and what takes keys also with two of them. */
  private combined(field: Field, values: readonly ArgumentValues[], isRoot: boolean): Arguments[] {
    const singles = values.flatMap(({ name, literals }) => literals.map((literal) => ({ [name]: literal })));
    const sizes = isRoot ? ['1', '2', ALL] : ['2'];
    if (isPaged(field)) return [...singles, ...ordersOf(field).flatMap((order) => sizes.map((first) => ({ ...order, first })))];
    return singles.length > 0 || !isRoot ? [...singles, ...pairsOf(values)] : [{}];
  }

  /** Some fields at a time, their arguments as variables: one text for all of them, which is planned once. */
  private batched(parent: GraphQLObjectType | null, field: Field, all: readonly Arguments[], name: string): Question[] {
    const batches = Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, index) =>
      all.slice(index * TOGETHER, (index + 1) * TOGETHER),
    );
    const inner = nodeOf(objectOf(field)) ? this.selections.brief : this.selections.whole;
    return batches.map((batch, index) => {
      const fields = batch.map((_, place) => `f${place}: ${this.selections.field(field, inner, variablesOf(field, place))}`).join(' ');
      const declared = batch.flatMap((_, place) => field.args.map((argument) => declarationOf(argument, place)));
      const given = batch.flatMap((args, place) =>
        Object.entries({ ...this.selections.needed(field), ...args }).map(([argument, literal]) => [
          `${argument}${place}`,
          valueFromASTUntyped(parseValue(literal)),
        ]),
      );
      return {
        name: batches.length > 1 ? `${name}, ${index + 1}` : name,
        text: `query${declared.length > 0 ? ` (${declared.join(', ')})` : ''} { ${parent ? this.entrance.toSome(parent, fields) : fields} }`,
        variables: Object.fromEntries(given),
      };
    });
  }
}

const variablesOf = ({ args }: Field, place: number): Arguments => Object.fromEntries(args.map(({ name }) => [name, `$${name}${place}`]));

function declarationOf({ name, type, defaultValue }: GraphQLArgument, place: number): string {
  const whenAbsent = astFromValue(defaultValue, type);
  return `$${name}${place}: ${type}${whenAbsent ? ` = ${print(whenAbsent)}` : ''}`;
}

const pagesOf = (parent: GraphQLObjectType | null, field: Field) => `${nameOf(parent, field)} page by page`;
const aliasOf = ({ orderBy }: Arguments) => `by_${orderBy ?? 'itself'}`;
const nameOf = (parent: GraphQLObjectType | null, field: Field) => `${parent?.name ?? 'Query'}.${field.name}`;

/** Each order of a list by itself; a list that knows but one, in that. */
function ordersOf({ args }: Field): Arguments[] {
  const order = args.find(({ name }) => name === 'orderBy');
  const type = order && getNamedType(order.type);
  return isEnumType(type) ? type.getValues().map(({ name }) => ({ orderBy: name })) : [{}];
}

/** Keys two by two, for a field that takes one of several, or one as of a day. */
function pairsOf(values: readonly ArgumentValues[]): Arguments[] {
  return values.flatMap((one, index) =>
    values
      .slice(index + 1)
      .flatMap((other) =>
        one.literals.slice(0, 2).flatMap((a) => other.literals.slice(0, 2).map((b) => ({ [one.name]: a, [other.name]: b }))),
      ),
  );
}
