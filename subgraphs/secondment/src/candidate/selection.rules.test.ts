import { machineFaults } from '@township-graph/shared/state-machine';
import { CampaignAction, CampaignState } from '../campaign/campaign.enums';
import { CAMPAIGN_MACHINE, type CampaignStanding } from '../campaign/campaign.machine';
import { EstablishmentKind, FundingKind } from '../staff-member/staff-member.enums';
import { CandidateState, IneligibilityReason } from './candidate.enums';
import { CANDIDATE_MACHINE } from './candidate.machine';
import { type Applicant, ineligibility } from './eligibility.rules';
import { hundredthsOf, isTurnOf, pointsOf, ranked, weightsSumUp } from './ranking.rules';

test('every state of a campaign and of a candidate is reached and can come to its end', () => {
  const finals = [CampaignState.APPOINTED, CampaignState.CANCELLED];
  expect(machineFaults(CAMPAIGN_MACHINE, { states: Object.values(CampaignState), finals })).toEqual([]);
  const { NOT_QUALIFIED, ELIMINATED, WAIVED, NOT_PLACED, DISQUALIFIED, APPOINTED, WITHDRAWN } = CandidateState;
  const ends = [NOT_QUALIFIED, ELIMINATED, WAIVED, NOT_PLACED, DISQUALIFIED, APPOINTED, WITHDRAWN];
  expect(machineFaults(CANDIDATE_MACHINE, { states: Object.values(CandidateState), finals: ends })).toEqual([]);
});

const DONE: CampaignStanding = {
  candidateCount: 3,
  pendingCount: 0,
  freePosts: 0,
  chosenPosts: 2,
  openObjections: 0,
  isRegistrationOver: true,
  isPublicityOver: true,
};

test('the eight stages come one after the other, and none is left out', () => {
  const { PLAN, CANCELLED, ...rest } = CampaignState;
  const order = [PLAN, ...Object.values(rest)];
  const { CANCEL, CHOOSE_POSTS, ...steps } = CampaignAction;
  Object.values(steps).forEach((action, index) => {
    for (const state of order) expect(CAMPAIGN_MACHINE.can(state, action, DONE)).toBe(state === order[index]);
    expect(CAMPAIGN_MACHINE.next(order[index]!, action, DONE)).toBe(order[index + 1]);
  });
});

test.each<[CampaignState, CampaignAction, Partial<CampaignStanding>, string]>([
  [CampaignState.ANNOUNCED, CampaignAction.COMPLETE_REGISTRATION, { isRegistrationOver: false }, 'REGISTRATION_OPEN'],
  [CampaignState.ANNOUNCED, CampaignAction.COMPLETE_REGISTRATION, { candidateCount: 0 }, 'NO_CANDIDATES'],
  [CampaignState.REGISTERED, CampaignAction.COMPLETE_QUALIFICATION, { pendingCount: 1 }, 'CANDIDATES_PENDING'],
  [CampaignState.INTERVIEWED, CampaignAction.COMPLETE_POST_CHOICE, { pendingCount: 1, freePosts: 1 }, 'CHOICE_PENDING'],
  [CampaignState.POSTED, CampaignAction.PUBLISH, { chosenPosts: 0 }, 'NOBODY_CHOSE'],
  [CampaignState.PUBLICITY, CampaignAction.APPOINT, { isPublicityOver: false }, 'PUBLICITY_RUNNING'],
  [CampaignState.PUBLICITY, CampaignAction.APPOINT, { openObjections: 1 }, 'OBJECTIONS_OPEN'],
])('from %s, %s waits while %o: %s', (state, action, standing, reason) => {
  expect(() => CAMPAIGN_MACHINE.next(state, action, { ...DONE, ...standing })).toThrow(expect.objectContaining({ reason }));
});

const FIT: Applicant = {
  establishmentKind: EstablishmentKind.INSTITUTION,
  fundingKind: FundingKind.SELF,
  homeDivisionCode: '410225',
  leftOn: null,
  banUntil: null,
  isPlaced: false,
};

test.each<[Partial<Applicant>, IneligibilityReason[]]>([
  [{}, []],
  [{ fundingKind: FundingKind.PARTIAL }, []],
  [{ fundingKind: FundingKind.FULL }, [IneligibilityReason.FUNDING]],
  [
    { establishmentKind: EstablishmentKind.ADMINISTRATIVE, fundingKind: null },
    [IneligibilityReason.NOT_INSTITUTION, IneligibilityReason.FUNDING],
  ],
  [{ homeDivisionCode: '410225201' }, [IneligibilityReason.NOT_COUNTY_LEVEL]],
  [{ homeDivisionCode: '330381' }, [IneligibilityReason.NOT_COUNTY_LEVEL]],
  [{ banUntil: '2026-11-26' }, [IneligibilityReason.BANNED]],
  [{ banUntil: '2026-11-25' }, []],
  [{ isPlaced: true }, [IneligibilityReason.PLACED_ALREADY]],
  [{ leftOn: '2026-11-01' }, [IneligibilityReason.LEFT]],
])('who registers with %o: %o', (change, reasons) => {
  expect(ineligibility({ ...FIT, ...change }, '410225', '2026-11-26')).toEqual(reasons);
});

test('ranks go by the exact total, then by the written part; who is alike in both shares a rank', () => {
  const examined = [
    { id: 'd', written: 80_00, interview: 80_00 },
    { id: 'a', written: 90_01, interview: 80_00 },
    { id: 'c', written: 80_00, interview: 80_00 },
    { id: 'b', written: 70_00, interview: 90_00 },
    { id: 'e', written: 60_00, interview: 60_00 },
  ];
  expect(ranked(examined, { written: 50, interview: 50 })).toEqual([
    { id: 'a', total: 850050, rank: 1 },
    { id: 'c', total: 800000, rank: 2 },
    { id: 'd', total: 800000, rank: 2 },
    { id: 'b', total: 800000, rank: 4 },
    { id: 'e', total: 600000, rank: 5 },
  ]);
  expect(pointsOf(850050, 4)).toBe('85.0050');
});

test('points have two decimals at most, and weights sum to 100', () => {
  expect(['0', '100', '88.5', '88.55', '88.550'].map(hundredthsOf)).toEqual([0, 10000, 8850, 8855, 8855]);
  expect(['100.01', '-1', '88.555', 'x', ''].map(hundredthsOf)).toEqual([null, null, null, null, null]);
  expect([pointsOf(0, 2), pointsOf(5, 2), pointsOf(8850, 2)]).toEqual(['0.00', '0.05', '88.50']);
  expect([weightsSumUp({ written: 60, interview: 40 }), weightsSumUp({ written: 60, interview: 50 })]).toEqual([true, false]);
  expect(weightsSumUp({ written: 50.5, interview: 49.5 })).toBe(false);
});

test('a later rank waits for the better ones, not for its equals', () => {
  expect([isTurnOf(1, [1, 2]), isTurnOf(2, [1, 2]), isTurnOf(2, [2, 2, 4]), isTurnOf(4, [])]).toEqual([true, false, true, true]);
});
