import type { Penalty } from '../decision/penalty.rules';
import { PartyKind, PenaltyKind } from '../power/power.enums';
import { earliestHearingOn, hearingRefusal, hearingRequestRefusal, scheduleRefusal } from './hearing.rules';
import { hearingThresholdsFrom, leastOf, mayAskForHearing } from './hearing-right.rules';
import { HearingStanding, StatementStanding } from './notice.enums';
import { statementRefusal } from './statement.rules';

const { FINE, WARNING, CONFISCATION_OF_GAINS, CONFISCATION_OF_PROPERTY, LICENCE_SUSPENSION } = PenaltyKind;

describe('行政处罚法§63: the right to a hearing', () => {
  test.each<[string, Penalty[], boolean]>([
    ['a fine of the threshold', [{ kind: FINE, fen: 5000_00 }], true],
    ['a fine below it', [{ kind: FINE, fen: 4999_99 }], false],
    [
      'gains and goods together',
      [
        { kind: CONFISCATION_OF_GAINS, fen: 2500_00 },
        { kind: CONFISCATION_OF_PROPERTY, fen: 2500_00 },
      ],
      true,
    ],
    ['a warning', [{ kind: WARNING }], false],
    ['暂扣 is not among those of §63', [{ kind: LICENCE_SUSPENSION }], false],
    ...[
      PenaltyKind.QUALIFICATION_DOWNGRADE,
      PenaltyKind.LICENCE_REVOCATION,
      PenaltyKind.SUSPENSION_OF_BUSINESS,
      PenaltyKind.CLOSURE,
      PenaltyKind.PROFESSION_BAN,
    ].map((kind): [string, Penalty[], boolean] => [kind, [{ kind }], true]),
  ])('%s', (_, penalties, expected) => {
    expect(mayAskForHearing(penalties, 5000_00)).toBe(expected);
  });

  test('the threshold is the power’s own, else its domain’s, else the county’s', () => {
    const thresholds = hearingThresholdsFrom('{"市场监管":{"INDIVIDUAL":10000,"SOLE_TRADER":10000,"ORGANIZATION":100000}}');
    const own = [{ partyKind: PartyKind.INDIVIDUAL, amount: '3000.50' }];
    expect(leastOf(thresholds, { domain: '市场监管', hearingThresholds: own }, PartyKind.INDIVIDUAL)).toBe(3000_50);
    expect(leastOf(thresholds, { domain: '市场监管', hearingThresholds: own }, PartyKind.ORGANIZATION)).toBe(100_000_00);
    expect(leastOf(thresholds, { domain: '城市管理', hearingThresholds: [] }, PartyKind.ORGANIZATION)).toBe(20_000_00);
    expect(() => hearingThresholdsFrom('{"市场监管":{"INDIVIDUAL":10000}}')).toThrow(RangeError);
  });
});

const NOW = new Date('2026-03-02T02:00:00.000Z');
const LATER = new Date('2026-03-09T15:59:59.999Z');
const STATEMENT = { notifiedAt: NOW, statement: StatementStanding.OPEN, statementUntil: LATER, now: NOW };

describe('行政处罚法§44, §45, §62: told and heard', () => {
  test.each([
    [{ notifiedAt: null }, 'NOTICE_MISSING'],
    [{}, 'STATEMENT_OPEN'],
    [{ now: LATER }, 'STATEMENT_OPEN'],
    [{ now: new Date(LATER.getTime() + 1) }, undefined],
    [{ statement: StatementStanding.HEARD }, undefined],
    [{ statement: StatementStanding.WAIVED }, undefined],
  ])('%j: %s', (change, reason) => {
    expect(statementRefusal({ ...STATEMENT, ...change })?.reason).toBe(reason);
  });
});

describe('行政处罚法§64: hearings', () => {
  const facts = (hearing: HearingStanding, now = NOW) => ({ hearing, hearingUntil: LATER, now });
  const after = new Date(LATER.getTime() + 1);

  test.each([
    [HearingStanding.NONE, NOW, undefined],
    [HearingStanding.OFFERED, NOW, 'HEARING_RIGHT_OPEN'],
    [HearingStanding.OFFERED, after, undefined],
    [HearingStanding.REQUESTED, after, 'HEARING_PENDING'],
    [HearingStanding.SCHEDULED, after, 'HEARING_PENDING'],
    [HearingStanding.WAIVED, NOW, undefined],
    [HearingStanding.HELD, NOW, undefined],
    [HearingStanding.ABANDONED, NOW, undefined],
  ])('(1) whether it stands in the way of a penalty: %s', (hearing, now, reason) => {
    expect(hearingRefusal(facts(hearing, now))?.reason).toBe(reason);
  });

  test.each([
    [HearingStanding.OFFERED, LATER, undefined],
    [HearingStanding.OFFERED, after, 'HEARING_REQUEST_LATE'],
    [HearingStanding.NONE, NOW, 'NO_HEARING_RIGHT'],
    [HearingStanding.WAIVED, NOW, 'HEARING_SETTLED'],
  ])('(1) asking for one: %s', (hearing, now, reason) => {
    expect(hearingRequestRefusal(facts(hearing, now))?.reason).toBe(reason);
  });

  test('(2) seven working days ahead, holidays left out (§85)', () => {
    expect(earliestHearingOn('2026-03-02')).toBe('2026-03-11');
    expect(scheduleRefusal('2026-03-02', '2026-03-11')).toBeNull();
    expect(scheduleRefusal('2026-03-02', '2026-03-10')?.reason).toBe('HEARING_NOTICE_SHORT');
    // 国庆 in between: 1 to 7 October are not counted, 10 October is worked.
    expect(earliestHearingOn('2026-09-28')).toBe('2026-10-13');
  });
});
