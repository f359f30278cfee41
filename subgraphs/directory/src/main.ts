import 'reflect-metadata';
import { runSubgraph } from '@township-graph/shared/subgraph-process';
import { DIRECTORY } from './module';

runSubgraph(DIRECTORY).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
