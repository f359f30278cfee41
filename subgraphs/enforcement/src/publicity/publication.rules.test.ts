import { DecisionOutcome } from '../decision/decision.enums';
import { PartyKind, PenaltyKind } from '../power/power.enums';
import { RemedyOutcome } from '../remedy/remedy.enums';
import { PublicationState, WithdrawalGround } from './publication.enums';
import {
  choiceRefusal,
  isLight,
  monthsOf,
  mustBeWithdrawn,
  type PublishFacts,
  publishRefusal,
  withdrawalRefusal,
} from './publication.rules';
import { publicitySettingsFrom } from './publication.settings';
import { withoutPersons } from './published-text';

const { CHANGED, REVOKED, UNLAWFUL, UPHELD } = RemedyOutcome;
const READY: PublishFacts = {
  outcome: DecisionOutcome.PENALTY,
  standing: null,
  isRevoked: false,
  outcomes: [],
  partyKind: PartyKind.ORGANIZATION,
  bornOn: null,
  wasMinor: false,
  isAdultConfirmed: false,
};
const PERSON = { partyKind: PartyKind.INDIVIDUAL };

test.each<[string, Partial<PublishFacts>, string | null]>([
  ['what stands', {}, null],
  ['what review upheld or changed', { outcomes: [UPHELD, CHANGED] }, null],
  ['nothing yet', { outcome: null }, 'DECISION_MISSING'],
  ['no penalty', { outcome: DecisionOutcome.NOT_PUNISHED }, 'NOT_A_PENALTY'],
  ['what was revoked', { isRevoked: true }, 'DECISION_NOT_STANDING'],
  ['what was found unlawful', { outcomes: [UNLAWFUL] }, 'DECISION_NOT_STANDING'],
  ['what is published', { standing: PublicationState.PUBLISHED }, 'ALREADY_PUBLISHED'],
  ['what was withheld', { standing: PublicationState.WITHHELD }, null],
  ['a minor', { ...PERSON, bornOn: '2010-01-01', wasMinor: true, isAdultConfirmed: true }, 'PARTY_MINOR'],
  ['somebody of unknown age', PERSON, 'AGE_UNKNOWN'],
  ['somebody said to be of age', { ...PERSON, isAdultConfirmed: true }, null],
  ['somebody known to be of age', { ...PERSON, bornOn: '1985-02-28' }, null],
])('§48①: to publish %s', (_, facts, reason) => {
  expect(publishRefusal({ ...READY, ...facts })?.reason ?? null).toBe(reason);
});

test('§50: a choice not to publish may be made of a minor, and of nothing that does not stand', () => {
  expect(choiceRefusal({ ...READY, ...PERSON, wasMinor: true })).toBeNull();
  expect(choiceRefusal({ ...READY, isRevoked: true })?.reason).toBe('DECISION_NOT_STANDING');
});

test.each<[WithdrawalGround, boolean, readonly RemedyOutcome[], number, boolean]>([
  [WithdrawalGround.CHANGED, false, [CHANGED], 0, true],
  [WithdrawalGround.CHANGED, false, [CHANGED], 1, false],
  [WithdrawalGround.CHANGED, false, [UPHELD], 0, false],
  [WithdrawalGround.REVOKED, true, [REVOKED], 0, true],
  [WithdrawalGround.REVOKED, false, [CHANGED], 0, false],
  [WithdrawalGround.UNLAWFUL, false, [CHANGED, UNLAWFUL], 1, true],
  [WithdrawalGround.UNLAWFUL, false, [UPHELD], 0, false],
  [WithdrawalGround.ERROR, false, [], 0, true],
])('§48②: withdrawn for %s (revoked %s, outcomes %j, %i before): %s', (ground, isRevoked, outcomes, before, holds) => {
  const refused = withdrawalRefusal(ground, PublicationState.PUBLISHED, { isRevoked, outcomes }, before);
  expect(refused?.reason ?? null).toBe(holds ? null : 'GROUND_UNFOUNDED');
});

test('§48②: what was published and does not stand any more must be withdrawn, once', () => {
  expect(mustBeWithdrawn({ isRevoked: false, outcomes: [UPHELD, null] }, 0)).toBe(false);
  for (const outcome of [CHANGED, REVOKED, UNLAWFUL]) expect(mustBeWithdrawn({ isRevoked: false, outcomes: [outcome] }, 0)).toBe(true);
  expect(mustBeWithdrawn({ isRevoked: false, outcomes: [CHANGED] }, 1)).toBe(false);
  const withdrawn = withdrawalRefusal(WithdrawalGround.ERROR, PublicationState.WITHDRAWN, { isRevoked: false, outcomes: [] }, 0);
  expect(withdrawn?.reason).toBe('NOT_PUBLISHED');
});

test('a warning or a fine that gives no right to a hearing is light; a confiscation is not', () => {
  const fine = (fen: number) => [{ kind: PenaltyKind.FINE, fen }];
  expect(isLight([{ kind: PenaltyKind.WARNING }, ...fine(100)], 200)).toBe(true);
  expect(isLight(fine(200), 200)).toBe(false);
  expect(isLight([{ kind: PenaltyKind.CONFISCATION_OF_GAINS, fen: 1 }], 200)).toBe(false);
  expect([monthsOf({ light: 3, other: 36 }, true), monthsOf({ light: 3, other: 36 }, false)]).toEqual([3, 36]);
});

test('periods and the time to publish are the county’s to set, by domain', () => {
  const env = { ENFORCEMENT_PUBLICITY_PERIODS: '{"市场监管":{"light":6,"other":12}}', ENFORCEMENT_PUBLICATION_WORKDAYS: '20' };
  const settings = publicitySettingsFrom(env);
  expect(settings.periods).toEqual({ '*': { light: 3, other: 36 }, 市场监管: { light: 6, other: 12 } });
  expect(settings.publication.limit.value).toBe(20);
  for (const wrong of ['{"a":{"light":0,"other":1}}', '{"a":{"light":1}}'])
    expect(() => publicitySettingsFrom({ ENFORCEMENT_PUBLICITY_PERIODS: wrong })).toThrow('ENFORCEMENT_PUBLICITY_PERIODS');
  expect(() => publicitySettingsFrom({ ENFORCEMENT_PUBLICATION_WORKDAYS: 'x' })).toThrow('ENFORCEMENT_PUBLICATION_WORKDAYS');
});

test('free text is published without the persons that the case knows, and without numbers of any', () => {
  const known = {
    partyKind: PartyKind.INDIVIDUAL,
    partyName: '欧阳示例',
    partyRepresentative: null,
    partyAddress: '某村1号',
    partyPhone: '0371-60000000',
    partyIdNumber: '990000198502280010',
  };
  const text = '欧阳示例（990000198502280010，住某村1号，电话0371-60000000、13812345678）占道经营';
  expect(withoutPersons(known)(text)).toBe('欧阳*（***，住***，电话***、***）占道经营');
  const company = { ...known, partyKind: PartyKind.ORGANIZATION, partyName: '示例公司', partyRepresentative: '示例甲' };
  expect(withoutPersons(company)('示例公司负责人示例甲')).toBe('示例公司负责人示*');
});
