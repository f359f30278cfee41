import { buildSubgraphSchema } from '@apollo/subgraph';
import { openSubgraphs } from '@township-graph/commands/open-subgraphs';
import { type GraphQLSchema, isSpecifiedScalarType, lexicographicSortSchema, parse, printType } from 'graphql';

/** Of its types and fields, with their words; what only the SDL's directives need is in one of the two. */
function shown(schema: GraphQLSchema): string[] {
  const types = Object.values(lexicographicSortSchema(schema).getTypeMap());
  const isPlumbing = (name: string) =>
    name.startsWith('__') || /^(link|federation)__/.test(name) || ['_Any', '_Service', 'FieldSet'].includes(name);
  return types.filter((type) => !isPlumbing(type.name) && !isSpecifiedScalarType(type)).map(printType);
}

test('what each subgraph executes is what @apollo/subgraph reads in its SDL', async () => {
  const { subgraphs, close } = await openSubgraphs({ databaseUrl: () => 'sqlite::memory:', withDemo: false });
  await close();
  expect(subgraphs).toHaveLength(5);
  for (const { schema, sdl } of subgraphs) {
    const types = shown(schema);
    expect(types.length).toBeGreaterThan(20);
    expect(types).toEqual(shown(buildSubgraphSchema(parse(sdl()))));
  }
});
