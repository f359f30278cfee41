import { ANONYMOUS, type Viewer } from '@township-graph/shared/viewer';
import { principalOf } from './principal';

const viewer = (subject: string): Viewer => ({ ...ANONYMOUS, subject });
const at = (ip: string) => ({ ip });
const key = (address: string) => principalOf(ANONYMOUS, at(address)).key;

test('a token’s subject is one principal wherever it asks from; without a token it is the address', () => {
  expect(principalOf(viewer('u-1'), at('192.0.2.1'))).toEqual(principalOf(viewer('u-1'), at('192.0.2.2')));
  expect(principalOf(viewer('u-1'), at('192.0.2.1'))).not.toEqual(principalOf(viewer('u-2'), at('192.0.2.1')));
  expect(key('192.0.2.1')).not.toBe(key('192.0.2.2'));
  expect(principalOf(null, at('192.0.2.1'))).toEqual({ isAnonymous: true, key: key('192.0.2.1') });
});

test('a key tells neither subject nor address', () => {
  expect(principalOf(viewer('410225199001011234'), at('192.0.2.1')).key).not.toContain('4102');
  expect(key('192.0.2.1')).not.toContain('192');
});

test('an IPv6 client is its network of 64 bits, however its address is written', () => {
  const same = ['2001:db8:0:1::1', '2001:db8::1:ffff:0:0:1', '2001:DB8:0000:0001:0:0:0:2', '2001:db8:0:1:a:b:c:d', '2001:db8:0:1::%eth0'];
  expect(new Set(same.map(key)).size).toBe(1);
  expect(new Set(['2001:db8:0:1::1', '2001:db8:0:2::1', '2001:db8::1', '::1', 'fe80::1'].map(key)).size).toBe(5);
});

test('an IPv4 client of an IPv6 socket is still its own address', () => {
  expect(key('::ffff:192.0.2.1')).toBe(key('192.0.2.1'));
  expect(key('::ffff:192.0.2.1')).not.toBe(key('::ffff:192.0.2.2'));
});
