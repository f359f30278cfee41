import { townshipGovernmentOf } from '@township-graph/shared/demo/roster';
import { FollowedEvent } from '@township-graph/shared/feed-follower/followed-event.entity';
import type { Subgraph } from '@township-graph/shared/subgraph';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { MadeUpFeed } from '@township-graph/shared/testing/made-up-feed';
import { ENFORCEMENT_SCHEMA } from '../database';
import { createEnforcementSubgraph } from '../subgraph';

const TOWNSHIP = '410225201';
const MANAGER = viewerOf(['410225'], ['enforcement:read', 'enforcement:manage']);
const OFFICER = '{ officer { id version mayInvestigate certificates { number state validTo revokedOn } } }';

describe.each(ENGINES)('certificates that personnel records reach officers on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let follow: () => Promise<void>;
  const feed = new MadeUpFeed([], 7, 'Certificate');

  beforeAll(async () => {
    opened = await freshDatabase(engine, ENFORCEMENT_SCHEMA);
    const clock = () => new Date('2026-11-26T02:00:00Z');
    const subgraph: Subgraph = await createEnforcementSubgraph({ database: opened.database, clock, graph: feed });
    ask = asking(subgraph.execute);
    const job = subgraph.jobs.find(({ name }) => name === 'follow-secondmentFeed')!;
    follow = () => job.run({ goesOn: async () => true });
  });
  afterAll(() => opened.close());

  const tell = (type: string, certificate: string, payload: object) =>
    void feed.events.push({ cursor: `${type}-${certificate}`, type, subjectId: certificate, payload });
  const issued = (certificate: string, staffMemberId: string, more: object = {}) =>
    tell('CERTIFICATE_ISSUED', certificate, {
      kind: 'ENFORCEMENT',
      staffMemberId,
      number: `示例${certificate}`,
      issuedBy: '示例省司法厅',
      validFrom: '2025-01-01',
      validTo: '2027-12-31',
      ...more,
    });
  const register = async (staffMemberId: string) => {
    const { creditCode, name } = townshipGovernmentOf(TOWNSHIP);
    const input = { staffMemberId, name: '示例甲乙', kind: 'CERTIFIED', divisionCode: TOWNSHIP, organization: { creditCode, name } };
    const { data, errors } = await ask(`mutation ($input: RegisterOfficerInput!) { registerOfficer(input: $input) ${OFFICER} }`, MANAGER, {
      input,
    });
    return errors ? errors[0]!.extensions!.reason : data.registerOfficer.officer;
  };
  const officer = async (id: string) => (await ask(`{ officer(id: "${id}") ${OFFICER.slice(10, -2)} }`, MANAGER)).data.officer;

  test('who is registered has what was recorded before, and nobody types it again', async () => {
    expect(await register('s-1')).toBe('CERTIFICATE_MISSING');
    issued('c-1', 's-1');
    issued('c-2', 's-1', { kind: 'SECRETARIAL' });
    issued('c-3', 's-1', { validFrom: '2020-01-01', validTo: '2024-12-31' });
    issued('c-4', 's-2');
    await follow();
    const registered = await register('s-1');
    expect(registered).toMatchObject({ mayInvestigate: true, certificates: [{ number: '示例c-1', state: 'VALID' }] });
  });

  test('an officer who gets another has it, and loses the one that is revoked from that day on', async () => {
    issued('c-10', 's-10');
    await follow();
    const { id } = await register('s-10');
    issued('c-11', 's-10', { validFrom: '2026-06-01', validTo: '2029-05-31' });
    tell('CERTIFICATE_REVOKED', 'c-10', { kind: 'ENFORCEMENT', revokedOn: '2026-11-20' });
    await follow();
    await follow();
    expect(await officer(id)).toMatchObject({
      version: 3,
      mayInvestigate: true,
      certificates: [
        { number: '示例c-10', state: 'REVOKED', revokedOn: '2026-11-20' },
        { number: '示例c-11', state: 'VALID', revokedOn: null },
      ],
    });
    tell('CERTIFICATE_REVOKED', 'c-11', { kind: 'ENFORCEMENT', revokedOn: '2026-11-26' });
    await follow();
    expect(await officer(id)).toMatchObject({ version: 4, mayInvestigate: false });
    const { data } = await ask(`{ officer(id: "${id}") { timeline { action } } }`, MANAGER);
    expect(data.officer.timeline.map(({ action }: { action: string }) => action)).toEqual([
      'REGISTER',
      'RENEW_CERTIFICATE',
      'REVOKE_CERTIFICATE',
      'REVOKE_CERTIFICATE',
    ]);
    expect(await register('s-10')).toBe('CERTIFICATE_MISSING');
  });

  test('a certificate that runs longer than certificates may is set aside, its revocation with it, and holds up nobody else', async () => {
    issued('c-20', 's-20');
    await follow();
    const { id } = await register('s-20');
    issued('c-21', 's-20', { validFrom: '2026-06-01', validTo: '2036-05-31' });
    tell('CERTIFICATE_REVOKED', 'c-21', { kind: 'ENFORCEMENT' });
    issued('c-22', 's-22');
    for (let time = 0; time < 4; time += 1) await expect(follow()).rejects.toMatchObject({ reason: 'CERTIFICATE_TERM' });
    await follow();
    expect(await officer(id)).toMatchObject({ version: 1, certificates: [{ number: '示例c-20' }] });
    expect(await register('s-22')).toMatchObject({ mayInvestigate: true });
    const aside = await opened.database.manager.findBy(FollowedEvent, { state: 'SET_ASIDE' });
    expect(aside.map(({ subjectId, reason }) => [subjectId, reason]).sort()).toEqual([
      ['c-21', 'AFTER_SET_ASIDE'],
      ['c-21', 'CERTIFICATE_TERM'],
    ]);
  });
});
