import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { RequestContext } from '@township-graph/shared/context';
import { DomainError } from '@township-graph/shared/errors';
import { ANONYMOUS } from '@township-graph/shared/viewer';
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { GatewayConfig } from './config';
import { Deadline } from './deadline';
import type { OperationAnswer } from './execution/compiled-operation';
import { LoadedSupergraph } from './execution/loaded-supergraph';
import { NO_OVERRIDES } from './execution/overrides';
import type { GraphContext } from './graph-context';
import type { SupergraphSource } from './supergraph';
import { SubgraphTransports, type TransportsOptions } from './transport/subgraph-transports';
import type { SubgraphTransport } from './transport/transport';

export interface FederationOptions extends TransportsOptions {
  readonly source: SupergraphSource;
  /** What is done with a supergraph before it is used; until then the one before it serves. */
  readonly prepare?: (
    supergraph: LoadedSupergraph,
    options: { readonly isServing: boolean; readonly signal: AbortSignal },
  ) => Promise<void>;
  readonly config: TransportsOptions['config'] & Pick<GatewayConfig, 'queryPlanner' | 'overrideLabels'>;
}

export interface Federation {
  /** For Apollo Server, which loads and stops it. */
  readonly gateway: GatewayInterface;
  /** The supergraph in use; null until one is loaded. */
  supergraph(): LoadedSupergraph | null;
  /** Ways to probe the subgraphs of the supergraph in use; null until one is loaded. */
  probes(): readonly SubgraphTransport[] | null;
  close(): Promise<void>;
}

type SchemaCallback = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

/** Plans and executes operations over the subgraphs of whatever supergraph it is given. */
export function createFederation({ source, prepare, log: parent, ...options }: FederationOptions): Federation {
  const log = parent.child({ component: 'federation' });
  const transports = new SubgraphTransports({ ...options, log: parent });
  const listeners = new Set<SchemaCallback>();
  /** By the schema that Apollo Server has validated an operation against: a new one may be in use when it is executed. */
  const bySchema = new WeakMap<GraphQLSchema, LoadedSupergraph>();
  let current: LoadedSupergraph | null = null;
  let stopWatching = () => {};

  /** Ends the preparing of a supergraph that another is already there to replace. */
  let preparing = new AbortController();

  const loadedFrom = (sdl: string) =>
    new LoadedSupergraph(sdl, {
      planner: options.config.queryPlanner,
      overrides: { ...NO_OVERRIDES, labels: options.config.overrideLabels },
      transportTo: (address) => transports.to(address).shielded,
      longestCallMs: options.config.subgraphTimeoutMs,
      log,
    });
  const use = (loaded: LoadedSupergraph, sdl: string): void => {
    bySchema.set(loaded.schema, loaded);
    current = loaded;
    for (const listener of listeners) listener({ apiSchema: loaded.schema, coreSupergraphSdl: sdl });
  };
  const prepared = async (loaded: LoadedSupergraph, isServing: boolean): Promise<boolean> => {
    preparing.abort();
    preparing = new AbortController();
    const { signal } = preparing;
    await prepare?.(loaded, { isServing, signal });
    return !signal.aborted;
  };
  const change = async (loaded: LoadedSupergraph, sdl: string): Promise<void> => {
    if (!(await prepared(loaded, true))) return;
    use(loaded, sdl);
    log.info('new supergraph in use');
  };

  const gateway: GatewayInterface = {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const sdl = await source.load();
      const first = loadedFrom(sdl);
      await prepared(first, false);
      use(first, sdl);
      stopWatching = source.watch((changed) => {
        const loaded = loadedFrom(changed);
        change(loaded, changed).catch((error) => log.error({ err: error }, 'new supergraph could not be taken into use'));
      });
      return {
        executor: async ({ schema, source: text, document, request: { operationName, variables = {} }, context }) => {
          const loaded = bySchema.get(schema) ?? current!;
          return (await execute(loaded, { text, document, operationName }, variables, context)) as never;
        },
      };
    },
    async stop() {
      preparing.abort();
      stopWatching();
    },
  };
  return {
    gateway,
    supergraph: () => current,
    probes: () => current?.addresses.map((address) => transports.to(address).bare) ?? null,
    close: () => transports.close(),
  };
}

interface Document {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
}

async function execute(
  supergraph: LoadedSupergraph,
  { text, document, operationName }: Document,
  variables: Readonly<Record<string, unknown>>,
  context: Partial<GraphContext>,
): Promise<Partial<OperationAnswer>> {
  try {
    const prepared = supergraph.compile(text, document, operationName).prepare(variables);
    if (!('run' in prepared)) return { errors: prepared };
    return await prepared.run({ context: travelling(context), deadline: context.deadline ?? Deadline.NONE, timing: context.timing });
  } catch (error) {
    // A refusal is an answer; anything else is a bug, for Apollo Server to report.
    if (!(error instanceof DomainError)) throw error;
    return { errors: [new GraphQLError(error.message, { originalError: error })] };
  }
}

/** What travels on to subgraphs: the four fields, not whatever else Apollo keeps beside them. */
export function travelling({
  viewer = ANONYMOUS,
  requestId = 'gateway',
  locale = 'zh',
  purpose = null,
}: Partial<RequestContext>): RequestContext {
  return { viewer, requestId, locale, purpose };
}
