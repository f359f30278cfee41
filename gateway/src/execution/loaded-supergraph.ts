import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { DomainError } from '@township-graph/shared/errors';
import { lazily } from '@township-graph/shared/lazily';
import type { Logger } from '@township-graph/shared/log';
import {
  assertValidSchema,
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  visit,
} from 'graphql';
import { RecentlyUsed } from '../recently-used';
import { supergraphDocument } from '../supergraph-document';
import { textOf } from '../supergraph-links';
import type { SubgraphAddress } from '../transport/subgraph-transports';
import type { SubgraphTransport } from '../transport/transport';
import { apolloPlanner, isWithoutWay, TooManyWays } from './apollo-planner';
import { CompiledOperation } from './compiled-operation';
import { includesAny, withConcreteFragments } from './concrete-fragments';
import { EntityKeys } from './entity-keys';
import { hivePlanner } from './hive-planner';
import { contextualFieldsIn, neededFieldsIn } from './join-directives';
import { withLeftOutMembers } from './left-out-members';
import { NO_OVERRIDES, type OverrideOptions, Overrides } from './overrides';
import type { PlanNode } from './plan';
import { planStep } from './plan-steps';
import type { OperationToPlan, Planner } from './planner';
import { RequiredArguments } from './required-arguments';
import { reachesAllRoots } from './root-fields';
import { SupergraphJoins } from './supergraph-joins';
import { SupergraphTypes } from './supergraph-types';
import { usableSupergraph } from './usable-supergraph';

/** Which planner is asked first. Where there are contexts, it is Apollo's: the other would leave them out without a word. */
export type PlannerName = 'hive' | 'apollo';

export interface LoadOptions {
  readonly planner: PlannerName;
  readonly transportTo: (address: SubgraphAddress) => SubgraphTransport;
  readonly longestCallMs: number;
  /** Of progressive overrides. Unless it is given, no label is switched on. */
  readonly overrides?: OverrideOptions;
  readonly log: Logger;
}

/** What a supergraph may want of whoever executes it. */
const SUPPORTED = new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, 'https://specs.apollo.dev/context/v0.1']);
/** Documents whose operations stay compiled, by their characters together. */
const COMPILED_CHARACTERS = 1024 * 1024;

