import 'reflect-metadata';
import { runSubgraph } from '@township-graph/shared/subgraph-process';
import { SECONDMENT } from './module';

runSubgraph(SECONDMENT).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
