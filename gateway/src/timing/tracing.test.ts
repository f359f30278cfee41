import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@township-graph/shared/clock';
import { NonceCache } from '@township-graph/shared/nonce-cache';
import { readCall, verifyCall } from '@township-graph/shared/signature';
import { signingKey } from '@township-graph/shared/signing-key';
import { type CollectedSpan, type FakeCollector, startFakeCollector } from '../../testing/fake-collector';
import { startLibraryGateway } from '../../testing/library-gateway';

const SECRET = 'the secret of this subgraph and of no other';
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const PARENT_ID = 'b7ad6b7169203331';
const TRACEPARENT = `00-${TRACE_ID}-${PARENT_ID}-01`;
const STAGES = ['admission', 'authentication', 'receive', 'guard', 'plan', 'execution', 'merge'];
const LANES = [
  ['the short lane', 'true'],
  ['Apollo Server', 'false'],
] as const;

let subgraph: Server;
let subgraphUrl: string;
/** What the subgraph was told beside the calls themselves, which it has found to be signed. */
let told: IncomingHttpHeaders[] = [];
const collectors: FakeCollector[] = [];

beforeAll(async () => {
  const nonces = new NonceCache();
  const keys = [signingKey('here-1', SECRET)];
  subgraph = createServer(async (request, response) => {
    const { headers, method = '', url = '' } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    verifyCall({ said: readCall(headers), keys, method, path: url, body: Buffer.concat(chunks), clock: systemClock, nonces });
    told.push(headers);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"title":"边城"}}');
  });
  await new Promise<void>((resolve) => subgraph.listen(0, '127.0.0.1', resolve));
  subgraphUrl = `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/graphql`;
});

afterEach(() => {
  told = [];
  for (const collector of collectors.splice(0)) collector.stop();
});

afterAll(() => {
  subgraph.closeAllConnections();
  subgraph.close();
});

const remote = () => ({ SUBGRAPH_URLS: `library=${subgraphUrl}`, SUBGRAPH_KEYS: `library:here-1:${SECRET}` });

type Traced = Awaited<ReturnType<typeof startLibraryGateway>>;

/** What a collector has once a gateway that did this has stopped. */
async function traced(work: (gateway: Traced) => Promise<unknown>, env: Record<string, string> = {}): Promise<FakeCollector> {
  const collector = await startFakeCollector();
  collectors.push(collector);
  const gateway = await startLibraryGateway({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...env });
  await work(gateway);
  await gateway.stop();
  return collector;
}

const requestIn = (spans: readonly CollectedSpan[]) => spans.find(({ kind }) => kind === 2)!;
const callsIn = (spans: readonly CollectedSpan[]) => spans.filter(({ kind }) => kind === 3);

