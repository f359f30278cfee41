import { DomainError } from '@township-graph/shared/errors';
import { EventReader } from '../../testing/event-reader';
import { type FeedsGateway, startFeedsGateway } from '../../testing/feeds-gateway';

const TOKEN = { authorization: 'Bearer somebody' };

describe('GET /changes', () => {
  let gateway: FeedsGateway;
  const readers: EventReader[] = [];

  const start = async (...options: Parameters<typeof startFeedsGateway>) => {
    gateway = await startFeedsGateway(...options);
  };
  const follow = async (search = '', headers: Record<string, string> = TOKEN, options = {}) => {
    const reader = await EventReader.open(`${gateway.url}/changes${search}`, headers, options);
    readers.push(reader);
    return reader;
  };
  const begun = async (search = '', headers: Record<string, string> = TOKEN) => {
    const reader = await follow(search, headers);
    for (const feed of ['alphaFeed', 'betaFeed']) await reader.until(({ event, data }) => event === 'begun' && data.feed === feed);
    return reader;
  };
  const told = (reader: EventReader, subject: string) => reader.until(({ data }) => data?.subjectId === subject);
  const refusal = async (search: string, headers: Record<string, string> = TOKEN) => {
    const response = await fetch(`${gateway.url}/changes${search}`, { headers });
    const { errors } = (await response.json()) as { errors: [{ extensions: { reason: string } }] };
    return { status: response.status, reason: errors[0].extensions.reason, headers: response.headers };
  };

  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close();
    await gateway.stop();
  });

  describe('to whom', () => {
    test('nobody without a token that counts', async () => {
      await start();
      expect(await refusal('', {})).toMatchObject({ status: 401, reason: 'TOKEN_REQUIRED' });
      gateway.refuse(new DomainError('UNAUTHENTICATED', 'TOKEN_EXPIRED', { zh: '已过期', en: 'Expired' }));
      expect(await refusal('')).toMatchObject({ status: 401, reason: 'TOKEN_EXPIRED' });
      expect(gateway.alpha.asked).toEqual([]);
    });

    test.each([
      ['is no base64 of ours', '%%%'],
      ['is another text', Buffer.from('"x"').toString('base64url')],
      ['is empty of feeds', Buffer.from('{}').toString('base64url')],
      ['names no feed', Buffer.from('{"a b":"c"}').toString('base64url')],
      ['reaches for a prototype', Buffer.from('{"__proto__":"c"}').toString('base64url')],
      ['holds a number', Buffer.from('{"alphaFeed":7}').toString('base64url')],
      ['holds too long a cursor', Buffer.from(JSON.stringify({ alphaFeed: 'x'.repeat(201) })).toString('base64url')],
      ['is too long', Buffer.from(JSON.stringify({ alphaFeed: 'x'.repeat(9000) })).toString('base64url')],
    ])('an id that %s is refused before anything is asked', async (_, id) => {
      await start();
      expect(await refusal(`?lastEventId=${encodeURIComponent(id)}`)).toMatchObject({ status: 400, reason: 'LAST_EVENT_ID_MALFORMED' });
      expect(await refusal('', { ...TOKEN, 'last-event-id': id })).toMatchObject({ status: 400, reason: 'LAST_EVENT_ID_MALFORMED' });
      expect(gateway.alpha.asked).toEqual([]);
    });

    test('a feed or a beginning that does not exist is refused', async () => {
      await start();
      expect(await refusal('?feeds=alphaFeed,__schema')).toMatchObject({ status: 400, reason: 'FEED_UNKNOWN' });
      expect(await refusal('?from=yesterday')).toMatchObject({ status: 400, reason: 'FROM_UNKNOWN' });
    });

    test('so many in all, so many for one subject', async () => {
      await start({ CHANGES_MAX_STREAMS: '3', CHANGES_MAX_STREAMS_PER_SUBJECT: '2' });
      await begun();
      const second = await begun();
      expect(await refusal('')).toMatchObject({ status: 429, reason: 'BUDGET_SPENT' });
      await begun('', { authorization: 'Bearer another' });
      const full = await refusal('', { authorization: 'Bearer third' });
      expect(full).toMatchObject({ status: 503, reason: 'OVERLOADED' });
      expect(full.headers.get('retry-after')).toBe('1');
      second.close();
      const [, gauge] = await gaugeAt(2);
      expect(gauge).toBe('2');
      await begun('', { authorization: 'Bearer third' });
    });

    test('they take no place from requests', async () => {
      await start({ MAX_CONCURRENT_REQUESTS: '1', MAX_QUEUED_REQUESTS: '0' });
      await begun();
      await begun();
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...TOKEN },
        body: JSON.stringify({ query: '{ alphaFeed { newestCursor } }' }),
      });
      expect(await response.json()).toEqual({ data: { alphaFeed: { newestCursor: null } } });
    });
  });

  /** The gauge of open streams, once it has come down to this. */
  async function gaugeAt(value: number): Promise<RegExpExecArray> {
    for (;;) {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      const found = /^graphql_change_streams (\d+)$/m.exec(text);
      if (found && Number(found[1]) <= value) return found;
    }
  }

  describe('what', () => {
    test('changes of every feed from now on, each with the place to go on from', async () => {
      await start();
      gateway.alpha.happens('before');
      const reader = await begun();
      gateway.alpha.happens('a-1');
      gateway.beta.happens('b-1', { type: 'TOMBSTONE', isTombstone: true, payload: null, divisionCode: null, requestId: null });
      const change = await told(reader, 'a-1');
      await told(reader, 'b-1');
      expect(change).toEqual({
        id: expect.stringMatching(/^[\w-]+$/),
        event: 'HAPPENED',
        data: {
          feed: 'alphaFeed',
          cursor: 'alpha-2',
          type: 'HAPPENED',
          subjectType: 'Thing',
          subjectId: 'a-1',
          divisionCode: '410225',
          at: '2026-11-26T01:00:00.000Z',
          payload: { of: 1 },
          isTombstone: false,
          requestId: 'r',
        },
      });
      expect(reader.subjects()).not.toContain('before');
      expect(reader.events[0]).toMatchObject({ event: 'following', retry: expect.any(Number), data: { feeds: ['alphaFeed', 'betaFeed'] } });
      expect(reader.response.headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-request-id': expect.any(String),
      });
    });

    test('origins that may read answers may read changes', async () => {
      await start({ CORS_ORIGINS: 'https://a.example' });
      const reader = await follow('', { ...TOKEN, origin: 'https://a.example' });
      expect(reader.response.headers['access-control-allow-origin']).toBe('https://a.example');
      const other = await follow('', { ...TOKEN, origin: 'https://b.example' });
      expect(other.response.headers['access-control-allow-origin']).toBeUndefined();
    });

    test('from the beginning, only some feeds, only some types', async () => {
      await start();
      gateway.alpha.happens('a-1');
      gateway.alpha.happens('a-2', { type: 'OTHER' });
      gateway.beta.happens('b-1');
      const reader = await follow('?from=beginning&feeds=alphaFeed&types=OTHER,RARE');
      await told(reader, 'a-2');
      expect(reader.subjects()).toEqual(['a-2']);
      expect(gateway.beta.asked).toEqual([]);
      expect(gateway.alpha.asked[0]!.types).toEqual(['OTHER', 'RARE']);
    });

    test('what was not chosen is passed over for good', async () => {
      await start();
      const reader = await begun('?types=RARE');
      gateway.alpha.happens('a-1');
      const { id } = await reader.until(({ event, id }) => event === undefined && id !== undefined);
      expect(Buffer.from(id!, 'base64url').toString()).toContain('"alphaFeed":"alpha-1"');
    });

    test('no type of change passes for an event of the stream’s own, or for a second event', async () => {
      await start();
      const reader = await begun();
      gateway.alpha.happens('a-1', { type: 'end' });
      gateway.alpha.happens('a-2', { type: 'X\n\nevent: end\ndata: {}' });
      expect(await told(reader, 'a-1')).toMatchObject({ event: 'CHANGE', data: { type: 'end' } });
      expect(await told(reader, 'a-2')).toMatchObject({ event: 'CHANGE' });
      expect(reader.events.filter(({ event }) => event === 'end')).toEqual([]);
    });

    test('a comment while nothing happens', async () => {
      await start({ CHANGES_HEARTBEAT_MS: '10', CHANGES_POLL_MS: '600000' });
      const reader = await begun();
      while (reader.comments < 3) await new Promise(setImmediate);
    });
  });

  describe('going on', () => {
    test('from any event, by header or address, without loss or repeat', async () => {
      await start();
      const reader = await begun();
      for (let index = 0; index < 12; index += 1) (index % 2 ? gateway.alpha : gateway.beta).happens(`${index}`);
      await told(reader, '10');
      await told(reader, '11');
      for (const event of reader.events.filter(({ data }) => data?.subjectId)) {
        const before = reader.subjects().slice(0, reader.subjects().indexOf(event.data.subjectId) + 1);
        const rest = reader.subjects().filter((subject) => !before.includes(subject));
        const search = Number(event.data.subjectId) % 2 ? `?lastEventId=${event.id}` : '';
        const again = await follow(search, { ...TOKEN, ...(search === '' && { 'last-event-id': event.id! }) });
        for (const subject of rest) await told(again, subject);
        expect(again.subjects().sort()).toEqual([...rest].sort());
        again.close();
      }
    });

    test('from the first event of all, which has no change', async () => {
      await start();
      gateway.alpha.happens('before');
      const reader = await begun();
      const { lastEventId } = reader;
      reader.close();
      gateway.alpha.happens('a-1');
      gateway.beta.happens('b-1');
      const again = await follow(`?lastEventId=${lastEventId}`);
      await told(again, 'a-1');
      await told(again, 'b-1');
      expect(again.subjects().sort()).toEqual(['a-1', 'b-1']);
    });

    test('a stream of some feeds keeps the places of the others', async () => {
      await start();
      const reader = await begun();
      gateway.alpha.happens('a-1');
      gateway.beta.happens('b-1');
      const some = await follow(`?feeds=betaFeed&lastEventId=${reader.lastEventId}`);
      await told(some, 'b-1');
      expect(some.subjects()).toEqual(['b-1']);
      const all = await follow(`?lastEventId=${some.lastEventId}`);
      await told(all, 'a-1');
      expect(all.subjects()).toEqual(['a-1']);
    });

    test('a cursor that its subgraph does not know closes that feed, and no other', async () => {
      await start();
      const id = Buffer.from(JSON.stringify({ alphaFeed: 'made up', betaFeed: null })).toString('base64url');
      const reader = await follow(`?lastEventId=${id}`);
      expect((await reader.named('closed')).data).toMatchObject({ feed: 'alphaFeed', code: 'BAD_USER_INPUT', reason: 'CURSOR_UNKNOWN' });
      gateway.beta.happens('b-1');
      await told(reader, 'b-1');
    });
  });

  describe('when something fails', () => {
    test('the feed of a subgraph that does not answer pauses, the others go on, and nothing is lost', async () => {
      await start();
      const reader = await begun();
      gateway.alpha.failure = new Error('connect ECONNREFUSED db.internal');
      expect((await reader.named('paused')).data).toEqual({
        feed: 'alphaFeed',
        code: 'SUBGRAPH_UNAVAILABLE',
        reason: expect.stringMatching(/^SUBGRAPH_/),
        message: expect.any(String),
        requestId: expect.any(String),
      });
      for (const index of [1, 2, 3]) {
        gateway.alpha.happens(`a-${index}`);
        gateway.beta.happens(`b-${index}`);
        await told(reader, `b-${index}`);
      }
      expect(reader.subjects()).toEqual(['b-1', 'b-2', 'b-3']);
      gateway.alpha.failure = null;
      expect((await reader.named('resumed')).data).toEqual({ feed: 'alphaFeed' });
      await told(reader, 'a-3');
      expect(reader.subjects()).toEqual(['b-1', 'b-2', 'b-3', 'a-1', 'a-2', 'a-3']);
      expect(reader.events.filter(({ event }) => event === 'paused')).toHaveLength(1);
      expect(JSON.stringify(reader.events)).not.toContain('internal');
    });

    test('a subgraph that hangs holds up its own feed alone', async () => {
      await start();
      const reader = await begun();
      let open = () => {};
      gateway.alpha.gate = new Promise((resolve) => {
        open = resolve;
      });
      for (const index of [1, 2, 3]) {
        gateway.beta.happens(`b-${index}`);
        await told(reader, `b-${index}`);
      }
      open();
    });

    test('a page that is too large is asked for in smaller ones', async () => {
      await start({ SUBGRAPH_MAX_RESPONSE_BYTES: '6000' });
      const reader = await begun();
      for (let index = 0; index < 40; index += 1) gateway.alpha.happens(`${index}`, { payload: JSON.stringify({ text: 'x'.repeat(400) }) });
      await told(reader, '39');
      expect(reader.subjects()).toEqual(Array.from({ length: 40 }, (_, index) => String(index)));
    });

    test('a reader whose budget is spent waits, and is told for how long', async () => {
      await start({ RATE_LIMIT_POINTS: '5', RATE_LIMIT_SECONDS: '600' });
      const reader = await follow('?from=beginning');
      expect((await reader.named('paused')).data).toMatchObject({ reason: 'BUDGET_SPENT', retryAfterSeconds: expect.any(Number) });
    });
  });

  describe('its end', () => {
    test.each(['TOKEN_EXPIRED', 'TOKEN_REVOKED'])(
      'a token that ends in between (%s) ends the stream, and nothing more is told',
      async (reason) => {
        await start();
        const reader = await begun();
        gateway.refuse(new DomainError('UNAUTHENTICATED', reason, { zh: '令牌已失效', en: 'No longer valid' }));
        gateway.alpha.happens('after');
        const end = await reader.named('end');
        expect(end.data).toMatchObject({ code: 'UNAUTHENTICATED', reason, message: '令牌已失效' });
        expect(end.id).toBeUndefined();
        await reader.ended;
        expect(reader.events.at(-1)).toBe(end);
      },
    );

    test('keys that cannot be had are no fault of the token: the stream waits', async () => {
      await start();
      const reader = await begun();
      gateway.refuse(new DomainError('UNAUTHENTICATED', 'TOKEN_UNVERIFIABLE', { zh: '暂时无法核验', en: 'Not verifiable for now' }));
      await reader.named('paused');
      gateway.alpha.happens('a-1');
      gateway.refuse(null);
      await told(reader, 'a-1');
    });

    test('a duty that ends overnight ends the stream', async () => {
      let now = new Date('2026-11-30T15:59:00.000Z');
      await start({}, () => now);
      const reader = await begun();
      now = new Date('2026-11-30T16:00:00.000Z');
      gateway.alpha.happens('after');
      expect((await reader.named('end')).data).toMatchObject({ reason: 'DUTY_ENDED' });
      await reader.ended;
      expect(reader.subjects()).toEqual([]);
    });

    test('a client that does not read is cut, however much there is to tell', async () => {
      await start({ CHANGES_STALL_MS: '200', CHANGES_HEARTBEAT_MS: '20', SUBGRAPH_MAX_RESPONSE_BYTES: '100000000' });
      const payload = JSON.stringify({ text: 'x'.repeat(20_000) });
      for (let index = 0; index < 3000; index += 1) gateway.alpha.happens(`${index}`, { payload });
      const reader = await follow('?from=beginning&feeds=alphaFeed', TOKEN, { isReading: false });
      await gaugeAt(0);
      // It was never asked for more than what the sockets and one page hold.
      const asked = gateway.alpha.asked.reduce((sum, { first }) => sum + first, 0);
      expect(asked).toBeLessThan(3000);
      reader.close();
    });

    test('who hangs up is no longer asked for', async () => {
      await start();
      const reader = await begun();
      reader.close();
      await gaugeAt(0);
      const asked = gateway.alpha.asked.length;
      await (await follow('?feeds=betaFeed')).named('begun');
      expect(gateway.alpha.asked.length).toBe(asked);
    });

    test('a server that stops ends its streams at once, and says when to come back', async () => {
      await start();
      const reader = await begun();
      const stalled = await follow('', TOKEN, { isReading: false });
      const stopped = gateway.stop();
      const end = await reader.named('end');
      expect(end).toMatchObject({ retry: expect.any(Number), data: { reason: 'DRAINING' } });
      await reader.ended;
      stalled.close();
      await stopped;
    });
  });
});
