import 'reflect-metadata';
import { runSubgraph } from '@township-graph/shared/subgraph-process';
import { MATTERS } from './module';

runSubgraph(MATTERS).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
