import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from '@township-graph/shared/testing/database';
import { startWholeGraph, type TestGraph } from './whole-graph';

const CARD = `{ division(code: "410225201") {
  name parent { name } children { totalCount } organizations { totalCount } servicePoints { nodes { name } }
  matters(first: 3) { totalCount nodes { name handlingKind promisedLimit { value unit } implementingOrganization { name } } }
} }`;

describe.each(ENGINES)('the whole graph on %s', (engine) => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await startWholeGraph(engine);
  });

  afterAll(() => graph.stop());

  /** How many calls each subgraph has had so far. */
  async function calls(): Promise<Record<string, number>> {
    const text = await (await fetch(`${graph.url}/metrics`)).text();
    const counts: Record<string, number> = {};
    for (const [, labels, value] of text.matchAll(/^\w*subgraph\w*_count\{([^}]*)\} (\d+)/gm)) {
      const name = /(?:subgraph|name)="(\w+)"/.exec(labels!)![1]!;
      counts[name] = (counts[name] ?? 0) + Number(value);
    }
    return counts;
  }

  test('one request reaches across, with one call to each subgraph', async () => {
    await graph.ask(CARD);
    const before = await calls();
    const { data, errors } = await graph.ask(CARD, { token: graph.tokens.township });
    const after = await calls();
    expect(errors).toBeUndefined();
    expect(data.division).toMatchObject({
      name: '三义寨乡',
      parent: { name: '兰考县' },
      children: { totalCount: 37 },
      matters: { totalCount: 152 },
    });
    expect(data.division.organizations.totalCount).toBeGreaterThan(10);
    expect(data.division.servicePoints.nodes.length).toBeGreaterThan(0);
    for (const matter of data.division.matters.nodes) {
      expect(matter.implementingOrganization.name).toMatch(/兰考县/);
      expect(matter.promisedLimit.value).toBeGreaterThanOrEqual(0);
    }
    expect({ directory: after.directory! - before.directory!, matters: after.matters! - before.matters! }).toEqual({
      directory: 1,
      matters: 1,
    });
  });

  test('twenty townships with their matters cost two statements in matters', async () => {
    const query = '{ division(code: "330381") { children(first: 20) { nodes { name matters(first: 5) { totalCount nodes { name } } } } } }';
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(data.division.children.nodes).toHaveLength(20);
    const { matters } = await graph.statementsOf(() => graph.ask(query));
    expect(matters!.length).toBeLessThanOrEqual(2);
  });

  test('an organisation that the directory does not know nulls one field, not the answer', async () => {
    const sample = readFileSync(path.resolve(__dirname, '../subgraphs/matters/data/sample-matters.csv'), 'utf8');
    const [header, row] = sample.split('\n');
    const unknown = '12410225DEM0000224';
    const csv = `${header}\n${row!.replaceAll('11410225DEM012015M', unknown)}\n`;
    const imported = await graph.ask(
      'mutation ($input: ImportMattersInput!) { importMatters(input: $input) { inserted rejected { reason message } } }',
      {
        token: graph.tokens.county,
        variables: { input: { csv } },
      },
    );
    expect(imported).toEqual({ data: { importMatters: { inserted: 1, rejected: [] } } });
    const query = `{ matters(filter: { implementingOrganization: "${unknown}" }) { totalCount nodes { name implementingOrganization { name kind } } } }`;
    const { data } = await graph.ask(query);
    expect(data.matters).toMatchObject({ totalCount: 1, nodes: [{ name: expect.any(String), implementingOrganization: null }] });
    const provided = await graph.ask(query.replace('name kind', 'name'));
    expect(provided.data.matters.nodes[0].implementingOrganization.name).toBe('兰考县三义寨乡人民政府');
  });

  test.each([
    ['a malformed code', '{ division(code: "41") { name } }', 'BAD_USER_INPUT', 'MALFORMED_DIVISION_CODE'],
    ['a page too large', '{ matters(first: 101) { totalCount nodes { name } } }', 'BAD_USER_INPUT', 'PAGE_SIZE'],
    ['a broken cursor', '{ matters(after: "zzz") { nodes { name } } }', 'BAD_USER_INPUT', 'BROKEN_CURSOR'],
    ['a wrong type', '{ matters(first: "many") { totalCount } }', 'BAD_USER_INPUT', undefined],
    ['an unknown field', '{ division(code: "410225") { mayor } }', 'BAD_USER_INPUT', undefined],
    ['a text that is no query', '{ division(', 'BAD_USER_INPUT', undefined],
  ])('%s is refused with a code, in Chinese or in English', async (_, query, code, reason) => {
    const zh = (await graph.ask(query)).errors[0];
    const en = (await graph.ask(query, { headers: { 'accept-language': 'en' } })).errors[0];
    expect(zh.extensions).toMatchObject({ code, ...(reason && { reason }) });
    expect(en.extensions).toMatchObject({ code, ...(reason && { reason }) });
    if (reason) {
      expect(zh.message).toMatch(/[\u4e00-\u9fff]/);
      expect(en.message).toMatch(/^[ -~]+$/);
    }
    expect(JSON.stringify([zh, en])).not.toMatch(/stacktrace|SELECT|node_modules|127\.0\.0\.1|serviceName/);
  });

  test('a division that does not exist is null', async () => {
    expect(await graph.ask('{ division(code: "410226") { name } }')).toEqual({ data: { division: null } });
  });

  test('tokens that cannot be read, or have ended, are refused before anything is asked', async () => {
    const refused = async (token: string) => (await graph.ask('{ viewer { name } }', { token })).errors[0].extensions;
    expect(await refused('nonsense')).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_MALFORMED' });
    expect(await refused(await graph.sign({ sub: 'x', divisions: ['410225'], scope: '' }, -60))).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'TOKEN_EXPIRED',
    });
  });

  test('the schema speaks both languages everywhere', async () => {
    const { data } = await graph.ask(
      '{ __schema { types { name kind description fields(includeDeprecated: true) { name description args { name description } } inputFields { name description } enumValues { name description } } } }',
    );
    const silent: string[] = [];
    const both = (place: string, description: string | null) => {
      if (!description || !/[\u4e00-\u9fff]/.test(description) || !/[A-Za-z]{2}/.test(description)) silent.push(place);
    };
    const OF_GRAPHQL = /^(__.*|Query|Mutation|String|Int|Float|Boolean|ID)$/;
    for (const type of data.__schema.types) {
      if (/^__/.test(type.name)) continue;
      if (!OF_GRAPHQL.test(type.name)) both(type.name, type.description);
      for (const field of [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]) {
        both(`${type.name}.${field.name}`, field.description);
        for (const argument of field.args ?? []) both(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
    expect(silent).toEqual([]);
  });
});
