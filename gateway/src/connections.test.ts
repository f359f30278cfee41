import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from '@township-graph/shared/log';
import { type LibraryGateway, startLibraryGateway } from '../testing/library-gateway';

const BODY = JSON.stringify({ query: '{ title }' });
const ANSWER = '{"data":{"title":"边城"}}\n';

/** What only a network brings: parts, haste, and connections that break. */
describe('over a connection', () => {
  let gateway: LibraryGateway;
  let logged: Record<string, unknown>[];

  beforeEach(async () => {
    logged = [];
    const destination = { write: (line: string) => void logged.push(JSON.parse(line)) };
    gateway = await startLibraryGateway({}, createLog({ name: 'test', level: 'info', destination }));
    await gateway.listen();
  });

  afterEach(() => gateway.stop());

  const port = () => (gateway.app.server.address() as AddressInfo).port;
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port()}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  async function opened(): Promise<Socket> {
    const socket = connect(port(), '127.0.0.1');
    await once(socket, 'connect');
    return socket.setEncoding('utf8');
  }

  const head = (length: number, ...more: string[]) =>
    ['POST /graphql HTTP/1.1', 'Host: here', 'Content-Type: application/json', `Content-Length: ${length}`, ...more, '', ''].join('\r\n');
  const request = (...more: string[]) => `${head(Buffer.byteLength(BODY), ...more)}${BODY}`;

  /** What comes until the connection is let go, or until `enough` says so. */
  async function received(socket: Socket, enough: (text: string) => boolean): Promise<string> {
    let text = '';
    for await (const part of socket) {
      text += part;
      if (enough(text)) break;
    }
    return text;
  }

  const answersIn = (text: string) => text.split(ANSWER).length - 1;

  test('requests that are sent one after the other, without waiting, are answered in their order', async () => {
    const socket = await opened();
    socket.write(['first-one', 'second-one', 'third-one'].map((id) => request(`X-Request-Id: ${id}`)).join(''));
    const text = await received(socket, (so) => answersIn(so) === 3);
    expect([...text.matchAll(/x-request-id: (\S+)/g)].map(([, id]) => id)).toEqual(['first-one', 'second-one', 'third-one']);
  });

  test('a body may come in parts, in the middle of a character too', async () => {
    const socket = await opened();
    const body = Buffer.from(JSON.stringify({ query: 'mutation { addBook(title: "边城") }' }));
    socket.write(head(body.length));
    for (const byte of body) {
      socket.write(Buffer.from([byte]));
      if (byte > 0x7f) await pause(1);
    }
    expect(await received(socket, (so) => so.endsWith('\n'))).toContain('{"data":{"addBook":"边城"}}');
  });

  test('who asks whether to send is told to', async () => {
    const socket = await opened();
    socket.write(head(Buffer.byteLength(BODY), 'Expect: 100-continue'));
    const [told] = await once(socket, 'data');
    expect(told).toMatch(/^HTTP\/1\.1 100 /);
    socket.write(BODY);
    expect(await received(socket, (so) => so.endsWith('\n'))).toContain(ANSWER);
  });

  test('a body that is cut off is asked of nobody and counted, and others are served', async () => {
    const socket = await opened();
    socket.write(`${head(1000)}${BODY}`);
    await pause(20);
    socket.destroy();
    const refusals = async () =>
      /graphql_errors_total\{code="BAD_USER_INPUT"\} (\d+)/.exec((await gateway.send({ url: '/metrics' })).body)?.[1];
    while ((await refusals()) === undefined) await pause(5);
    expect(await refusals()).toBe('1');
    expect(gateway.calls).toEqual([]);
    expect((await gateway.ask('{ title }')).body).toEqual({ data: { title: '边城' } });
  });

  test('a connection is let go after a body that could not be read, and kept after an answer', async () => {
    const socket = await opened();
    socket.write(request());
    const text = await received(
      socket.once('data', () => socket.write(`${head(1)}{`)),
      () => false,
    );
    expect([...text.matchAll(/^connection: (\S+)/gim)].map(([, kept]) => kept)).toEqual(['keep-alive', 'close']);
  });

  test('a line of the log tells of each request, with who asked and what came of it', async () => {
    await post(BODY, { authorization: 'Bearer somebody', 'x-request-id': 'the-logged-one' });
    await post('{');
    while (logged.filter(({ msg }) => msg === 'request').length < 2) await pause(5);
    expect(logged.filter(({ msg }) => msg === 'request')).toMatchObject([
      { requestId: 'the-logged-one', subject: 'somebody', method: 'POST', status: 200, ms: expect.any(Number) },
      { subject: null, method: 'POST', status: 400 },
    ]);
  });
});
