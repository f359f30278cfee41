import type { Clock } from '@township-graph/shared/clock';
import type { Logger } from '@township-graph/shared/log';
import type { SubgraphExecutor } from '@township-graph/shared/subgraph-call';
import type { GatewayConfig } from '../config';
import type { Metrics } from '../metrics';
import { checked } from './checked-transport';
import { circuitBroken } from './circuit-breaker';
import { httpTransport } from './http-transport';
import { localTransport } from './local-transport';
import { measured } from './measured-transport';
import { retriedOnce } from './retry';
import type { SubgraphTransport } from './transport';

/** Ways to subgraphs that are not reached at the URL the supergraph gives; by subgraph name. */
export type GivenTransports = Readonly<Record<string, SubgraphTransport | SubgraphExecutor>>;

export interface SubgraphAddress {
  readonly name: string;
  readonly url?: string;
}

export interface TransportsOptions {
  readonly given: GivenTransports;
  readonly config: Pick<
    GatewayConfig,
    'subgraphTimeoutMs' | 'subgraphMaxResponseBytes' | 'subgraphKeys' | 'subgraphUrls' | 'subgraphBreakerFailures' | 'subgraphBreakerOpenMs'
  >;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** One subgraph, in two ways. */
export interface Reach {
  /** With everything that shields requests from a subgraph that fails. */
  readonly shielded: SubgraphTransport;
  /** Without: what a probe asks by, so that it neither meets an open circuit nor moves one. */
  readonly bare: SubgraphTransport;
}

/** A value with its name, in JSON, at the least: in process nothing is written, so values are counted instead. */
const BYTES_A_VALUE = 16;

/** The ways to subgraphs: one for each address, made when first asked for and kept, for a reload must not cut calls in flight. */
export class SubgraphTransports {
  private readonly made = new Map<string, Reach>();

  constructor(private readonly options: TransportsOptions) {}

  /** Throws for an address that cannot be used. */
  to(address: SubgraphAddress): Reach {
    const place = `${address.name} ${address.url ?? ''}`;
    let reach = this.made.get(place);
    if (!reach) {
      const bare = this.bare(address);
      reach = { bare, shielded: this.shielded(bare, address.name) };
      this.made.set(place, reach);
    }
    return reach;
  }

  async close(): Promise<void> {
    await Promise.all([...this.made.values()].map(({ bare }) => bare.close?.()));
  }

  private given(name: string): SubgraphTransport | SubgraphExecutor | null {
    return Object.hasOwn(this.options.given, name) ? this.options.given[name]! : null;
  }

  private bare({ name, url: composed }: SubgraphAddress): SubgraphTransport {
    const { config, clock } = this.options;
    const { subgraphTimeoutMs: timeoutMs, subgraphMaxResponseBytes: maxResponseBytes } = config;
    const log = this.logOf(name);
    const own = this.given(name);
    if (typeof own === 'function') return localTransport({ execute: own, timeoutMs, maxValues: maxResponseBytes / BYTES_A_VALUE, log });
    if (own) return own;
    const url = Object.hasOwn(config.subgraphUrls, name) ? config.subgraphUrls[name]!.href : composed;
    if (!url || !URL.canParse(url) || !/^https?:/.test(url)) throw new Error(`the supergraph gives no usable URL for the subgraph ${name}`);
    const key = Object.hasOwn(config.subgraphKeys, name) ? config.subgraphKeys[name]! : null;
    return httpTransport({ url: new URL(url), key, timeoutMs, maxResponseBytes, clock, log });
  }

  /**
   * The retry outside the breaker, so that each attempt counts; the check inside, so that an ill-shaped answer does. In this process
   * there is no connection that could break, and nothing is asked again.
   */
  private shielded(bare: SubgraphTransport, name: string): SubgraphTransport {
    const { config, metrics } = this.options;
    const log = this.logOf(name);
    const broken = circuitBroken(checked(bare, { log }), {
      failures: config.subgraphBreakerFailures,
      openMs: config.subgraphBreakerOpenMs,
      onCircuit: (circuit) => metrics.circuit(name, circuit),
      log,
    });
    const isInProcess = typeof this.given(name) === 'function';
    return measured(isInProcess ? broken : retriedOnce(broken, { onRetry: () => metrics.retry(name) }), name, metrics);
  }

  private logOf(name: string): Logger {
    return this.options.log.child({ subgraph: name });
  }
}
