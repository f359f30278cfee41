import { ASSESSMENT } from '@township-graph/assessment/module';
import { DIRECTORY } from '@township-graph/directory/module';
import { ENFORCEMENT } from '@township-graph/enforcement/module';
import { MATTERS } from '@township-graph/matters/module';
import { SECONDMENT } from '@township-graph/secondment/module';
import type { SubgraphModule } from '@township-graph/shared/subgraph-process';

/** The subgraphs of the graph: the one list of them. Commands and whole-graph tests go through it; the gateway never sees it. */
export const SUBGRAPHS: readonly SubgraphModule[] = [DIRECTORY, MATTERS, ENFORCEMENT, SECONDMENT, ASSESSMENT];
