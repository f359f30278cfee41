import { setTimeout as pause } from 'node:timers/promises';
import {
  type Context,
  DiagLogLevel,
  defaultTextMapGetter,
  defaultTextMapSetter,
  diag,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from '@township-graph/shared/log';
import type { CallTrace, RequestTrace, Tracing } from './tracing';

/** What goes by the name of OTEL_SERVICE_NAME otherwise. */
const SERVICE_NAME = 'township-graph-gateway';
/** Names are the client's; none of its documents may fill a collector. */
const MOST_NAME_CHARACTERS = 100;
const A_MINUTE_MS = 60_000;
/** What a request can fail by that is no fault of its own. */
const OUR_FAULTS = new Set(['INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE']);

const propagator = new W3CTraceContextPropagator();

/**
 * Traces by OpenTelemetry, over HTTP. Nothing is registered for the whole process: libraries that would trace by themselves
 * (with documents, addresses, SQL) find nobody to trace to. Spans wait in a queue of bounded length, so a collector that
 * is dead costs no request anything.
 */
export function openTelemetry(url: URL, log: Logger): Tracing {
  tellOfTrouble(log);
  const named = resourceFromAttributes({ 'service.name': SERVICE_NAME });
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(named)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: url.href }))],
  });
  const tracer = provider.getTracer('township-graph');
  return {
    begin: (headers, at) => requestTrace(tracer, propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter), at),
    async stop(withinMs) {
      const sent = provider.shutdown().catch((error) => log.warn({ err: error }, 'the last traces could not be sent'));
      await Promise.race([sent, pause(withinMs, undefined, { ref: false })]);
    },
  };
}

function requestTrace(tracer: Tracer, parent: Context, startedAt: number): RequestTrace {
  const span = tracer.startSpan('graphql', { kind: SpanKind.SERVER, startTime: startedAt }, parent);
  const context = trace.setSpan(parent, span);
  const isRecorded = span.isRecording();
  const codes = new Set<string>();
  return {
    id: span.spanContext().traceId,
    operation({ kind, name }) {
      span.updateName(kind).setAttribute('graphql.operation.type', kind);
      if (name !== undefined) span.setAttribute('graphql.operation.name', name.slice(0, MOST_NAME_CHARACTERS));
    },
    stage(stage, from, to) {
      if (isRecorded) tracer.startSpan(stage, { startTime: from }, context).end(to);
    },
    // One that is not recorded still tells the subgraph so.
    call: (subgraph, at) => (isRecorded ? callTrace(tracer, context, subgraph, at) : { headers: headersOf(context), end() {} }),
    error: (code) => void codes.add(code),
    end(status, at) {
      span.setAttribute('http.response.status_code', status);
      if (codes.size > 0) span.setAttribute('graphql.error.codes', [...codes]);
      const fault = [...codes].find((code) => OUR_FAULTS.has(code));
      if (fault !== undefined) span.setAttribute('error.type', fault).setStatus({ code: SpanStatusCode.ERROR });
      span.end(at);
    },
  };
}

function callTrace(tracer: Tracer, parent: Context, subgraph: string, startedAt: number): CallTrace {
  const attributes = { 'subgraph.name': subgraph };
  const span = tracer.startSpan(`subgraph ${subgraph}`, { kind: SpanKind.CLIENT, startTime: startedAt, attributes }, parent);
  return {
    headers: headersOf(trace.setSpan(parent, span)),
    end(outcome, failure, at) {
      span.setAttribute('subgraph.outcome', outcome);
      if (outcome === 'unavailable') span.setStatus({ code: SpanStatusCode.ERROR });
      if (failure !== undefined) span.setAttribute('error.type', failure);
      span.end(at);
    },
  };
}

function headersOf(context: Context): Record<string, string> {
  const headers: Record<string, string> = {};
  propagator.inject(context, headers, defaultTextMapSetter);
  return headers;
}

/** The SDK's own words, above all that a collector does not answer: at most one in a minute. */
function tellOfTrouble(log: Logger): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (cause: string): void => {
    if (performance.now() - toldAt < A_MINUTE_MS) return;
    toldAt = performance.now();
    log.warn({ cause }, 'traces are not sent as they should be');
  };
  const silent = () => {};
  diag.setLogger(
    { error: tell, warn: tell, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}
