import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from '@township-graph/shared/log';
import type { GatewayConfig } from '../config';
import type { Stage } from './stages';

/** Of what a client asks, as much as a trace may hold: never variables. */
export interface AskedOperation {
  readonly kind: string;
  /** As the document names it. */
  readonly name: string | undefined;
}

export type CallOutcome = 'ok' | 'errors' | 'unavailable';

/** Sends traces to a collector. All instants are those of `performance.now()`. */
export interface Tracing {
  /** The trace of a request, as part of the client's own when its headers name one. */
  begin(headers: IncomingHttpHeaders, at: number): RequestTrace;
  /** Sends what is left, unless that takes longer. */
  stop(withinMs: number): Promise<void>;
}

export interface RequestTrace {
  readonly id: string;
  operation(operation: AskedOperation): void;
  stage(stage: Stage, from: number, to: number): void;
  call(subgraph: string, at: number): CallTrace;
  error(code: string): void;
  end(status: number, at: number): void;
}

export interface CallTrace {
  /** Tell a subgraph which trace the call is part of. */
  readonly headers: Readonly<Record<string, string>>;
  /** `failure`: in a word, what kept the subgraph from answering. */
  end(outcome: CallOutcome, failure: string | undefined, at: number): void;
}

/** Null unless a collector is configured. */
export function createTracing({ tracesUrl }: Pick<GatewayConfig, 'tracesUrl'>, log: Logger): Tracing | null {
  if (!tracesUrl) return null;
  // Loaded here and nowhere else: who has no collector pays nothing for it.
  const { openTelemetry } = require('./open-telemetry') as typeof import('./open-telemetry');
  return openTelemetry(tracesUrl, log);
}
