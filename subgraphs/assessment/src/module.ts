import type { SubgraphModule } from '@township-graph/shared/subgraph-process';
import { ASSESSMENT_SCHEMA } from './database';
import { loadDemo } from './demo/load-demo';
import { createAssessmentSubgraph } from './subgraph';

export const ASSESSMENT: SubgraphModule = {
  name: 'assessment',
  port: 4105,
  schema: ASSESSMENT_SCHEMA,
  create: createAssessmentSubgraph,
  asksWith: ['matters:read', 'enforcement:read', 'coordination:read', 'personnel:read'],
  loadDemo,
};
