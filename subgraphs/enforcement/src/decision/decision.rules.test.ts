import { CashGround } from '../payment/payment.enums';
import { FineUnit, PartyKind, PenaltyKind } from '../power/power.enums';
import { isSameDecision, sameDecisionRefusal } from '../remedy/redo.rules';
import { RevocationGround } from '../remedy/remedy.enums';
import { Harm, NotPunishedGround } from './decision.enums';
import { forbiddenPenalty, groundRefusal, isYoungerThan } from './not-punished.rules';
import { isHeavier, type Penalty } from './penalty.rules';
import { checkedPenalties } from './penalty-given.rules';
import { cashRefusal, simpleRefusal } from './simple-procedure.rules';

const { WARNING, FINE, CONFISCATION_OF_GAINS, LICENCE_SUSPENSION, LICENCE_REVOCATION, SUSPENSION_OF_BUSINESS, DETENTION } = PenaltyKind;
const fine = (fen: number): Penalty => ({ kind: FINE, fen });

describe('行政处罚法§45②: what is heavier', () => {
  test.each<[string, Penalty[], Penalty[], boolean]>([
    ['the same', [fine(100)], [fine(100)], false],
    ['less', [fine(99)], [fine(100)], false],
    ['more', [fine(101)], [fine(100)], true],
    ['a second penalty beside it', [fine(100), { kind: WARNING }], [fine(100)], true],
    ['a warning in its stead', [{ kind: WARNING }], [fine(100)], false],
    ['a fine in place of a warning', [fine(1)], [{ kind: WARNING }], true],
    ['a fine in place of a revocation', [fine(1)], [{ kind: LICENCE_REVOCATION }], false],
    ['a suspension of more days', [{ kind: LICENCE_SUSPENSION, days: 31 }], [{ kind: LICENCE_SUSPENSION, days: 30 }], true],
    ['for good in place of some days', [{ kind: SUSPENSION_OF_BUSINESS }], [{ kind: SUSPENSION_OF_BUSINESS, days: 30 }], true],
    ['some days in place of for good', [{ kind: SUSPENSION_OF_BUSINESS, days: 30 }], [{ kind: SUSPENSION_OF_BUSINESS }], false],
    ['nothing', [], [fine(100)], false],
  ])('%s', (_, these, those, expected) => {
    expect(isHeavier(these, those)).toBe(expected);
  });
});

describe('行政处罚法§51: the simple procedure', () => {
  test.each<[PartyKind, Penalty[], string | undefined]>([
    [PartyKind.INDIVIDUAL, [fine(200_00)], undefined],
    [PartyKind.INDIVIDUAL, [fine(200_01)], 'SIMPLE_CAP'],
    [PartyKind.SOLE_TRADER, [fine(200_01)], 'SIMPLE_CAP'],
    [PartyKind.ORGANIZATION, [fine(3000_00)], undefined],
    [PartyKind.ORGANIZATION, [fine(3000_01)], 'SIMPLE_CAP'],
    [PartyKind.ORGANIZATION, [{ kind: WARNING }, fine(1)], undefined],
    [PartyKind.ORGANIZATION, [{ kind: CONFISCATION_OF_GAINS, fen: 1 }], 'SIMPLE_KIND'],
    [PartyKind.ORGANIZATION, [{ kind: SUSPENSION_OF_BUSINESS }], 'SIMPLE_KIND'],
  ])('%s %j: %s', (kind, penalties, reason) => {
    expect(simpleRefusal(kind, penalties)?.reason).toBe(reason);
  });
});

describe('行政复议法§64②, 行政诉讼法§71: made anew', () => {
  const judged = (decided: Penalty[], ground: string | null = null) => ({
    outcome: decided.length ? 'PENALTY' : 'NOT_PUNISHED',
    ground,
    decided,
  });
  test.each([
    ['the same fine', judged([fine(100)]), judged([fine(100)]), true],
    ['less', judged([fine(99)]), judged([fine(100)]), false],
    ['more', judged([fine(101)]), judged([fine(100)]), false],
    ['another kind', judged([{ kind: WARNING }]), judged([fine(100)]), false],
    ['not punished for the same', judged([], 'NO_FAULT'), judged([], 'NO_FAULT'), true],
    ['not punished for another', judged([], 'NO_FAULT'), judged([], 'TIME_BARRED'), false],
  ])('%s', (_, one, other, isSame) => {
    expect(isSameDecision(one, other)).toBe(isSame);
  });

  const { EVIDENCE, PROCEDURE, BASIS } = RevocationGround;
  test.each([
    [EVIDENCE, { isSame: true }, 'SAME_DECISION'],
    [BASIS, { isSame: true }, 'SAME_DECISION'],
    [EVIDENCE, { isSame: true, hasNewEvidence: true }, undefined],
    [EVIDENCE, { isSame: false }, undefined],
    [PROCEDURE, { isSame: true }, undefined],
  ])('revoked for %s, with %j: %s', (ground, facts, reason) => {
    expect(sameDecisionRefusal({ ground, hasNewEvidence: false, ...facts })?.reason).toBe(reason);
  });
});

const CASH = { isSimple: true, fineFen: 100_00, ground: CashGround.SMALL, receiptNumber: 'DEMO1', isAskedByParty: false };