/** One supergraph in use: its schemas, its planner, and the operations that have been compiled for it. */
export class LoadedSupergraph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly addresses: readonly SubgraphAddress[];
  private readonly types: SupergraphTypes;
  private readonly keys: EntityKeys;
  private readonly required: RequiredArguments;
  private readonly needed: ReadonlySet<string>;
  private readonly joins: SupergraphJoins;
  private readonly overrides: Overrides;
  private readonly isContextual: boolean;
  /** Names of fields that are planned for each type by itself: where they come from, or what from, is a matter of the type. */
  private readonly typed: ReadonlySet<string>;
  private readonly planner: Planner;
  private readonly transports: ReadonlyMap<string, SubgraphTransport>;
  /** By the document's text, then by the name that the operation was asked for by. */
  private readonly compiled = new RecentlyUsed<Map<string | undefined, CompiledOperation>>(COMPILED_CHARACTERS);
  private readonly apollo: () => Planner;

  /** Throws for a supergraph that cannot be used. */
  constructor(
    sdl: string,
    private readonly options: LoadOptions,
  ) {
    const document = usableSupergraph(supergraphDocument(sdl));
    const schema = buildASTSchema(document);
    assertValidSchema(schema);
    this.types = new SupergraphTypes(schema);
    // Whether joins hold together, Apollo's planner finds out as it takes the supergraph apart; the other one does not look.
    const supergraph = Supergraph.build(document, { supportedFeatures: SUPPORTED, validateSupergraph: options.planner !== 'apollo' });
    this.schema = supergraph.apiSchema().toGraphQLJSSchema();
    this.keys = new EntityKeys(this.types);
    this.required = new RequiredArguments(this.types.schema);
    this.needed = neededFieldsIn(this.types.schema);
    this.joins = new SupergraphJoins(this.types);
    this.overrides = new Overrides(this.types.schema, this.needed, options.overrides ?? NO_OVERRIDES);
    const contextual = contextualFieldsIn(this.types.schema);
    this.isContextual = contextual.length > 0;
    this.typed = new Set([...contextual, ...this.overrides.moving]);
    const { unknown } = this.overrides;
    if (unknown.length > 0) options.log.warn({ labels: unknown }, 'the supergraph has no overrides of these labels');
    this.addresses = addressesIn(document);
    this.transports = new Map(this.addresses.map((address) => [address.name, options.transportTo(address)]));
    this.apollo = lazily(() => apolloPlanner(supergraph, this.overrides, this.isContextual));
    this.planner = options.planner === 'hive' && !this.isContextual ? hivePlanner(sdl, this.overrides) : this.apollo();
  }

  /** The operation of a valid document, compiled when it is asked for the first time. Throws when the document has no such operation. */
  compile(text: string, document: DocumentNode, operationName: string | undefined): CompiledOperation {
    const known = this.compiledBefore(text, operationName);
    if (known) return known;
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new Error('the document has no such operation');
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw new NoSubscriptions();
    const compiled = this.compiledFrom(document, operation);
    this.keep(text, operationName, compiled);
    return compiled;
  }

  /** Compiles and plans a valid document's operations before they are asked for, each by its name and, where it is the only one, without. */
  compileAhead(text: string, document: DocumentNode): void {
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    for (const { name, operation } of operations) {
      if (operation === OperationTypeNode.SUBSCRIPTION) continue;
      const compiled = this.compile(text, document, name?.value);
      compiled.planAhead();
      if (name && operations.length === 1) this.keep(text, undefined, compiled);
    }
  }

  /** The operation, if it has been compiled already: then its document was valid. */
  compiledBefore(text: string, operationName: string | undefined): CompiledOperation | undefined {
    return this.compiled.get(text)?.get(operationName);
  }

  private keep(text: string, operationName: string | undefined, compiled: CompiledOperation): void {
    const ofText = this.compiled.get(text);
    if (ofText) ofText.set(operationName, compiled);
    else this.compiled.set(text, new Map([[operationName, compiled]]), text.length);
  }

  private compiledFrom(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation {
    const { types, keys, required, needed, overrides, isContextual } = this;
    const transportTo = (subgraph: string) => this.transports.get(subgraph)!;
    return new CompiledOperation(
      { document, operation },
      {
        schema: this.schema,
        types,
        required,
        needed,
        overrides,
        plan: (each, draw) => this.plan(each, draw),
        compile: (plan) =>
          planStep(plan, { types, keys, transportTo, longestCallMs: this.options.longestCallMs, hasOwnParts: isContextual }),
      },
    );
  }

  private plan(given: OperationToPlan, draw: number): PlanNode {
    const operation = this.written(given);
    const plan = this.planned(operation, draw);
    const [definition] = operation.document.definitions as [OperationDefinitionNode];
    if (!plan || !reachesAllRoots(plan, definition)) throw new Unreachable();
    const { types, joins } = this;
    return joins.isUneven ? withLeftOutMembers(plan, definition, types, joins) : plan;
  }

  private planned(operation: OperationToPlan, draw: number): PlanNode | null {
    try {
      return this.planner.plan(operation, draw);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.options.log.debug({ err: error }, 'an operation is planned in another way');
      return this.plannedForEachType(operation, draw, error);
    }
  }

  private plannedForEachType(operation: OperationToPlan, draw: number, reason: unknown): PlanNode | null {
    const document = withConcreteFragments(operation.document, this.schema);
    if (!document) throw reason;
    try {
      return this.apollo().plan({ ...operation, document }, draw);
    } catch (error) {
      throw isWithoutWay(error) ? new Unreachable() : error;
    }
  }

  private written(operation: OperationToPlan): OperationToPlan {
    if (!includesAny(operation.document, this.typed)) return operation;
    const document = withConcreteFragments(operation.document, this.schema, this.typed);
    if (!document) throw new TooManyWays();
    return { ...operation, document, text: print(document) };
  }
}

/** The supergraph shows what none of its subgraphs can be asked for. */
class Unreachable extends DomainError {
  constructor() {
    super('INTERNAL_SERVER_ERROR', 'FIELD_UNREACHABLE', {
      zh: '所查询的部分内容没有子图能够给出',
      en: 'No subgraph can give all that is asked',
    });
  }
}

class NoSubscriptions extends DomainError {
  constructor() {
    super('BAD_USER_INPUT', 'SUBSCRIPTIONS_NOT_SERVED', { zh: '本图不提供订阅操作', en: 'Subscriptions are not served' });
  }
}

/** The subgraphs that `enum join__Graph` lists. */
function addressesIn(document: DocumentNode): SubgraphAddress[] {
  const addresses: SubgraphAddress[] = [];
  visit(document, {
    EnumTypeDefinition: ({ name }) => (name.value === 'join__Graph' ? undefined : false),
    ObjectTypeDefinition: () => false,
    EnumValueDefinition: ({ directives }) => {
      const graph = directives?.find(({ name }) => name.value === 'join__graph');
      const name = graph && textOf(graph, 'name');
      if (name !== undefined) addresses.push({ name, url: textOf(graph!, 'url') });
    },
  });
  return addresses;
}
