import type { DataSource } from 'typeorm';
import { type Clock, systemClock } from './clock';
import { type DatabaseOptions, openDatabase } from './database';
import { createLog, type Logger } from './log';
import { startSubgraphServer } from './server';
import { signingKey } from './signature';
import type { Subgraph } from './subgraph';

/** A subgraph as the processes that run it know it. */
export interface SubgraphModule {
  readonly name: string;
  /** Port when it runs as a process of its own and `PORT` is not set. */
  readonly port: number;
  readonly schema: Pick<DatabaseOptions, 'entities' | 'migrations'>;
  create(options: { readonly database: DataSource; readonly clock?: Clock; readonly log?: Logger }): Promise<Subgraph>;
  /** Fills an empty database with the demonstration counties; does nothing when they are there. */
  loadDemo(database: DataSource, onProgress?: (done: number, total: number) => void): Promise<void>;
}

const USAGE = (name: string, port: number) => `Serves the ${name} subgraph to signed calls of a gateway.

  DATABASE_URL   sqlite:PATH, mysql://… or mariadb://… (sqlite:.data/${name}.db)
  SUBGRAPH_KEYS  keyId:secret,… that calls may be signed with; needed, secrets of 32 bytes or more
  PORT           port to listen on (${port})
  HOST           address to listen on (127.0.0.1)
  LOG_LEVEL      fatal, error, warn, info, debug, trace or silent (info)
`;

/** Runs one subgraph as a process: configuration, migrations, signed server, graceful stop. */
export async function runSubgraph({ name, port, schema, create }: SubgraphModule, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(USAGE(name, port));
    return;
  }
  const log = createLog({ name });
  const database = await openDatabase({ ...schema, url: env.DATABASE_URL ?? `sqlite:.data/${name}.db` });
  const { execute } = await create({ database, log });
  const server = await startSubgraphServer({
    executor: execute,
    keys: keysFrom(env.SUBGRAPH_KEYS),
    host: env.HOST ?? '127.0.0.1',
    port: Number(env.PORT ?? port),
    clock: systemClock,
    log,
  });
  const stop = () =>
    void server
      .stop()
      .then(() => database.destroy())
      .then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
}

function keysFrom(list = '') {
  const keys = list
    .split(',')
    .filter(Boolean)
    .map((entry) => {
      const [id, ...secret] = entry.split(':');
      return signingKey(id!, secret.join(':'));
    });
  if (keys.length === 0) throw new Error('SUBGRAPH_KEYS is needed: a subgraph answers signed calls only (keyId:secret,…)');
  return keys;
}
