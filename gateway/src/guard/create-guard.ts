import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { Logger } from '@township-graph/shared/log';
import type { GatewayConfig } from '../config';
import { polledText } from '../polled-text';
import { declaredCosts } from './declared-costs';
import type { CostModel } from './operation-cost';
import { OperationGuard } from './operation-guard';
import { PersistedDocuments } from './persisted-documents';
import { createRateLimit } from './rate-limit';
import { RequestGuard } from './request-guard';
import { validatedOperation } from './validated-operation';

export interface GuardOptions {
  readonly config: Pick<GatewayConfig, 'production' | 'limits' | 'documents' | 'rateLimit'>;
  /** Tells of each supergraph that it takes into use. */
  readonly gateway: Pick<GatewayInterface, 'onSchemaLoadOrUpdate'>;
  /** Told when another list of documents is in use. */
  readonly onListed: () => void;
  readonly log: Logger;
}

export interface Guard {
  readonly requests: RequestGuard;
  readonly operations: OperationGuard;
  /** For Apollo Server. */
  readonly plugin: ApolloServerPlugin;
  readonly registry: PersistedDocuments['registry'];
  /** Documents that will be asked for. */
  listed(): Iterable<string>;
  close(): Promise<void>;
}

const MAX_MANIFEST_BYTES = 32 * 1024 * 1024;

/** Puts the guard together. Throws when the list of documents cannot be read: a safelist must not start empty unnoticed. */
export async function createGuard({ config, gateway, onListed, log }: GuardOptions): Promise<Guard> {
  const { production, limits, documents: listed } = config;
  let model: CostModel | null = null;
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    model = { schema: apiSchema, declared: declaredCosts(coreSupergraphSdl) };
  });
  const documents = new PersistedDocuments(listed.isSafelist);
  const stopWatching = listed.from ? await keepListed(documents, listed.from, listed.pollMs, { onListed, log }) : () => {};
  const rateLimit = await createRateLimit({ ...config.rateLimit, log });
  const operations = new OperationGuard({ limits, production, documents, model: () => model });
  return {
    operations,
    requests: new RequestGuard({ operations, limits, rateLimit }),
    plugin: validatedOperation((text) => operations.understood(text)),
    registry: documents.registry,
    listed: () => documents.texts,
    async close() {
      stopWatching();
      await rateLimit.close();
    },
  };
}

async function keepListed(
  documents: PersistedDocuments,
  from: string,
  pollMs: number,
  { onListed, log }: Pick<GuardOptions, 'onListed' | 'log'>,
): Promise<() => void> {
  const manifest = polledText({ from, pollMs, maxBytes: MAX_MANIFEST_BYTES, accept: 'application/json' });
  try {
    documents.list(await manifest.load());
  } catch (error) {
    throw new Error(`OPERATION_DOCUMENTS: ${(error as Error).message}`);
  }
  return manifest.watch(
    (json) => {
      documents.list(json);
      onListed();
    },
    (error) => log.error({ err: error }, 'new list of documents refused; the old one stays in use'),
  );
}
