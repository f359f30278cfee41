import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { buildSchema, type GraphQLError } from 'graphql';
import { oracleOf, ours, transportTo } from '../../testing/worlds/engines';
import { MUSEUM } from '../../testing/worlds/museum';
import { schemasOf, supergraphOf } from '../../testing/worlds/world';
import { Deadline } from '../deadline';
import { SubgraphUnavailable } from '../transport/transport';
import { MOST_GROUPS } from './contextual-step';
import { EntityKeys } from './entity-keys';
import type { Execution } from './execution';
import { LoadedSupergraph } from './loaded-supergraph';
import { EACH_ITEM, type FetchNode, type PlanNode } from './plan';
import { planStep } from './plan-steps';
import { SupergraphTypes } from './supergraph-types';

const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;

interface Body {
  readonly query: string;
  readonly variables: Readonly<Record<string, readonly unknown[]>>;
}

describe('over subgraphs', () => {
  const subgraphs = Object.entries(schemasOf(MUSEUM));
  const calls: { readonly name: string; readonly body: Body }[] = [];
  /** What happens before a subgraph answers. */
  const before = new Map<string, () => Promise<void>>();
  const transports = Object.fromEntries(
    subgraphs.map(([name, schema]): [string, ReturnType<typeof transportTo>] => [
      name,
      {
        async send(call, deadline) {
          calls.push({ name, body: JSON.parse(call.asBody()) });
          await before.get(name)?.();
          return transportTo(schema).send(call, deadline);
        },
      },
    ]),
  );
  const engine = ours(MUSEUM, 'apollo', transports);
  const ask = (text: string) => engine({ text, variables: {} });

  beforeEach(() => {
    calls.length = 0;
    before.clear();
  });

  test('entities are asked by groups of equal values, in one call', async () => {
    const { data } = await ask('{ rooms { id best { caption } } }');
    expect(data).toEqual({
      rooms: [
        { id: 'h1', best: { caption: 'work 2 in zh' } },
        { id: 'h2', best: { caption: 'work 2 in null' } },
        { id: 'y1', best: { caption: 'work 1 in en' } },
        { id: 'h3', best: { caption: 'work 1 in zh' } },
      ],
    });
    const { query, variables } = calls[1]!.body;
    expect(calls).toHaveLength(2);
    expect(query.match(/_entities_\d+:_entities/g)).toHaveLength(3);
    const named = (name: string) => Object.entries(variables).flatMap(([key, value]) => (key.startsWith(name) ? [value] : []));
    expect(named('contextualArgument')).toEqual(['zh', null, 'en']);
    expect(named('representations').map((each) => each.map((key) => (key as { id: string }).id))).toEqual([['w2', 'w1'], ['w2'], ['w1']]);
  });

  test('one entity in two contexts is two answers, though it came in one', async () => {
    const { data } = await ask('{ tours { halls { best { told } } } }');
    const told = (data as { tours: { halls: { best: { told: string } }[] }[] }).tours.map(({ halls }) => JSON.parse(halls[0]!.best.told));
    expect(told).toEqual([
      ['w2', 'zh', ['old', 'new'], 'room h1'],
      ['w2', 'en', null, 'room h1'],
      ['w2', null, [], 'room h1'],
    ]);
  });

  test('an error of one group has the client’s path, and the other groups their answers', async () => {
    const { data, paths } = await ask('{ rooms { works(first: 1) { mine: fails } } }');
    expect(paths).toEqual(['["rooms",2,"works",0,"mine"]']);
    expect(data).toEqual({ rooms: ['w1 zh', 'w0 null', null, 'w0 zh'].map((mine) => ({ works: [{ mine }] })) });
  });

  test('a context’s value is waited for, whatever the plan says', async () => {
    let isBrought = false;
    before.set('weather', async () => {
      for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate);
      isBrought = true;
    });
    before.set('museum', async () => {
      if (calls.at(-1)!.body.query.includes('care')) expect(isBrought).toBe(true);
    });
    const text = '{ tours { halls { id works(first: 1) { care } } } }';
    const { schema } = new LoadedSupergraph(supergraphOf(MUSEUM), {
      planner: 'apollo',
      transportTo: ({ name }) => transports[name]!,
      longestCallMs: 10_000,
      log: createLog({ name: 'test' }),
    });
    expect(await ask(text)).toEqual(await oracleOf(MUSEUM, schema)({ text, variables: {} }));
  });

  test('what keeps a value from coming keeps the fields that need it from coming, and says so', async () => {
    before.set('weather', () => Promise.reject(new SubgraphUnavailable('TIMED_OUT', { mayHaveActed: false, verdict: 'faulty' })));
    const { data, paths } = await ask('{ damp { id } hall(id: "h1") { works(first: 1) { title care alike { id } } } }');
    expect(data).toEqual({ damp: null, hall: { works: [{ title: 'work 1', care: null, alike: [{ id: 'w0' }, { id: 'w2' }] }] } });
    expect(paths).toEqual(['["damp"]', '["hall","works",0,"care"]']);
  });
});

