import { isTimeBarred, limitationEndsOn } from './limitation.rules';
import { separationRefusal } from './separation.rules';

const ACT = { actOn: '2024-03-02', endedOn: null, isContinuing: false, discoveredOn: '2026-03-02', isGraveHarm: false };

describe('行政处罚法§36: limitation', () => {
  test.each([
    ['found on the last day of two years', {}, false],
    ['found a day later', { discoveredOn: '2026-03-03' }, true],
    ['five years where life, health or finance was harmed', { discoveredOn: '2029-03-02', isGraveHarm: true }, false],
    ['and no longer', { discoveredOn: '2029-03-03', isGraveHarm: true }, true],
    ['an act that goes on is never too late', { isContinuing: true, discoveredOn: '2040-01-01' }, false],
    ['an act that went on counts from its end', { isContinuing: true, endedOn: '2025-01-31', discoveredOn: '2027-01-31' }, false],
    ['and no longer than that', { isContinuing: true, endedOn: '2025-01-31', discoveredOn: '2027-02-01' }, true],
    ['29 February ends on the 28th', { actOn: '2024-02-29', discoveredOn: '2026-03-01' }, true],
  ])('%s', (_, change, expected) => {
    expect(isTimeBarred({ ...ACT, ...change })).toBe(expected);
  });

  test('tells the last day', () => {
    expect(limitationEndsOn(ACT)).toBe('2026-03-02');
    expect(limitationEndsOn({ ...ACT, isContinuing: true })).toBeNull();
  });
});

describe('行政处罚法§58, §64(4): separation', () => {
  test.each([
    [{ reviewerId: 'c' }, undefined],
    [{ reviewerId: 'a' }, 'REVIEWER_INVESTIGATED'],
    [{ hostId: 'b' }, 'HOST_INVESTIGATED'],
    [{ reviewerId: 'c', hostId: 'c' }, 'HOST_REVIEWED'],
    [{ reviewerId: 'c', hostId: 'd' }, undefined],
  ])('%j', (functions, reason) => {
    expect(separationRefusal({ investigators: ['a', 'b'], ...functions })?.reason).toBe(reason);
  });
});
