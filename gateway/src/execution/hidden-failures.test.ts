import { createLog } from '@township-graph/shared/log';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { parse } from 'graphql';
import { transportTo } from '../../testing/worlds/engines';
import { OFFICE } from '../../testing/worlds/office';
import { schemasOf, supergraphOf } from '../../testing/worlds/world';
import { Deadline } from '../deadline';
import { SubgraphUnavailable } from '../transport/transport';
import { LoadedSupergraph } from './loaded-supergraph';

const schemas = schemasOf(OFFICE);
const context = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;
let dead: string | null = null;

const supergraph = new LoadedSupergraph(supergraphOf(OFFICE), {
  planner: 'apollo',
  longestCallMs: 10_000,
  transportTo: ({ name }) => ({
    async send(call, deadline) {
      if (name === dead) throw new SubgraphUnavailable('UNREACHABLE', { mayHaveActed: false, verdict: 'faulty' });
      return transportTo(schemas[name]!).send(call, deadline);
    },
  }),
  log: createLog({ name: 'test' }),
});

async function ask(text: string) {
  const prepared = supergraph.compile(text, parse(text), undefined).prepare({});
  if (!('run' in prepared)) throw prepared[0]!;
  const { data, errors = [] } = await prepared.run({ context, deadline: Deadline.NONE });
  const told = errors.map(({ path, extensions }) => ({ path: path?.join('.'), code: extensions.code }));
  return { data: JSON.parse(JSON.stringify(data)), told };
}

afterEach(() => {
  dead = null;
});

test('a field whose requirement did not come is not null without a word', async () => {
  expect((await ask('{ offices { lunch } }')).told).toEqual([]);
  dead = 'staff';
  const { data, told } = await ask('{ offices { lunch } }');
  expect(data.offices.map(({ lunch }: { lunch: unknown }) => lunch)).toContain(null);
  expect(told).toEqual([{ path: undefined, code: 'SUBGRAPH_UNAVAILABLE' }]);
});

test('what is told at its place already is not told once more', async () => {
  dead = 'staff';
  const { told } = await ask('{ offices { lunch opensLate } }');
  expect(told.length).toBeGreaterThan(0);
  expect(told.every(({ path, code }) => path !== undefined && code === 'SUBGRAPH_UNAVAILABLE')).toBe(true);
});