describe('行政处罚法§67–70: who fines does not collect', () => {
  test.each([
    [{}, undefined],
    [{ fineFen: 100_01 }, 'CASH_FORBIDDEN'],
    [{ fineFen: 3000_00, ground: CashGround.HARD_TO_ENFORCE }, undefined],
    [{ isSimple: false }, 'CASH_FORBIDDEN'],
    [{ isSimple: false, ground: CashGround.HARD_TO_ENFORCE }, 'CASH_FORBIDDEN'],
    [{ isSimple: false, ground: CashGround.REMOTE_PLACE, isAskedByParty: true }, undefined],
    [{ ground: CashGround.REMOTE_PLACE }, 'CASH_NOT_ASKED'],
    [{ receiptNumber: null }, 'RECEIPT_MISSING'],
  ])('%j: %s', (change, reason) => {
    expect(cashRefusal({ ...CASH, ...change })?.reason).toBe(reason);
  });
});

const FACTS = { bornOn: null, actOn: '2026-03-02', isTimeBarred: false, isCorrected: true, harm: Harm.NONE, isRepeated: false };

describe('行政处罚法§30–33, §36: not punished', () => {
  const { UNDER_FOURTEEN, TIME_BARRED, MINOR_CORRECTED, FIRST_OFFENCE, NO_FAULT, MENTAL_INCAPACITY } = NotPunishedGround;

  test('§30: a child is fourteen on the day after its birthday', () => {
    expect(isYoungerThan(14, '2012-03-02', '2026-03-02')).toBe(true);
    expect(isYoungerThan(14, '2012-03-02', '2026-03-03')).toBe(false);
    expect(isYoungerThan(14, null, '2026-03-03')).toBe(false);
  });

  test('§30, §36: a penalty is forbidden of a child, and of what was found too late', () => {
    expect(forbiddenPenalty(FACTS)).toBeNull();
    expect(forbiddenPenalty({ ...FACTS, bornOn: '2012-03-03' })).toBe(UNDER_FOURTEEN);
    expect(forbiddenPenalty({ ...FACTS, isTimeBarred: true })).toBe(TIME_BARRED);
  });

  test.each([
    [MINOR_CORRECTED, {}, undefined],
    [MINOR_CORRECTED, { isCorrected: false }, 'GROUND_UNFOUNDED'],
    [MINOR_CORRECTED, { harm: Harm.MINOR }, 'GROUND_UNFOUNDED'],
    [FIRST_OFFENCE, { harm: Harm.MINOR }, undefined],
    [FIRST_OFFENCE, { harm: Harm.SERIOUS }, 'GROUND_UNFOUNDED'],
    [FIRST_OFFENCE, { isRepeated: true }, 'GROUND_UNFOUNDED'],
    [FIRST_OFFENCE, { isCorrected: false }, 'GROUND_UNFOUNDED'],
    [UNDER_FOURTEEN, { bornOn: '1985-02-28' }, 'GROUND_UNFOUNDED'],
    [UNDER_FOURTEEN, { bornOn: '2015-02-28' }, undefined],
    [TIME_BARRED, {}, 'GROUND_UNFOUNDED'],
    [NO_FAULT, {}, undefined],
    [MENTAL_INCAPACITY, {}, undefined],
  ])('%s with %j: %s', (ground, change, reason) => {
    expect(groundRefusal(ground, { ...FACTS, ...change })?.reason).toBe(reason);
  });
});

describe('行政处罚法§4, §16, §38: no penalty that the law does not provide', () => {
  const POWER = {
    penaltyKinds: [WARNING, FINE],
    fines: [
      { partyKind: PartyKind.INDIVIDUAL, minimum: '50', maximum: '500', unit: FineUnit.YUAN, base: null },
      { partyKind: PartyKind.ORGANIZATION, minimum: null, maximum: '5000', unit: FineUnit.YUAN, base: null },
    ],
  };
  const refusalOf = (given: Parameters<typeof checkedPenalties>[0], kind = PartyKind.INDIVIDUAL, isMitigated = false) => {
    try {
      checkedPenalties(given, POWER, kind, isMitigated);
      return undefined;
    } catch (error) {
      return (error as { reason: string }).reason;
    }
  };

  test.each<[string, Parameters<typeof refusalOf>, string | undefined]>([
    ['within the range', [[{ kind: FINE, amount: '500' }]], undefined],
    ['beyond it', [[{ kind: FINE, amount: '500.01' }]], 'FINE_OUT_OF_RANGE'],
    ['below it', [[{ kind: FINE, amount: '49.99' }]], 'FINE_OUT_OF_RANGE'],
    ['below it, mitigated (§32)', [[{ kind: FINE, amount: '10' }], PartyKind.INDIVIDUAL, true], undefined],
    ['beyond it, mitigated', [[{ kind: FINE, amount: '501' }], PartyKind.INDIVIDUAL, true], 'FINE_OUT_OF_RANGE'],
    ['another kind of party', [[{ kind: FINE, amount: '5000' }], PartyKind.ORGANIZATION], undefined],
    ['a kind that is not provided', [[{ kind: SUSPENSION_OF_BUSINESS }]], 'PENALTY_NOT_PROVIDED'],
    ['gains are confiscated by §28', [[{ kind: CONFISCATION_OF_GAINS, amount: '1' }]], undefined],
    ['detention is the police’s (§18)', [[{ kind: DETENTION }]], 'DETENTION_RESERVED'],
    ['none', [[]], 'PENALTIES_MISSING'],
    ['twice', [[{ kind: WARNING }, { kind: WARNING }]], 'PENALTY_TWICE'],
    ['a fine of nothing', [[{ kind: FINE, amount: '0' }]], 'PENALTY_AMOUNT'],
    ['a warning with a sum', [[{ kind: WARNING, amount: '1' }]], 'PENALTY_AMOUNT'],
    ['a fraction of a fen', [[{ kind: FINE, amount: '100.001' }]], 'AMOUNT'],
  ])('%s', (_, given, reason) => {
    expect(refusalOf(...given)).toBe(reason);
  });
});
