import 'reflect-metadata';
import { type GraphQLFieldResolver, type GraphQLSchema, graphql, isObjectType } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  buildSchema,
  type ClassType,
  Ctx,
  createMethodMiddlewareDecorator,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { callDirectly, nameClasses } from './direct-resolvers';

@InputType()
class Size {
  @Field(() => Int)
  height!: number;

  @Field(() => Int, { nullable: true })
  width?: number | null;
}

@InputType()
class ShelfFilter extends Size {
  @Field(() => [String], { nullable: true })
  rooms?: string[] | null;

  @Field(() => Size, { nullable: true })
  least?: Size | null;

  @Field(() => [Size], { nullable: true })
  sizes?: Size[] | null;

  @Field(() => ShelfFilter, { nullable: true })
  not?: ShelfFilter | null;
}

@ArgsType()
class PageArgs {
  @Field(() => Int, { defaultValue: 20 })
  first!: number;
}

@ArgsType()
class ShelfArgs extends PageArgs {
  @Field(() => ShelfFilter, { nullable: true })
  filter?: ShelfFilter | null;
}

@ObjectType()
class Shelf {
  constructor(readonly id: string) {}

  @Field(() => String)
  name(): string {
    return `shelf ${this.id}`;
  }

  @Field(() => String)
  get label(): string {
    return `label ${this.id}`;
  }

  @Field(() => Int)
  places(@Arg('of', () => Size) of: Size): number {
    return of.height + this.id.length;
  }
}

/** Notes what its methods were given. */
const given: unknown[][] = [];
const Watched = () => createMethodMiddlewareDecorator((_data, next) => next());

@Resolver(() => Shelf)
class ShelfResolver {
  readonly where = 'here';

  @Query(() => Shelf, { nullable: true })
  shelf(@Arg('id', () => String) id: string, @Ctx() context: object): Shelf {
    given.push([this.where, id, context]);
    return new Shelf(id);
  }

  @Query(() => [Shelf])
  shelves(@Args(() => ShelfArgs) args: ShelfArgs, @Arg('tags', () => [String], { nullable: true }) tags?: string[]): Shelf[] {
    given.push([args, tags]);
    return [new Shelf('a')];
  }

  @Query(() => Shelf)
  plain(): object {
    return { id: 'plain' };
  }

  @Query(() => String)
  @Watched()
  watched(@Arg('size', () => Size) size: Size): string {
    given.push([size]);
    return 'watched';
  }

  @Mutation(() => String)
  async move(@Arg('input', () => ShelfFilter) input: ShelfFilter): Promise<string> {
    given.push([input]);
    if (input.height === 13) throw new Error('not this one');
    return 'moved';
  }

  @FieldResolver(() => String)
  place(@Root() shelf: Shelf, @Args(() => PageArgs) args: PageArgs): string {
    given.push([shelf, args]);
    return `${shelf.id} at ${args.first}`;
  }
}

async function builtSchema(): Promise<GraphQLSchema> {
  nameClasses();
  const instance = new ShelfResolver();
  return buildSchema({ resolvers: [ShelfResolver], container: { get: () => instance }, validate: false, orphanedTypes: [] });
}

const instances = new Map<ClassType, object>([[ShelfResolver, new ShelfResolver()]]);

const OPERATIONS = [
  ['an argument and the context', '{ shelf(id: "a") { name label } }'],
  ['arguments left out', '{ shelves { name } }'],
  ['nulls', '{ shelves(filter: null, tags: null, first: 3) { name } }'],
  [
    'inputs in inputs and lists',
    '{ shelves(filter: { height: 1, sizes: [{ height: 2 }, { height: 3, width: null }], least: null }) { name } }',
  ],
  [
    'an input of its own kind',
    '{ shelves(filter: { height: 1, not: { height: 2, rooms: [], not: { height: 3 } } }, tags: ["x"]) { name } }',
  ],
  ['a method of the row', '{ shelf(id: "abc") { places(of: { height: 4 }) } }'],
  ['a field resolver of a row', '{ shelves { place(first: 2) } }'],
  ['a row that is no instance yet', '{ plain { name label place } }'],
  ['a method with something around it', '{ watched(size: { height: 1 }) }'],
  ['a command', 'mutation { move(input: { height: 12, rooms: ["a"] }) }'],
  ['a command that throws', 'mutation { move(input: { height: 13 }) }'],
] as const;

describe('methods are called as type-graphql calls them, given', () => {
  const run = async (schema: GraphQLSchema, source: string) => {
    given.length = 0;
    const { data, errors } = await graphql({ schema, source, contextValue: { locale: 'zh' } });
    return { data, errors: errors?.map(({ message, path }) => ({ message, path })), given: [...given] };
  };

  test.each(OPERATIONS)('%s', async (_, source) => {
    const expected = await run(await builtSchema(), source);
    const schema = await builtSchema();
    callDirectly(schema, instances);
    expect(await run(schema, source)).toStrictEqual(expected);
  });
});

test('what is plain is called directly, and the rest is left as it was', async () => {
  const schema = await builtSchema();
  const before = resolversOf(schema);
  callDirectly(schema, instances);
  const after = resolversOf(schema);
  const isLeft = (name: string) => after.get(name) === before.get(name);
  expect([...after.keys()].filter(isLeft)).toEqual(['Query.watched']);
});

test('of two classes for one name of a type, each keeps its own methods', async () => {
  declareOtherShelf();
  const schema = await builtSchema();
  callDirectly(schema, instances);
  const { data } = await graphql({ schema, source: '{ shelf(id: "abc") { places(of: { height: 4 }) } }', contextValue: {} });
  expect(data).toEqual({ shelf: { places: 7 } });
});

/** Another subgraph's idea of a shelf, in the same process. */
function declareOtherShelf(): unknown {
  @ObjectType('Shelf')
  class OtherShelf {
    @Field(() => Int)
    places(): number {
      return 1;
    }
  }
  return OtherShelf;
}

function resolversOf(schema: GraphQLSchema): ReadonlyMap<string, GraphQLFieldResolver<unknown, unknown>> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return new Map(
    types.flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map(({ name, resolve }) => [`${type.name}.${name}`, resolve!] as const) : [],
    ),
  );
}
