import { ApolloGateway } from '@apollo/gateway';
import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import type { SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import { parse, visit } from 'graphql';
import type { GatewayConfig } from './config';
import { httpTransport } from './http-transport';
import { localTransport } from './local-transport';
import type { Metrics } from './metrics';
import { SubgraphSource } from './subgraph-source';
import type { SupergraphSource } from './supergraph';
import type { SubgraphTransport } from './transport';

/** Ways to subgraphs that are not reached at the URL the supergraph gives; by subgraph name. */
export type GivenTransports = Readonly<Record<string, SubgraphTransport | SubgraphExecutor>>;

export interface FederationOptions {
  readonly source: SupergraphSource;
  readonly transports: GivenTransports;
  readonly config: Pick<GatewayConfig, 'subgraphTimeoutMs' | 'subgraphMaxResponseBytes' | 'subgraphKeys' | 'subgraphUrls'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
}

export interface Federation {
  /** For Apollo Server, which loads and stops it. */
  readonly gateway: ApolloGateway;
  /** The transports of the supergraph in use; null until one is loaded. */
  subgraphs(): readonly SubgraphTransport[] | null;
  close(): Promise<void>;
}

/** A value with its name, in JSON, at the least: in process nothing is written, so values are counted instead. */
const BYTES_A_VALUE = 16;

interface SubgraphAddress {
  readonly name: string;
  readonly url?: string;
}

/** Plans and executes operations over the subgraphs of whatever supergraph it is given. */
export function createFederation({ source, log, ...options }: FederationOptions): Federation {
  // Read when an ApolloGateway is constructed; without it, it reports to its maker's servers.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const transportTo = transportsBy({ source, log, ...options });
  let current: readonly SubgraphTransport[] | null = null;
  const prepare = (sdl: string): string => {
    // All of them before the first is used, so that a supergraph with an unusable address is refused as a whole.
    for (const address of addressesIn(sdl)) transportTo(address);
    return sdl;
  };
  const gateway = new ApolloGateway({
    supergraphSdl: async ({ update }) => {
      const supergraphSdl = prepare(await source.load());
      const stop = source.watch((sdl) => {
        update(prepare(sdl));
        log.info('new supergraph in use');
      });
      return { supergraphSdl, cleanup: async () => stop() };
    },
    buildService: (address) => new SubgraphSource(transportTo(address)),
    validateSupergraph: true,
    // A plan names subgraphs; no header of a client may ask for it.
    __exposeQueryPlanExperimental: false,
    logger: quietly(log.child({ component: 'federation' })),
  });
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    current = addressesIn(coreSupergraphSdl).map(transportTo);
  });
  return { gateway, subgraphs: () => current, close: () => transportTo.closeAll() };
}

/** What the library tells of its own doings is noise below a warning. */
function quietly(log: Logger): Logger {
  if (log.isLevelEnabled('info') && !log.isLevelEnabled('debug')) log.level = 'warn';
  return log;
}

/** One transport for each address, made when first asked for and kept: a reload must not cut calls in flight. */
function transportsBy({ transports, config, clock, log, metrics }: FederationOptions) {
  const made = new Map<string, SubgraphTransport>();

  const make = ({ name, url: composed }: SubgraphAddress): SubgraphTransport => {
    const subgraphLog = log.child({ subgraph: name });
    const timeoutMs = config.subgraphTimeoutMs;
    const given = Object.hasOwn(transports, name) ? transports[name] : undefined;
    if (typeof given === 'function')
      return localTransport({ execute: given, timeoutMs, maxValues: config.subgraphMaxResponseBytes / BYTES_A_VALUE, log: subgraphLog });
    if (given) return given;
    const url = Object.hasOwn(config.subgraphUrls, name) ? config.subgraphUrls[name]!.href : composed;
    if (!url || !URL.canParse(url) || !/^https?:/.test(url)) throw new Error(`the supergraph gives no usable URL for the subgraph ${name}`);
    const key = Object.hasOwn(config.subgraphKeys, name) ? config.subgraphKeys[name]! : null;
    return httpTransport({ url: new URL(url), key, timeoutMs, maxResponseBytes: config.subgraphMaxResponseBytes, clock, log: subgraphLog });
  };

  const transportTo = (address: SubgraphAddress): SubgraphTransport => {
    const place = `${address.name} ${address.url ?? ''}`;
    let transport = made.get(place);
    if (!transport) {
      transport = measured(make(address), address.name, metrics);
      made.set(place, transport);
    }
    return transport;
  };
  const closeAll = async () => void (await Promise.all([...made.values()].map((transport) => transport.close?.())));
  return Object.assign(transportTo, { closeAll });
}

function measured(transport: SubgraphTransport, name: string, metrics: Metrics): SubgraphTransport {
  return {
    async send(call) {
      const started = performance.now();
      let outcome: 'ok' | 'errors' | 'unavailable' = 'unavailable';
      try {
        const result = await transport.send(call);
        outcome = result.errors?.length ? 'errors' : 'ok';
        return result;
      } finally {
        metrics.subgraphCall(name, outcome, (performance.now() - started) / 1000);
      }
    },
    close: async () => transport.close?.(),
  };
}

/** The subgraphs that `enum join__Graph` lists. */
function addressesIn(sdl: string): SubgraphAddress[] {
  const addresses: SubgraphAddress[] = [];
  visit(parse(sdl, { noLocation: true }), {
    EnumTypeDefinition: ({ name }) => (name.value === 'join__Graph' ? undefined : false),
    ObjectTypeDefinition: () => false,
    EnumValueDefinition: ({ directives }) => {
      const graph = directives?.find(({ name }) => name.value === 'join__graph');
      const text = (argument: string) => {
        const value = graph?.arguments?.find(({ name }) => name.value === argument)?.value;
        return value?.kind === 'StringValue' ? value.value : undefined;
      };
      const name = text('name');
      if (name !== undefined) addresses.push({ name, url: text('url') });
    },
  });
  return addresses;
}
