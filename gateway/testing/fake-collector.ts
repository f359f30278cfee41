import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it came over the wire. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly status: { readonly code?: number };
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface FakeCollector {
  readonly url: string;
  /** All that was received, as it stood. */
  text(): string;
  spans(): CollectedSpan[];
  stop(): void;
}

/** Collects traces on the loopback; one that hangs takes them and never answers. */
export async function startFakeCollector({ hangs = false } = {}): Promise<FakeCollector> {
  const bodies: string[] = [];
  const server: Server = createServer(async (request, response) => {
    bodies.push(await bodyOf(request));
    if (!hangs) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => bodies.join('\n'),
    spans: () => bodies.flatMap(spansIn),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

type Value = Readonly<Record<string, unknown>>;

/** OTLP's JSON, as far as a test looks at it; a resource's attributes are told of each of its spans. */
interface Batch {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<CollectedSpan, 'attributes'> & { attributes: readonly Attribute[] })[];
    }[];
  }[];
}

interface Attribute {
  readonly key: string;
  readonly value: Value;
}

function spansIn(body: string): CollectedSpan[] {
  return (JSON.parse(body) as Batch).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .flatMap(({ spans }) => spans)
      .map(({ attributes, ...span }) => ({ ...span, attributes: valuesOf([...resource.attributes, ...attributes]) })),
  );
}

function valuesOf(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));
}

function plain({ arrayValue, ...value }: Value): unknown {
  if (arrayValue) return (arrayValue as { values: Value[] }).values.map(plain);
  return Object.values(value)[0];
}
