import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { oracleOf, ours, transportTo } from '../../testing/worlds/engines';
import { MOVES } from '../../testing/worlds/moves';
import { OFFICE } from '../../testing/worlds/office';
import { dice, schemasOf, supergraphOf, type World } from '../../testing/worlds/world';
import { Deadline } from '../deadline';
import { CompiledOperation } from './compiled-operation';
import { LoadedSupergraph } from './loaded-supergraph';
import { type OverrideOptions, Overrides } from './overrides';
import { RequiredArguments } from './required-arguments';
import { SupergraphTypes } from './supergraph-types';

const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;
const silent = createLog({ name: 'test' });

const transportsOf = (world: World) =>
  Object.fromEntries(Object.entries(schemasOf(world)).map(([name, schema]) => [name, transportTo(schema)]));
const transports = transportsOf(MOVES);
const loaded = (overrides: OverrideOptions, world = MOVES, log = silent) => {
  const reached = world === MOVES ? transports : transportsOf(world);
  return new LoadedSupergraph(supergraphOf(world), {
    planner: 'apollo',
    transportTo: ({ name }) => reached[name]!,
    longestCallMs: 10_000,
    overrides,
    log,
  });
};
const neverDraws = () => {
  throw new Error('nothing to draw for');
};

const prepare = (supergraph: LoadedSupergraph, text: string) => {
  const prepared = supergraph.compile(text, parse(text), undefined).prepare({});
  if (!('run' in prepared)) throw prepared[0];
  return async () => JSON.parse(JSON.stringify((await prepared.run({ context, deadline: Deadline.NONE })).data));
};

describe.each(['apollo', 'hive'] as const)('planned by %s', (planner) => {
  const engine = ours(MOVES, planner, transports);
  const oracle = oracleOf(MOVES, loaded({ labels: new Set(), draw: neverDraws }).schema);

  test.each([0, 4.999, 5, 19.5, 20, 50.4, 50.5, 74, 75, 99.999])('a draw of %d decides which fields have moved', async (drawn) => {
    dice.drawn = drawn;
    for (const text of MOVES.operations) expect(await engine({ text, variables: {} })).toEqual(await oracle({ text, variables: {} }));
  });
});

test('each request goes by its own draw, also while another is under way', async () => {
  const draws = [3, 60, 3];
  const supergraph = loaded({ labels: new Set(), draw: () => draws.shift()! });
  const [first, second, third] = [1, 2, 3].map(() => prepare(supergraph, '{ parcel(id: "p0") { weight size } }'));
  const answers = await Promise.all([third!(), second!(), first!()]);
  expect(answers.map(({ parcel }) => [parcel.weight, parcel.size])).toEqual([
    ['new', 'old'],
    ['old', 'old'],
    ['new', 'old'],
  ]);
});

describe('of an operation', () => {
  const schema = buildSchema(`
    directive @join__field(overrideLabel: String) repeatable on FIELD_DEFINITION
    type Query {
      a: Int @join__field(overrideLabel: "percent(5)") b: Int @join__field(overrideLabel: "percent(20)") c: Int
      d: Int @join__field(overrideLabel: "percent(0)") e: Int @join__field(overrideLabel: "percent(100)") f: Int @join__field(overrideLabel: "mine")
      g: Int @join__field(overrideLabel: "percent(5)") h: Int @join__field(overrideLabel: "percent(33.3)") }`);
  const overrides = (drawn: number, needed: string[] = []) =>
    new Overrides(schema, new Set(needed), { labels: new Set(['mine', 'yours']), draw: () => drawn });

  test.each([
    ['{ a }', [5]],
    ['{ b g c a }', [5, 20]],
    ['{ ...other } fragment other on Query { h }', [33.3]],
    ['{ c d e f }', []],
  ])('%s, only the shares matter that its fields wait for', (text, shares) => {
    expect(overrides(0).sharesFor(parse(text))).toEqual(shares);
  });

  test('fields that plans ask for by themselves matter to all', () => {
    expect(overrides(0, ['b']).sharesFor(parse('{ c }'))).toEqual([20]);
  });

  test('as many draws differ as there are outcomes', () => {
    const drawn = [0, 4.9, 5, 12, 20, 99].map((each) => overrides(each).draw([5, 20]));
    expect(drawn).toEqual([0, 0, 5, 5, 20, 20]);
  });

  test('there is one plan for each outcome, made ahead or when it is asked for', () => {
    const planned: number[] = [];
    const drawn = [3, 50, 7, 4, 20, 5];
    const draws = [...drawn];
    const document = parse('{ a b }');
    const compiled = () =>
      new CompiledOperation(
        { document, operation: document.definitions[0] as OperationDefinitionNode },
        {
          schema,
          types: new SupergraphTypes(schema),
          required: new RequiredArguments(schema),
          needed: new Set(),
          overrides: new Overrides(schema, new Set(), { labels: new Set(), draw: () => draws.shift()! }),
          plan: (_, draw) => {
            planned.push(draw);
            return null;
          },
          compile: () => async () => {},
        },
      );
    const operation = compiled();
    for (const _ of drawn) operation.prepare({});
    expect(planned.splice(0)).toEqual([0, 20, 5]);
    compiled().planAhead();
    expect(planned).toEqual([0, 5, 20]);
  });

  test('a share counts below it, a label by its setting', () => {
    const inForce = [...overrides(0).outcomes(5)].flatMap(([label, isInForce]) => (isInForce ? [label] : []));
    expect(inForce).toEqual(['percent(20)', 'percent(100)', 'mine', 'percent(33.3)']);
    expect(overrides(0).unknown).toEqual(['yours']);
  });
});

test('nothing is drawn where there is nothing to decide', async () => {
  const text = '{ parcels { fixed size state } }';
  expect(await prepare(loaded({ labels: new Set(['on']), draw: neverDraws }), text)()).toMatchObject({
    parcels: [{ size: 'new' }, {}, {}],
  });
  expect(await prepare(loaded({ labels: new Set(), draw: neverDraws }, OFFICE), '{ offices { moved } }')()).toMatchObject({
    offices: [{ moved: 'new' }, {}, {}, {}],
  });
});

test('a label that the supergraph does not have is told of', () => {
  const told: unknown[] = [];
  const log = Object.assign(Object.create(silent), { warn: (about: unknown) => told.push(about) });
  loaded({ labels: new Set(['on', 'onn']), draw: neverDraws }, MOVES, log);
  expect(told).toEqual([{ labels: ['onn'] }]);
});
