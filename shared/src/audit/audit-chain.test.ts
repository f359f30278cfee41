import crypto from 'node:crypto';
import { chainAlgorithm } from './audit-chain';

test.each([
  [undefined, 'sha256'],
  ['sha256', 'sha256'],
  ['SM3', 'sm3'],
])('records are chained as AUDIT_ALGORITHM says: %s', (name, algorithm) => {
  expect(chainAlgorithm(name)).toBe(algorithm);
});

test.each(['', 'md5', 'sha512'])('records are not chained by %p', (name) => {
  expect(() => chainAlgorithm(name)).toThrow('AUDIT_ALGORITHM is sha256 or sm3');
});

test('an algorithm that this OpenSSL does not have is named at the start, not at the first record', () => {
  jest.spyOn(crypto, 'getHashes').mockReturnValueOnce(['sha256']);
  expect(() => chainAlgorithm('sm3')).toThrow('AUDIT_ALGORITHM needs sm3, which this Node.js (its OpenSSL) does not have');
});
