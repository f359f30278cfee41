import path from 'node:path';
import { createAuthentication } from '@township-graph/gateway/authentication/authentication';
import { fixedKeySet } from '@township-graph/gateway/authentication/key-set';
import { denyListFrom } from '@township-graph/gateway/authentication/token-sources';
import { type GatewayConfig, TOKEN_AUDIENCE } from '@township-graph/gateway/config';
import { DEVELOPMENT_ISSUER, developmentKey } from '@township-graph/gateway/development-key';
import { createGateway } from '@township-graph/gateway/gateway';
import { registerIde } from '@township-graph/gateway/ide';
import type { MetricsPages } from '@township-graph/gateway/metrics';
import { limited } from '@township-graph/shared/call-limits';
import { systemClock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import { MachineIdentities } from './machine-identities';
import { type OpenOptions, type OpenSubgraph, openSubgraphs } from './open-subgraphs';
import { ROOT, SUPERGRAPH } from './paths';
import { type DevelopmentTokens, developmentTokens, HALF_A_DAY } from './tokens';

export interface WholeGraphOptions extends Omit<OpenOptions, 'graphOf'> {
  readonly config: GatewayConfig;
  /** Where the development key lies. */
  readonly keyDirectory: string;
  readonly metricsPages?: MetricsPages;
  readonly log: Logger;
}

export interface WholeGraph {
  readonly url: string;
  readonly subgraphs: readonly OpenSubgraph[];
  readonly tokens: DevelopmentTokens;
  /** A development token with these claims. */
  sign(claims: object, seconds?: number): Promise<string>;
  stop(): Promise<void>;
}

/** The whole graph in this process: every subgraph on its database, called in process by one gateway. */
export async function startWholeGraph({ config, keyDirectory, metricsPages, ...options }: WholeGraphOptions): Promise<WholeGraph> {
  const { clock = systemClock, log } = options;
  const key = await developmentKey(keyDirectory, clock);
  const authentication = createAuthentication({
    keys: fixedKeySet(key.jwks, config),
    issuer: DEVELOPMENT_ISSUER,
    audience: TOKEN_AUDIENCE,
    denyList: await denyListFrom(config, log),
    clock,
    log,
  });
  const machines = new MachineIdentities(key);
  const opened = await openSubgraphs({ ...options, graphOf: (subgraph) => machines.clientOf(subgraph) });
  const transports = Object.fromEntries(opened.subgraphs.map(({ name, execute }) => [name, limited(execute)]));
  const gateway = await createGateway({
    supergraph: config.supergraph ?? SUPERGRAPH,
    transports,
    authentication,
    config,
    clock,
    metricsPages,
    log,
  });
  await registerIde(gateway.app, { directory: path.join(ROOT, 'gateway/dist/ide') });
  const url = await gateway.listen();
  machines.enterBy(gateway.app);
  const sign = (claims: object, seconds = HALF_A_DAY) => key.sign({ ...claims }, seconds);
  return {
    url,
    subgraphs: opened.subgraphs,
    tokens: await developmentTokens(key),
    sign,
    async stop() {
      await opened.stopJobs();
      await gateway.stop();
      await opened.close();
    },
  };
}
