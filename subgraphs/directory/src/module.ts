import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import { DIRECTORY_SCHEMA } from './database';
import { loadDemo } from './demo/load-demo';
import { createDirectorySubgraph } from './subgraph';

export const DIRECTORY: SubgraphModule = {
  name: 'directory',
  port: 4101,
  schema: DIRECTORY_SCHEMA,
  create: createDirectorySubgraph,
  loadDemo,
};
