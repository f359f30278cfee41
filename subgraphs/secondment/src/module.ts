import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import { SECONDMENT_SCHEMA } from './database';
import { loadDemo } from './demo/load-demo';
import { createSecondmentSubgraph } from './subgraph';

export const SECONDMENT: SubgraphModule = {
  name: 'secondment',
  port: 4104,
  schema: SECONDMENT_SCHEMA,
  create: createSecondmentSubgraph,
  asksWith: ['assessment:read'],
  loadDemo,
};
