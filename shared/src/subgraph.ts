import { printSchemaWithDirectives } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ClassType, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { AskedProperties } from './asked-properties';
import { AuditRepository } from './audit/audit.repository';
import { auditResolver } from './audit/audit.resolver';
import { recordClearReadings } from './audit/clear-reading-audit';
import type { Clock } from './clock';
import type { Journal } from './command/journal';
import type { RequestContext } from './context';
import type { DigestAlgorithm } from './digest-algorithm';
import { callDirectly, nameClasses } from './direct-resolvers';
import { createExecutor } from './executor';
import { federatedSchema, type References } from './federated-schema';
import { FeedRepository } from './feed/feed.repository';
import { feedResolver } from './feed/feed.resolver';
import type { GraphClient } from './graph-client/graph-client';
import { lazily } from './lazily';
import type { Logger } from './log';
import { ClearReadings, guardPersonalFields } from './personal-data';
import { DateTimeScalar } from './scalars';
import type { Job } from './scheduler/job';
import type { SubgraphExecutor } from './subgraph-call';
import type { Scope, Viewer } from './viewer';

/** What a resolver gets: the request and this subgraph's loaders, made for it alone. */
export type SubgraphContext<L> = RequestContext & { readonly loaders: L; readonly readings: ClearReadings };

/** What a subgraph is made of, wherever it runs. */
export interface SubgraphOptions {
  readonly database: DataSource;
  readonly clock?: Clock;
  readonly log?: Logger;
  /** SHA-256 when absent; SM3 where commercial cryptography is required. */
  readonly auditAlgorithm?: DigestAlgorithm;
  /** The file to which the newest audit record's hash is exported after each write; none when absent. */
  readonly auditHeads?: string;
  /** Asks the graph of which this is a part; without it, it learns nothing of others. */
  readonly graph?: GraphClient;
}

export interface SubgraphParts<L> {
  readonly name: string;
  /** Without which its feed is not read; null where all rows are public: then by whoever is signed in. */
  readonly readScope: Scope | null;
  /** Instances of type-graphql resolver classes: wiring is by hand, there is no container. */
  readonly resolvers: readonly object[];
  readonly references: References<SubgraphContext<L>>;
  /** Types that no field of ours returns, such as stubs of other subgraphs' entities. */
  readonly orphanedTypes?: readonly ClassType[];
  /** SDL for what decorators cannot say: directives on enums, unions and scalars. */
  readonly extensions?: string;
  /** Batches for the request of one viewer: see `loadersOnDemand`. */
  loaders(viewer: Viewer): L;
  /** What it does by itself, without being asked. */
  readonly jobs?: readonly Job[];
  readonly database: DataSource;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log?: Logger;
}

export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** The federation SDL: what is committed as schema.graphql and composed into the supergraph. Written when it is first asked for. */
  sdl(): string;
  readonly execute: SubgraphExecutor;
  /** Run by whoever opened it, for as long as it is open; nothing runs by itself. */
  readonly jobs: readonly Job[];
}

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@provides", "@requires", "@inaccessible", "@override", "@tag", "@cost", "@listSize"])`;

/** type-graphql cannot describe the root types; the words are the same in all subgraphs, for composition merges them. */
const ROOT_WORDS = {
  query: 'What can be asked of the graph. 查询入口。',
  mutation: 'What can be changed through the graph. 变更入口。',
} as const;

/** Builds the federated schema of type-graphql resolvers and the executor that answers for it. */
export async function buildSubgraph<L>(parts: SubgraphParts<L>): Promise<Subgraph> {
  const { database, journal, clock, log } = parts;
  const plain = plainSchema(parts);
  const asked = new AskedProperties(plain);
  asked.tellResolvers();
  guardPersonalFields(plain, clock);
  for (const [root, words] of [
    [plain.getQueryType(), ROOT_WORDS.query],
    [plain.getMutationType(), ROOT_WORDS.mutation],
  ] as const)
    if (root) root.description = words;
  const sdl = lazily(() => federationSdl(plain, parts.extensions));
  const schema = federatedSchema(plain, sdl, parts.references, asked);
  const execute = createExecutor<SubgraphContext<L>>(schema, {
    contextOf: (context) => contextFor(context, parts),
    settle: (context) =>
      context.readings.made.length > 0 ? recordClearReadings(database, journal, clock, context, context.readings.made) : null,
    log,
  });
  return { name: parts.name, schema, sdl, execute, jobs: parts.jobs ?? [] };
}

function contextFor<L>({ viewer, requestId, locale, purpose }: RequestContext, parts: SubgraphParts<L>): SubgraphContext<L> {
  return { viewer, requestId, locale, purpose, readings: new ClearReadings(), loaders: parts.loaders(viewer) };
}

function plainSchema<L>({ name, readScope, resolvers, orphanedTypes, database, clock }: SubgraphParts<L>): GraphQLSchema {
  const { manager } = database;
  const all = [
    ...resolvers,
    auditResolver(name, new AuditRepository(manager, clock)),
    feedResolver(name, readScope, new FeedRepository(manager, clock)),
  ];
  const instances = new Map(all.map((resolver) => [resolver.constructor as ClassType, resolver] as const));
  showPropertiesPlainly();
  nameClasses();
  const schema = ofTheirOwn(instances, () =>
    buildSchemaSync({
      resolvers: [...instances.keys()] as unknown as NonEmptyArray<ClassType>,
      container: { get: (type) => instances.get(type) },
      // Inputs are checked by scalars and by the domain's own rules, which refuse with a reason.
      validate: false,
      scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
      orphanedTypes: [...(orphanedTypes ?? [])] as never,
      skipCheck: true,
    }),
  );
  callDirectly(schema, instances);
  return schema;
}

/**
 * For each field, type-graphql goes through the resolvers of all subgraphs of the process, to leave out those of others: so they are
 * left out before.
 */
function ofTheirOwn<T>(resolvers: ReadonlyMap<ClassType, object>, build: () => T): T {
  const storage = getMetadataStorage();
  const everyones = storage.fieldResolvers;
  storage.fieldResolvers = everyones.filter(({ kind, target }) => kind === 'internal' || resolvers.has(target as ClassType));
  try {
    return build();
  } finally {
    storage.fieldResolvers = everyones;
  }
}

/** A field that shows the property of its name gets no resolver: compiled operations read it in place, without a call for each value. */
function showPropertiesPlainly(): void {
  for (const field of getMetadataStorage().fields) if (field.schemaName === field.name) field.simple = true;
}

/** type-graphql knows no federation: its schema is printed with the directives its decorators hold, and linked. */
function federationSdl(plain: GraphQLSchema, extensions = ''): string {
  return `${[FEDERATION, printSchemaWithDirectives(plain), extensions].filter(Boolean).join('\n\n').trim()}\n`;
}
