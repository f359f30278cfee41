import { join } from 'node:path';
import { systemClock } from '@township-graph/shared/clock';
import { createLog, type Logger } from '@township-graph/shared/log';
import { type Authentication, createAuthentication } from './authentication/authentication';
import { denyListFrom, keySetFrom } from './authentication/token-sources';
import { ConfigError, type GatewayConfig, readConfig, usage } from './config';
import { createGateway, drainMsOf } from './gateway';
import { registerIde } from './ide';
import type { MetricsPages } from './metrics';
import { runService } from './workers/run-service';
import type { Service } from './workers/worker';

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage());
    return;
  }
  const config = readConfig();
  if (!config.supergraph) throw new ConfigError('SUPERGRAPH', 'a path or URL is needed; --help lists all variables');
  const log = createLog({ name: 'gateway', level: config.logLevel });
  await runService({
    workers: config.workers,
    start: ({ metricsPages }) => start(config, metricsPages, log),
    serving: (address) => log.info({ address, workers: config.workers }, 'gateway listens'),
    wordsFor,
    drainMs: drainMsOf(config),
    log,
  });
}

async function start(config: GatewayConfig, metricsPages: MetricsPages, log: Logger): Promise<Service> {
  if (config.production && !config.jwksUrl && !config.jwksFile) log.warn('no key set: every token is refused, all readers are anonymous');
  const authentication = await authenticationFrom(config, log);
  const gateway = await createGateway({ supergraph: config.supergraph!, authentication, config, metricsPages, log });
  await registerIde(gateway.app, { directory: join(__dirname, 'ide') });
  return { url: await gateway.listen(), stop: () => gateway.stop() };
}

async function authenticationFrom(config: GatewayConfig, log: Logger): Promise<Authentication> {
  const { tokenIssuer, tokenAudience: audience } = config;
  const keys = await keySetFrom(config, { clock: systemClock, log });
  const denyList = await denyListFrom(config, log);
  return createAuthentication({ keys, issuer: tokenIssuer ?? '', audience, denyList, clock: systemClock, log });
}

function wordsFor(error: Error): string {
  return error instanceof ConfigError ? error.message : (error.stack ?? error.message);
}

main().catch((error: Error) => {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
});
