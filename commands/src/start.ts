import 'reflect-metadata';
import cluster from 'node:cluster';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, readConfig } from '@township-graph/gateway/config';
import { developmentKey } from '@township-graph/gateway/development-key';
import { drainMsOf } from '@township-graph/gateway/gateway';
import { runService } from '@township-graph/gateway/workers/run-service';
import { chainAlgorithm } from '@township-graph/shared/audit/audit-chain';
import { DemoScaleDiffers } from '@township-graph/shared/demo/scale';
import { learnHolidaysFrom } from '@township-graph/shared/holiday-file';
import { createLog } from '@township-graph/shared/log';
import { schedulerFrom } from '@township-graph/shared/scheduler/scheduler-settings';
import { Command } from 'commander';
import { SUBGRAPHS } from './graph';
import { prepareDatabases, UnusableDatabase } from './open-subgraphs';
import { AUDIT_HEADS, auditHeadsOf, DATA } from './paths';
import { scaleOption } from './scale-option';
import { type DevelopmentTokens, developmentTokens } from './tokens';
import { startWholeGraph } from './whole-graph';

const command = new Command('npm start --')
  .description('Runs the whole graph, in one process or WORKERS of them: embedded databases, demonstration counties, gateway and IDE.')
  .option('--port <port>', 'port to listen on (PORT, 4000)')
  .option('--data <directory>', 'where the embedded databases and the development key lie', DATA)
  .option('--fresh', 'throw the embedded databases away and load the demonstration again')
  .addOption(scaleOption());

async function main(): Promise<void> {
  const { port, data, fresh, scale } = command.parse().opts<{ port?: string; data: string; fresh?: boolean; scale?: number }>();
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, ...(port && { PORT: port }) });
  const scheduling = schedulerFrom(process.env);
  learnHolidaysFrom(process.env);
  const log = createLog({ name: 'township-graph', level: config.logLevel });
  const subgraphs = {
    log,
    databaseUrl: (name: string) => `sqlite:${path.join(data, `${name}.db`)}`,
    auditHeads: auditHeadsOf(data),
    auditAlgorithm: chainAlgorithm(process.env.AUDIT_ALGORITHM),
    showProgress: true,
    scale,
  };
  if (fresh && cluster.isPrimary) throwAway(data);
  await runService({
    workers: config.workers,
    async prepare() {
      await developmentKey(data);
      await prepareDatabases(subgraphs);
    },
    start: ({ isAlone, metricsPages }) =>
      startWholeGraph({ ...subgraphs, withDemo: isAlone, scheduling, config, keyDirectory: data, metricsPages }),
    async serving(url) {
      process.stdout.write(welcome(url, await developmentTokens(await developmentKey(data))));
    },
    wordsFor,
    drainMs: drainMsOf(config),
    log,
  });
}

/** The databases, and the heads of audit trails that go with them. */
function throwAway(data: string): void {
  const databases = SUBGRAPHS.flatMap(({ name }) => ['', '-wal', '-shm'].map((end) => `${name}.db${end}`));
  for (const file of [...databases, AUDIT_HEADS]) rmSync(path.join(data, file), { force: true });
}

function welcome(url: string, tokens: DevelopmentTokens): string {
  const question = '{ division(code: \\"410225201\\") { name parent { name } matters { totalCount } } }';
  return `
乡镇数据联邦图 Township Graph

  图 Graph   ${url}/graphql
  IDE        ${url}/

令牌 Tokens (12 h, development only)

  县 county    ${tokens.county}

  乡 township  ${tokens.township}

  村 village   ${tokens.village}

试一试 Try

  curl -s ${url}/graphql -H 'content-type: application/json' -d '{"query":"${question}"}'

`;
}

/** What the operator can mend is said in a sentence; a bug shows where it is. */
function wordsFor(error: Error & { code?: string }): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof UnusableDatabase)
    return `${error.message}; npm start -- --fresh throws the embedded databases away and makes them anew`;
  if (error instanceof DemoScaleDiffers) return `${error.message}; npm start -- --fresh --scale … does`;
  if (error.code === 'EADDRINUSE') return `${error.message}: choose another port with --port`;
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : (error.stack ?? error.message);
}

main().catch((error: Error) => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
});
