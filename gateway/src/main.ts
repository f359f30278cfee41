import { join } from 'node:path';
import { systemClock } from '@township-graph/shared/clock';
import { createLog } from '@township-graph/shared/log';
import type { JSONWebKeySet } from 'jose';
import { createAuthentication, jwksFromFile } from './authentication';
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
  const gateway = await createGateway({ supergraph: config.supergraph, authentication: authenticationFrom(config), config, log });
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

function authenticationFrom({ jwksUrl, jwksFile, tokenIssuer, tokenAudience, production }: GatewayConfig) {
  const keys = jwksUrl ?? (jwksFile ? keysFrom(jwksFile) : null);
  return createAuthentication({ keys, issuer: tokenIssuer ?? '', audience: tokenAudience, production, clock: systemClock });
}

function keysFrom(file: string): JSONWebKeySet {
  try {
    return jwksFromFile(file);
  } catch (error) {
    throw new ConfigError('JWKS_FILE', (error as Error).message);
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error.stack}\n`);
  process.exit(1);
});
