import { startLibraryGateway } from '../../testing/library-gateway';

/** A declaration, for jest lifts the lines below above everything else. Not of the API package: prom-client loads that one by itself. */
function mockPackage(): never {
  throw new Error('a package of OpenTelemetry was loaded');
}

jest.mock('@opentelemetry/core', mockPackage);
jest.mock('@opentelemetry/resources', mockPackage);
jest.mock('@opentelemetry/sdk-trace-base', mockPackage);
jest.mock('@opentelemetry/exporter-trace-otlp-http', mockPackage);

test.each([
  ['without an endpoint', {}],
  ['with an empty one', { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }],
  ['with the SDK disabled', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' }],
])('%s nothing of OpenTelemetry is loaded, on either lane', async (_, env) => {
  for (const SHORT_LANE of ['true', 'false']) {
    const gateway = await startLibraryGateway({ ...env, SHORT_LANE });
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect((await gateway.ask('{ title broken }', { headers: { traceparent } })).body.data).toEqual({ title: '边城', broken: null });
    await gateway.stop();
  }
});

test('with one it is', async () => {
  await expect(startLibraryGateway({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' })).rejects.toThrow('was loaded');
});
