import { ApolloGateway } from '@apollo/gateway';
import type { Logger } from '@township-graph/shared/log';
import { buildSchema, type GraphQLSchema, parse, visit } from 'graphql';
import { SubgraphSource } from './subgraph-source';
import type { SupergraphSource } from './supergraph';
import { type SubgraphAddress, SubgraphTransports, type TransportsOptions } from './transport/subgraph-transports';
import type { SubgraphTransport } from './transport/transport';

export interface FederationOptions extends Omit<TransportsOptions, 'schema'> {
  readonly source: SupergraphSource;
}

export interface Federation {
  /** For Apollo Server, which loads and stops it. */
  readonly gateway: ApolloGateway;
  /** Ways to probe the subgraphs of the supergraph in use; null until one is loaded. */
  probes(): readonly SubgraphTransport[] | null;
  close(): Promise<void>;
}

/** Plans and executes operations over the subgraphs of whatever supergraph it is given. */
export function createFederation({ source, log, ...options }: FederationOptions): Federation {
  // Read when an ApolloGateway is constructed; without it, it reports to its maker's servers.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  let current: { readonly schema: GraphQLSchema; readonly probes: readonly SubgraphTransport[] } | null = null;
  const transports = new SubgraphTransports({ ...options, log, schema: () => current?.schema ?? null });
  const prepare = (sdl: string): string => {
    // All of them before the first is used, so that a supergraph with an unusable address is refused as a whole.
    for (const address of addressesIn(sdl)) transports.to(address);
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
    buildService: (address) => new SubgraphSource(transports.to(address).shielded),
    validateSupergraph: true,
    // A plan names subgraphs; no header of a client may ask for it.
    __exposeQueryPlanExperimental: false,
    logger: quietly(log.child({ component: 'federation' })),
  });
  gateway.onSchemaLoadOrUpdate(({ coreSupergraphSdl }) => {
    const schema = buildSchema(coreSupergraphSdl, { assumeValidSDL: true, assumeValid: true });
    current = { schema, probes: addressesIn(coreSupergraphSdl).map((address) => transports.to(address).bare) };
  });
  return { gateway, probes: () => current?.probes ?? null, close: () => transports.close() };
}

/** What the library tells of its own doings is noise below a warning. */
function quietly(log: Logger): Logger {
  if (log.isLevelEnabled('info') && !log.isLevelEnabled('debug')) log.level = 'warn';
  return log;
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
