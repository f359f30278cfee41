import { readFileSync } from 'node:fs';
import { SUPERGRAPH } from '@township-graph/commands/paths';
import { createGateway, type Gateway } from '@township-graph/gateway/gateway';
import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { buildSchema, getIntrospectionQuery, isObjectType } from 'graphql';
import { testConfig } from '../gateway/testing/test-config';

const supergraph = readFileSync(SUPERGRAPH, 'utf8');
let gateway: Gateway;
let calls = 0;

beforeAll(async () => {
  const nothing = async () => {
    calls += 1;
    return { data: null };
  };
  gateway = await createGateway({
    supergraph,
    transports: Object.fromEntries([...supergraph.matchAll(/@join__graph\(name: "(\w+)"/g)].map(([, name]) => [name!, nothing])),
    authentication: { viewerOf: async () => ANONYMOUS },
    config: testConfig(),
    log: createLog({ name: 'test' }),
  });
});
afterAll(() => gateway.stop());

/** The limit that an operation crosses; null for one that is let through. */
async function limitOf(query: string): Promise<string | null> {
  const { errors } = (await gateway.app.inject({ method: 'POST', url: '/graphql', payload: { query } })).json();
  return errors?.[0]?.extensions.limit ?? null;
}

const aliased = (count: number, field: string) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ')} }`;

test('statistics weigh what they take: a few in one operation, not fifty', async () => {
  const statistics = 'matterStatistics(groupBy: [KIND]) { dimensions { label } catalogueItems }';
  expect(await limitOf(aliased(5, statistics))).toBeNull();
  calls = 0;
  expect(await limitOf(aliased(50, statistics))).toBe('cost');
  expect(calls).toBe(0);
});

test('every statistic declares its weight, and every total', () => {
  const { Query, ...types } = buildSchema(supergraph, { assumeValidSDL: true, assumeValid: true }).getTypeMap();
  const hasWeight = (field: { astNode?: { directives?: readonly { name: { value: string } }[] } | null }) =>
    field.astNode?.directives?.some(({ name }) => name.value === 'cost');
  const fields = [Query, ...Object.values(types)].filter(isObjectType).flatMap((type) => Object.values(type.getFields()));
  const heavy = fields.filter(({ name }) => /Statistics$|^totalCount$/.test(name));
  expect(heavy.length).toBeGreaterThan(5);
  expect(heavy.filter((field) => !hasWeight(field)).map(({ name }) => name)).toEqual([]);
});

test('lists that nature bounds are counted by what they hold', async () => {
  const villages = (inside: string) => `{ divisions(first: 100) { nodes { children(first: 50) { nodes { ${inside} } } } } }`;
  expect(await limitOf(villages('ancestors { name }'))).toBeNull();
  expect(await limitOf(villages('functionalCenters { name }'))).toBe('cost');
});

test('tools may read the schema, and not a dozen times at once', async () => {
  expect(await limitOf(getIntrospectionQuery())).toBeNull();
  const schema = '__schema { types { fields { args { type { name } } type { name } } inputFields { type { name } } } }';
  expect(await limitOf(aliased(12, schema))).toBe('cost');
});