describe('by a plan', () => {
  const types = new SupergraphTypes(
    buildSchema(
      'type Query { shops: [Shop] } type Shop { rate: String item: Item } type Item { id: ID! price: String name: String inner: Item }',
    ),
  );
  const options = { types, keys: new EntityKeys(types), longestCallMs: 10_000, hasOwnParts: true };

  const shops: FetchNode = {
    kind: 'fetch',
    subgraph: 'shops',
    text: '{ shops { rate item { __typename id } } }',
    operationName: undefined,
    variables: [],
    root: { path: [], rewrites: [] },
    lookups: [],
  };
  const items: FetchNode = {
    kind: 'fetch',
    subgraph: 'items',
    text: `query ($representations: [_Any!]!, $rate: String!, $n: Int) {
      _entities(representations: $representations) { ... on Item { price(at: $rate, times: $n) name inner { price(at: $rate) } } } }`,
    operationName: undefined,
    variables: ['n'],
    root: null,
    lookups: [
      {
        responseName: '_entities',
        variable: 'representations',
        paths: [['shops', EACH_ITEM, 'item']],
        requires: [
          { kind: 'field', source: '__typename', name: '__typename', selections: null },
          { kind: 'field', source: 'id', name: 'id', selections: null },
        ],
        contexts: [{ variable: 'rate', levels: 1, path: [{ types: ['Shop'] }, 'rate'] }],
        inputRewrites: [],
        outputRewrites: [],
      },
    ],
  };

  async function run(plan: PlanNode, rates: readonly (string | null)[]) {
    const bodies: Body[] = [];
    const answer = ({ variables }: Body) =>
      Object.fromEntries(
        Object.keys(variables)
          .filter((name) => name.startsWith('representations'))
          .map((name) => {
            const price = variables[name.replace('representations', 'rate')];
            const entities = variables[name]!.map((each) => ({ ...(each as object), name: 'one', inner: price ? { price } : {}, price }));
            return [name.replace('representations', '_entities'), entities];
          }),
      );
    const transportTo = (subgraph: string) => ({
      async send(call: { asBody(): string }) {
        const body = JSON.parse(call.asBody()) as Body;
        if (subgraph === 'items') bodies.push(body);
        const rows = rates.map((rate, n) => ({ __typename: 'Shop', rate, item: { __typename: 'Item', id: `i${n}` } }));
        return { data: subgraph === 'shops' ? { shops: rows } : answer(body) };
      },
    });
    const data: Record<string, unknown> = {};
    const errors: GraphQLError[] = [];
    const execution: Execution = { data, errors, variables: { n: 2 }, context, deadline: Deadline.NONE };
    await planStep(plan, { ...options, transportTo })(execution);
    return { rows: data.shops as { item: Record<string, unknown> }[], errors, bodies };
  }

  const inTurn: PlanNode = { kind: 'sequence', nodes: [shops, items] };

  test('so many groups go into one call, the rest into others, and each finds its way back', async () => {
    const rates = Array.from({ length: 2 * MOST_GROUPS + 3 }, (_, n) => `rate ${n}`);
    const { rows, bodies } = await run(inTurn, rates);
    expect(bodies.map(({ query }) => query.match(/:_entities/g)!.length)).toEqual([MOST_GROUPS, MOST_GROUPS, 3]);
    expect(rows.map(({ item }) => item.price)).toEqual(rates);
  });

  test('where an argument must have a value and has none, its field is not asked for, and its neighbours are', async () => {
    const { rows, errors, bodies } = await run(inTurn, [null, 'a', null]);
    expect(rows.map(({ item }) => [item.price, item.name])).toEqual([
      [undefined, 'one'],
      ['a', 'one'],
      [undefined, 'one'],
    ]);
    expect(errors).toEqual([]);
    const without = bodies.find(({ query }) => !query.includes('price'))!;
    expect(without.query).toBe(
      'query($representations_0:[_Any!]!){_entities_0:_entities(representations:$representations_0){...on Item{name inner{__typename}}}}',
    );
    expect(Object.keys(without.variables)).toEqual(['representations_0']);
  });

  test('where nothing else is asked for, nobody is', async () => {
    const [lookup] = items.lookups;
    const text =
      'query ($representations: [_Any!]!, $rate: String!) { _entities(representations: $representations) { ... on Item { price(at: $rate) } } }';
    const { bodies } = await run({ kind: 'sequence', nodes: [shops, { ...items, text, variables: [], lookups: [lookup!] }] }, [null, null]);
    expect(bodies).toEqual([]);
  });

  test('a plan that takes a value before it can have it is refused', () => {
    const step = (plan: PlanNode) => () => planStep(plan, { ...options, transportTo: () => ({ send: () => Promise.reject() }) });
    expect(step({ kind: 'sequence', nodes: [items, shops] })).toThrow('no value');
    const [lookup] = items.lookups;
    const other: FetchNode = {
      ...items,
      text: items.text.replace('name', 'rate'),
      lookups: [{ ...lookup!, contexts: [{ variable: 'rate', levels: 0, path: ['name'] }] }],
    };
    const one: FetchNode = { ...items, lookups: [{ ...lookup!, contexts: [{ variable: 'rate', levels: 0, path: ['rate'] }] }] };
    expect(step({ kind: 'sequence', nodes: [shops, { kind: 'parallel', nodes: [one, other] }] })).toThrow('wait for each other');
  });
});
