import { DIRECTORY } from '@township-graph/directory/module';
import { readConfig } from '@township-graph/gateway/config';
import { Deadline } from '@township-graph/gateway/deadline';
import { httpTransport } from '@township-graph/gateway/transport/http-transport';
import { OutgoingCall } from '@township-graph/gateway/transport/outgoing-call';
import { plannedOperation } from '@township-graph/gateway/transport/planned-operation';
import type { SubgraphTransport } from '@township-graph/gateway/transport/transport';
import { systemClock } from '@township-graph/shared/clock';
import { createLog } from '@township-graph/shared/log';
import { type RunningServer, startSubgraphServer } from '@township-graph/shared/server';
import { type SigningKey, signingKey } from '@township-graph/shared/signing-key';
import { startSubgraph } from '@township-graph/shared/subgraph-process';
import { ANONYMOUS } from '@township-graph/shared/viewer';

const log = createLog({ name: 'test', level: 'silent' });
const CONTEXT = { viewer: ANONYMOUS, requestId: 'request-1', locale: 'en', purpose: null } as const;

describe('a key is changed', () => {
  const [OLD, NEXT] = [
    signingKey('k-1', 'the old secret, which is long enough'),
    signingKey('k-2', 'the next secret, by SM3, long enough', 'sm3'),
  ];
  const call = new OutgoingCall({ operation: plannedOperation('{ ok }'), context: CONTEXT });
  const opened: SubgraphTransport[] = [];

  const serve = (keys: readonly SigningKey[]) =>
    startSubgraphServer({ executor: async () => ({ data: { ok: true } }), keys, host: '127.0.0.1', port: 0, clock: systemClock, log });

  function gatewayTo({ url }: RunningServer, key: SigningKey): SubgraphTransport {
    const transport = httpTransport({ url: new URL(url), key, timeoutMs: 10_000, maxResponseBytes: 10_000, clock: systemClock, log });
    opened.push(transport);
    return transport;
  }

  afterAll(() => Promise.all(opened.map((transport) => transport.close?.())));

  test('replica by replica, under traffic, without a refused call', async () => {
    const replicas = [await serve([OLD]), await serve([OLD])];
    const signers = [OLD, OLD];
    const ways = new Map<string, SubgraphTransport>();
    let rounds = 0;
    let isOver = false;

    const ask = (replica: RunningServer, key: SigningKey) => {
      const way = `${key.id} ${replica.url}`;
      if (!ways.has(way)) ways.set(way, gatewayTo(replica, key));
      return ways.get(way)!.send(call, Deadline.NONE);
    };
    /** Each gateway replica asks each subgraph replica that is in service, over and over; one refusal ends the test. */
    const traffic = (async () => {
      for (; !isOver; rounds += 1) await Promise.all(replicas.flatMap((replica) => signers.map((key) => ask(replica, key))));
    })();
    const wholeRound = async () => {
      const next = rounds + 2;
      while (rounds < next) await Promise.race([traffic, new Promise(setImmediate)]);
    };
    const replaceReplicas = async (keys: readonly SigningKey[]) => {
      for (const leaving of [...replicas]) {
        replicas.push(await serve(keys));
        replicas.shift();
        await wholeRound();
        await leaving.stop();
      }
    };

    await wholeRound();
    await replaceReplicas([OLD, NEXT]);
    for (const index of signers.keys()) {
      signers[index] = NEXT;
      await wholeRound();
    }
    await replaceReplicas([NEXT]);
    expect(new Set(ways.keys()).size).toBe(8);
    isOver = true;
    await traffic;
    await Promise.all(replicas.map((replica) => replica.stop()));
  });

  test.each([
    ['the gateway before the subgraph knows the next key', NEXT, [OLD]],
    ['the gateway after the subgraph has forgotten the old one', OLD, [NEXT]],
  ])('in the wrong order is seen: %s is refused', async (_, key, known) => {
    const server = await serve(known);
    await expect(gatewayTo(server, key).send(call, Deadline.NONE)).rejects.toMatchObject({ reason: 'SUBGRAPH_REFUSED' });
    await server.stop();
  });
});

describe('what is configured', () => {
  const SECRET = 'a secret that is long enough to sign with';
  const configured = (SUBGRAPH_KEYS: string, more: NodeJS.ProcessEnv = {}) =>
    startSubgraph(DIRECTORY, { PORT: '0', DATABASE_URL: 'sqlite::memory:', SUBGRAPH_KEYS, ...more }, log);

  test.each([
    ['k1:SECRET', 'k1:SECRET'],
    ['k1:sm3:SECRET', 'k1:sm3:SECRET'],
    ['k1:SECRET:with:colons', 'old:sm3:SECRET:x , k1:SECRET:with:colons'],
  ])('a gateway with directory:%s is answered by a subgraph with %s', async (signing, known) => {
    const server = await configured(known.replaceAll('SECRET', SECRET));
    await server.started;
    const { subgraphKeys } = readConfig({ SUBGRAPH_KEYS: `directory:${signing.replace('SECRET', SECRET)}` });
    const transport = httpTransport({
      url: new URL(server.url),
      key: subgraphKeys.directory!,
      timeoutMs: 10_000,
      maxResponseBytes: 1_000_000,
      clock: systemClock,
      log,
    });
    const { data } = await transport.send(
      new OutgoingCall({ operation: plannedOperation('{ __typename }'), context: CONTEXT }),
      Deadline.NONE,
    );
    await transport.close?.();
    await server.stop();
    expect(data).toEqual({ __typename: 'Query' });
  });

  test.each([
    ['no key', '', {}, /SUBGRAPH_KEYS is needed/],
    ['a short secret', 'k1:short', {}, /shorter than 32 bytes/],
    ['two keys of one id', `k1:${SECRET},k1:sm3:${SECRET}`, {}, /same id/],
    ['a limit that is no number', `k1:${SECRET}`, { SUBGRAPH_MAX_REPRESENTATIONS: 'many' }, /SUBGRAPH_MAX_REPRESENTATIONS/],
    ['a limit of nothing', `k1:${SECRET}`, { SUBGRAPH_MAX_TOKENS: '0' }, /SUBGRAPH_MAX_TOKENS/],
  ])('a subgraph with %s does not start', async (_, keys, more, message) => {
    await expect(configured(keys, more)).rejects.toThrow(message);
  });
});
