import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import { MATTERS_SCHEMA } from './database';
import { loadDemo } from './demo/load-demo';
import { createMattersSubgraph } from './subgraph';

export const MATTERS: SubgraphModule = {
  name: 'matters',
  port: 4102,
  schema: MATTERS_SCHEMA,
  create: createMattersSubgraph,
  loadDemo,
};