describe.each(LANES)('through %s', (_, SHORT_LANE) => {
  test('a request is a trace of its stages and calls', async () => {
    const collector = await traced((gateway) => gateway.ask('query Titles { title }'), { SHORT_LANE });
    const spans = collector.spans();
    const request = requestIn(spans);
    expect(request).toMatchObject({ name: 'query', attributes: { 'graphql.operation.type': 'query', 'graphql.operation.name': 'Titles' } });
    expect(request.attributes).toMatchObject({ 'service.name': 'township-graph-gateway', 'http.response.status_code': 200 });
    expect(request.parentSpanId ?? '').toBe('');
    const children = spans.filter((span) => span !== request);
    expect(new Set(children.map(({ name }) => name))).toEqual(new Set([...STAGES, 'subgraph library']));
    for (const { traceId, parentSpanId } of children) expect([traceId, parentSpanId]).toEqual([request.traceId, request.spanId]);
    expect(callsIn(spans)).toMatchObject([{ attributes: { 'subgraph.name': 'library', 'subgraph.outcome': 'ok' } }]);
  });

  test('spans hold no variable, no token, no person and no text of the document', async () => {
    const collector = await traced(
      async (gateway) => {
        const headers = { authorization: 'Bearer zhang-san', 'x-purpose': 'acceptance-no-77', baggage: 'who=zhang-san' };
        const variables = { id: '410225198001011234', title: '李四的书' };
        await gateway.ask('query T($id: ID) { title(id: $id) broken }', { headers, variables });
        await gateway.ask('mutation M($title: String) { addBook(title: $title) }', { headers, variables });
        await gateway.ask('query T($id: Int!) { title(id: $id) }', { headers, variables });
        await gateway.ask('{ title(id: "410225198001011234") }', { headers });
        await gateway.ask('{ title(id: "410225198001011234" }', { headers });
        await gateway.send({ method: 'GET', url: '/graphql?query={title(id:"410225198001011234")}', headers });
      },
      { SHORT_LANE },
    );
    expect(collector.spans().filter(({ kind }) => kind === 2)).toHaveLength(6);
    expect(collector.text()).not.toMatch(/410225198001011234|李四|边城|zhang-san|acceptance-no-77|SELECT|db\.internal|addBook|"title/);
  });

  test('what clients were told of is told by its code', async () => {
    const collector = await traced((gateway) => gateway.ask('{ title broken }'), { SHORT_LANE });
    const spans = collector.spans();
    expect(requestIn(spans)).toMatchObject({
      status: { code: 2 },
      attributes: { 'graphql.error.codes': ['INTERNAL_SERVER_ERROR'], 'error.type': 'INTERNAL_SERVER_ERROR' },
    });
    expect(callsIn(spans)).toMatchObject([{ attributes: { 'subgraph.outcome': 'errors' } }]);
  });

  test('a client’s own mistake is no fault of the request', async () => {
    const collector = await traced((gateway) => gateway.ask('{ nothing }', { rest: { operationName: 'Made_up' } }), { SHORT_LANE });
    const request = requestIn(collector.spans());
    expect(request).toMatchObject({ name: 'graphql', status: {}, attributes: { 'graphql.error.codes': ['BAD_USER_INPUT'] } });
    expect(request.status.code ?? 0).toBe(0);
    expect(collector.text()).not.toContain('Made_up');
  });

  test('a client’s trace goes on to the subgraph, in a signed call', async () => {
    const headers = { traceparent: TRACEPARENT, tracestate: 'vendor=1', baggage: 'who=somebody' };
    const collector = await traced((gateway) => gateway.ask('{ title }', { headers }), { SHORT_LANE, ...remote() });
    const [call] = callsIn(collector.spans());
    expect(requestIn(collector.spans())).toMatchObject({ traceId: TRACE_ID, parentSpanId: PARENT_ID });
    expect(told).toMatchObject([{ traceparent: `00-${TRACE_ID}-${call!.spanId}-01`, tracestate: 'vendor=1' }]);
    expect(told[0]).not.toHaveProperty('baggage');
  });

  test('a trace that the client does not record is passed on, and not recorded here', async () => {
    const headers = { traceparent: `00-${TRACE_ID}-${PARENT_ID}-00` };
    const collector = await traced((gateway) => gateway.ask('{ title }', { headers }), { SHORT_LANE, ...remote() });
    expect(collector.spans()).toEqual([]);
    expect(told[0]!.traceparent).toMatch(new RegExp(`^00-${TRACE_ID}-(?!${PARENT_ID})[0-9a-f]{16}-00$`));
  });
});

test.each([
  ['of letters', 'garbage'],
  ['of zeros', `00-${'0'.repeat(32)}-${PARENT_ID}-01`],
  ['of no parent', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
  ['in capitals', TRACEPARENT.toUpperCase()],
  ['of a version that is none', `ff-${TRACE_ID}-${PARENT_ID}-01`],
  ['with more than it has', `${TRACEPARENT}-more`],
  ['twice', `${TRACEPARENT}, ${TRACEPARENT}`],
  ['without an end', 'a'.repeat(8000)],
])('a traceparent %s is ignored', async (_, traceparent) => {
  const headers = { traceparent, tracestate: 'vendor=1' };
  const ask = async (gateway: Traced) => expect((await gateway.ask('{ title }', { headers })).body).toEqual({ data: { title: '边城' } });
  const collector = await traced(ask, remote());
  const request = requestIn(collector.spans());
  expect(request.parentSpanId ?? '').toBe('');
  expect(request.traceId).not.toBe(TRACE_ID);
  expect(told[0]!.traceparent).toMatch(new RegExp(`^00-${request.traceId}-[0-9a-f]{16}-01$`));
  expect(told[0]).not.toHaveProperty('tracestate');
});

test('without a collector a client’s trace ends here', async () => {
  const gateway = await startLibraryGateway(remote());
  await gateway.ask('{ title }', { headers: { traceparent: TRACEPARENT, tracestate: 'vendor=1' } });
  await gateway.stop();
  expect(told).toHaveLength(1);
  expect(Object.keys(told[0]!).filter((name) => name.startsWith('trace'))).toEqual([]);
});

test('a subgraph that does not answer is told by what kept it from answering', async () => {
  const env = { ...remote(), SUBGRAPH_URLS: 'library=http://127.0.0.1:9/graphql' };
  const collector = await traced((gateway) => gateway.ask('{ title }'), env);
  expect(requestIn(collector.spans()).attributes).toMatchObject({ 'error.type': 'SUBGRAPH_UNAVAILABLE' });
  expect(callsIn(collector.spans())).toMatchObject([
    { status: { code: 2 }, attributes: { 'subgraph.outcome': 'unavailable', 'error.type': 'UNREACHABLE' } },
  ]);
});

test('a batch is one trace; a refused token is one, too', async () => {
  const collector = await traced(async (gateway) => {
    await gateway.send({ method: 'POST', url: '/graphql', payload: [{ query: '{ title }' }, { query: '{ a: title }' }] });
    await gateway.ask('{ title }', { headers: { authorization: 'Bearer bad' } });
  });
  const requests = collector.spans().filter(({ kind }) => kind === 2);
  expect(requests.map(({ attributes }) => attributes['http.response.status_code'])).toEqual([200, 401]);
  expect(callsIn(collector.spans()).map(({ traceId }) => traceId)).toEqual([requests[0]!.traceId, requests[0]!.traceId]);
  expect(requests[1]!.attributes['graphql.error.codes']).toEqual(['UNAUTHENTICATED']);
});

test('names are cut: a client’s document does not fill the collector', async () => {
  const collector = await traced((gateway) => gateway.ask(`query ${'N'.repeat(50_000)} { title }`));
  expect(requestIn(collector.spans()).attributes['graphql.operation.name']).toBe('N'.repeat(100));
});

describe('as OpenTelemetry’s own variables have it', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test('the service has a name', async () => {
    process.env.OTEL_SERVICE_NAME = 'county-gateway';
    const collector = await traced((gateway) => gateway.ask('{ title }'));
    expect(requestIn(collector.spans()).attributes['service.name']).toBe('county-gateway');
  });

  test('a sampler decides, whatever a client asks for', async () => {
    process.env.OTEL_TRACES_SAMPLER = 'always_off';
    const collector = await traced((gateway) => gateway.ask('{ title }', { headers: { traceparent: TRACEPARENT } }), remote());
    expect(collector.spans()).toEqual([]);
    expect(told[0]!.traceparent).toMatch(/-00$/);
  });
});

describe('with a collector that is of no use', () => {
  const before = { ...process.env };
  beforeAll(() => {
    // Each span is sent at once, and the exporter itself would wait for an hour.
    Object.assign(process.env, { OTEL_BSP_SCHEDULE_DELAY: '1', OTEL_BSP_EXPORT_TIMEOUT: '3600000', OTEL_EXPORTER_OTLP_TIMEOUT: '3600000' });
  });
  afterAll(() => {
    process.env = before;
  });

  const answers = async (endpoint: string) => {
    const gateway = await startLibraryGateway({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    const all = await Promise.all(Array.from({ length: 20 }, () => gateway.ask('{ title }')));
    for (const { status, body } of all) expect([status, body]).toEqual([200, { data: { title: '边城' } }]);
    await gateway.stop();
  };

  test('one that hangs neither fails a request nor holds the end', async () => {
    const collector = await startFakeCollector({ hangs: true });
    collectors.push(collector);
    await answers(collector.url);
    expect(collector.spans()).not.toEqual([]);
  });

  test('neither does one that is not there', () => answers('http://127.0.0.1:9'));
});
