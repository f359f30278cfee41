import 'reflect-metadata';
import { runSubgraph } from '@township-graph/shared/subgraph-process';
import { ASSESSMENT } from './module';

runSubgraph(ASSESSMENT).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
