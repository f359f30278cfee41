import { join } from 'node:path';
import { systemClock } from '@township-graph/shared/clock';
import { createLog, type Logger } from '@township-graph/shared/log';
import { type Authentication, createAuthentication } from './authentication/authentication';
import { denyListFrom, keySetFrom } from './authentication/token-sources';
import { ConfigError, type GatewayConfig, readConfig, usage } from './config';
import { createGateway } from './gateway';
import { registerIde } from './ide';

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(usage());
    return;
  }
  const config = readConfig();
  if (!config.supergraph) throw new ConfigError('SUPERGRAPH', 'a path or URL is needed; --help lists all variables');
  const log = createLog({ name: 'gateway', level: config.logLevel });
  if (config.production && !config.jwksUrl && !config.jwksFile) log.warn('no key set: every token is refused, all readers are anonymous');
  const authentication = await authenticationFrom(config, log);
  const gateway = await createGateway({ supergraph: config.supergraph, authentication, config, log });
  await registerIde(gateway.app, { directory: join(__dirname, 'ide') });

  // A second signal finds the default handler, and ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(
      signal,
      () =>
        void gateway.stop().then(
          () => process.exit(0),
          () => process.exit(1),
        ),
    );
  }
  log.info({ address: await gateway.listen() }, 'gateway listens');
}

async function authenticationFrom(config: GatewayConfig, log: Logger): Promise<Authentication> {
  const { tokenIssuer, tokenAudience: audience } = config;
  const keys = await keySetFrom(config, { clock: systemClock, log });
  const denyList = await denyListFrom(config, log);
  return createAuthentication({ keys, issuer: tokenIssuer ?? '', audience, denyList, clock: systemClock, log });
}

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error.stack}\n`);
  process.exit(1);
});
