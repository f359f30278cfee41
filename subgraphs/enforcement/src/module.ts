import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import { ENFORCEMENT_SCHEMA } from './database';
import { loadDemo } from './demo/load-demo';
import { createEnforcementSubgraph } from './subgraph';

export const ENFORCEMENT: SubgraphModule = {
  name: 'enforcement',
  port: 4103,
  schema: ENFORCEMENT_SCHEMA,
  create: createEnforcementSubgraph,
  asksWith: ['personnel:read'],
  loadDemo,
};
