import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENGINES } from '@township-graph/shared/testing/database';
import { buildSchema, type GraphQLInputObjectType, type GraphQLNonNull } from 'graphql';
import { startWholeGraph, type TestGraph } from './whole-graph';

const CSV = readFileSync(path.resolve(__dirname, '../subgraphs/matters/data/sample-matters.csv'), 'utf8');

/** One command of each kind, and what it is given: something that it does once. The walk in test/access repeats every other one. */
const COMMANDS: Readonly<
  Record<string, { readonly input: (graph: TestGraph) => Promise<object> | object; readonly answer: string; readonly trail: string }>
> = {
  importDivisions: {
    input: () => ({ csv: 'code,name,areaCode\n410225599,示例开发区,410225\n' }),
    answer: '{ rows inserted updated isWritten rejected { line } }',
    trail: 'directoryAudit',
  },
  abolishDivision: {
    input: async (graph) => {
      const { data } = await graph.ask('{ division(code: "410225201") { children(first: 1) { nodes { code version } } } }');
      const { code, version } = data.division.children.nodes[0];
      return { code, expectedVersion: version, validTo: '2099-01-01' };
    },
    answer: '{ division { code validTo version } }',
    trail: 'directoryAudit',
  },
  registerOrganization: {
    input: () => ({ name: '示例综合服务站', kind: 'STATION', divisionCode: '410225201' }),
    answer: '{ organization { id name version division { name } } }',
    trail: 'directoryAudit',
  },
  assignStation: {
    input: async (graph) => {
      const { data } = await graph.ask(
        '{ division(code: "410225201") { functionalCenters { id stations(first: 5) { nodes { id kind version } } } } }',
      );
      const [home, other] = data.division.functionalCenters;
      const station = [...home.stations.nodes, ...other.stations.nodes].find(({ kind }: { kind: string }) => /STATION/.test(kind));
      return { stationId: station.id, functionalCenterId: null, expectedVersion: station.version };
    },
    answer: '{ station { id version functionalCenter { name } } }',
    trail: 'directoryAudit',
  },
  importMatters: { input: () => ({ csv: CSV }), answer: '{ rows inserted updated unchanged rejected { reason } }', trail: 'mattersAudit' },
};

const SCHEMA = buildSchema(readFileSync(path.resolve(__dirname, '../gateway/supergraph.graphql'), 'utf8'), { assumeValid: true });
const MUTATIONS = SCHEMA.getMutationType()!.getFields();

test('every command of the graph takes a key', () => {
  expect(Object.keys(MUTATIONS)).toEqual(expect.arrayContaining(Object.keys(COMMANDS)));
  for (const { args } of Object.values(MUTATIONS)) {
    const input = (args.find(({ name }) => name === 'input')!.type as GraphQLNonNull<GraphQLInputObjectType>).ofType;
    expect(Object.keys(input.getFields())).toContain('idempotencyKey');
  }
});

describe.each(ENGINES)('the commands of the graph on %s', (engine) => {
  let graph: TestGraph;
  let auditor: string;

  beforeAll(async () => {
    graph = await startWholeGraph(engine);
    auditor = await graph.sign({ sub: 'auditor', divisions: ['410225'], scope: 'audit:read' });
  });

  afterAll(() => graph.stop());

  const send = (name: string, input: object, token: string = graph.tokens.county) => {
    const type = `${MUTATIONS[name]!.args[0]!.type}`;
    return graph.ask(`mutation ($input: ${type}) { ${name}(input: $input) ${COMMANDS[name]!.answer} }`, { token, variables: { input } });
  };
  const recorded = async (name: string) => {
    const { trail } = COMMANDS[name]!;
    const query = `{ ${trail}(filter: { action: "${name}" }) { totalCount nodes { subject outcome reason divisions targets { type id } } } }`;
    return (await graph.ask(query, { token: auditor })).data[trail];
  };

  test.each(Object.keys(COMMANDS))('%s is carried out once under its key, and is on record', async (name) => {
    const input = { ...(await COMMANDS[name]!.input(graph)), idempotencyKey: randomUUID() };
    const first = await send(name, input);
    expect(first.errors).toBeUndefined();
    expect(await send(name, input)).toEqual(first);
    const trail = await recorded(name);
    expect(trail).toMatchObject({ totalCount: 1, nodes: [{ subject: 'demo:county-admin', outcome: 'DONE', divisions: ['410225'] }] });
    expect(trail.nodes[0].targets.length).toBeGreaterThan(0);
    const other = await send(name, {
      ...input,
      ...('csv' in input ? { csv: `${input.csv}\n` } : 'name' in input ? { name: '另一个站' } : { expectedVersion: 99 }),
    });
    expect(other.errors[0].extensions).toMatchObject({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test.each(Object.keys(COMMANDS))('%s is refused without a token, without its scope, and outside the divisions', async (name) => {
    const input = { ...(await COMMANDS[name]!.input(graph)), idempotencyKey: randomUUID() };
    const codeOf = async (token?: string) => {
      const type = `${MUTATIONS[name]!.args[0]!.type}`;
      const { data, errors } = await graph.ask(`mutation ($input: ${type}) { ${name}(input: $input) ${COMMANDS[name]!.answer} }`, {
        token,
        variables: { input },
      });
      return (
        errors?.[0].extensions.code ??
        (data[name].isWritten === false ? 'NOTHING_WRITTEN' : data[name].inserted === 0 ? 'NOTHING_WRITTEN' : 'DONE')
      );
    };
    expect(await codeOf()).toBe('UNAUTHENTICATED');
    expect(await codeOf(await graph.sign({ sub: 'nobody', divisions: ['410225'], scope: '' }))).toBe('FORBIDDEN');
    const ruian = await graph.sign({ sub: 'ruian', divisions: ['330381'], scope: 'directory:manage matters:manage' });
    expect(['FORBIDDEN', 'NOT_FOUND', 'NOTHING_WRITTEN']).toContain(await codeOf(ruian));
    const ended = await graph.sign({
      sub: 'ended',
      divisions: [{ code: '410225', until: '2020-01-01' }],
      scope: 'directory:manage matters:manage',
    });
    expect(['FORBIDDEN', 'NOT_FOUND', 'NOTHING_WRITTEN']).toContain(await codeOf(ended));
  });
});
