import 'reflect-metadata';
import { runSubgraph } from '@township-graph/shared/subgraph-process';
import { ENFORCEMENT } from './module';

runSubgraph(ENFORCEMENT).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
