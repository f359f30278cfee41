import type { Speech } from '../canaries';
import { COUNTY, HIDDEN, type Owner, PUBLISHERS, TOWNSHIP_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { staffMemberId } from './staff';

type SaidBy = (owner: Owner) => Speech;

const AHEAD = new Date('2999-01-01T00:00:00Z');
const LONG_PAST = '2000-01-01';
const LAST_DAY = '2999-12-31';

export const campaignId = (say: Speech, row: string) => say.text('selection_campaign.id', row);
export const candidateId = (say: Speech, row: string) => say.text('selection_candidate.id', row);
export const objectionId = (say: Speech, row: string) => say.text('candidate_objection.id', row);
const postId = (say: Speech, row: string) => say.text('selection_post.id', row);
const planId = (say: Speech) => say.text('selection_plan.id', 'whole');

/** Selections, each at the stage at which something is done. None is announced: that would make it public. */
const CAMPAIGNS: Readonly<Record<string, GivenRow>> = {
  whole: { state: 'PUBLICITY', publicityFrom: AHEAD, publicityEndsAt: AHEAD },
  announceCampaign: { state: 'PLAN' },
  completeCampaignStage: { state: 'ANNOUNCED' },
  publishList: { state: 'POSTED', postCount: 2, freePosts: 1 },
  appointCandidates: { state: 'PUBLICITY', openObjections: 0 },
  cancelCampaign: { state: 'PLAN' },
  withdrawCandidate: { state: 'ANNOUNCED' },
  qualifyCandidate: { state: 'REGISTERED' },
  recordExamination: { state: 'QUALIFIED' },
  choosePost: { state: 'INTERVIEWED' },
  choosePosts: { state: 'INTERVIEWED', pendingCount: 1 },
};

/** Candidates by the step that is taken on them: in which selection they are, and how they stand. */
const CANDIDATES: Readonly<Record<string, readonly [campaign: string, state: string]>> = {
  whole: ['whole', 'LISTED'],
  withdrawCandidate: ['withdrawCandidate', 'REGISTERED'],
  qualifyCandidate: ['qualifyCandidate', 'REGISTERED'],
  recordExamination: ['recordExamination', 'QUALIFIED'],
  choosePost: ['choosePost', 'RANKED'],
  waivePost: ['choosePost', 'RANKED'],
  choosePosts: ['choosePosts', 'RANKED'],
};

const campaignsOf = (owner: Owner, say: Speech, saidBy: SaidBy): readonly GivenRow[] =>
  Object.entries(CAMPAIGNS).map(([row, given]) => ({
    id: campaignId(say, row),
    divisionCode: owner.division,
    planId: planId(saidBy(PUBLISHERS.county)),
    registrationFrom: null,
    registrationTo: say.day('selection_campaign.registrationTo', row),
    version: 1,
    ...given,
  }));

/** What is announced is there for everybody, and open for who registers. */
const announced = (owner: Owner, say: Speech): GivenRow => ({
  id: campaignId(say, 'announced'),
  divisionCode: owner.division,
  registrationFrom: LONG_PAST,
  registrationTo: LAST_DAY,
  state: 'ANNOUNCED',
  version: 1,
});

export const SELECTION_RECIPES: Recipes = {
  selection_plan: {
    kept: 'PUBLIC',
    because: 'the plan is a published document',
    rows: (owner, say) =>
      owner.isPublic ? [{ id: planId(say), divisionCode: owner.division, targets: [{ year: 2026, number: 10 }] }] : [],
  },
  selection_campaign: {
    kept: 'DIVISION',
    rows: (owner, say, saidBy) => (owner.isPublic ? [announced(owner, say)] : campaignsOf(owner, say, saidBy)),
    plain: ['divisionCode', 'planId', 'registrationFrom', 'state'],
  },
  selection_post: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : [['whole', candidateId(say, 'whole')] as const, ['choosePost', null] as const, ['choosePosts', null] as const].map(
            ([row, chosenBy]) => ({
              id: postId(say, row),
              campaignId: campaignId(say, row),
              divisionCode: owner.division,
              hostCreditCode: say.creditCode('selection_post.hostCreditCode', row),
              candidateId: chosenBy,
            }),
          ),
    plain: ['divisionCode'],
  },
  selection_candidate: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : Object.entries(CANDIDATES).map(([row, [campaign, state]]) => ({
            id: candidateId(say, row),
            campaignId: campaignId(say, campaign),
            divisionCode: owner.division,
            staffMemberId: staffMemberId(say, row === 'waivePost' ? 'left' : 'placed'),
            homeCreditCode: say.creditCode('selection_candidate.homeCreditCode', row),
            fundingKind: 'SELF',
            postId: row === 'whole' ? postId(say, 'whole') : null,
            chosenDivisionCode: row === 'whole' ? owner.division : null,
            state,
            version: 1,
          })),
    plain: ['divisionCode', 'fundingKind', 'chosenDivisionCode', 'state'],
  },
  candidate_objection: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : ['whole', 'decideObjection'].map((row) => ({
            id: objectionId(say, row),
            candidateId: candidateId(say, 'whole'),
            campaignId: campaignId(say, 'whole'),
            divisionCode: owner.division,
            state: row === 'whole' ? 'DISMISSED' : 'RAISED',
            version: 1,
          })),
    plain: ['divisionCode', 'state'],
  },
};

const campaignStep = (saidBy: SaidBy, row: string) => ({ campaignId: campaignId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });
const candidateStep = (saidBy: SaidBy, row: string) => ({ candidateId: candidateId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });

export const SELECTION_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  adoptSelectionPlan: () => ({
    divisionCode: COUNTY,
    document: '示例〔2026〕1号',
    targets: [2026, 2027, 2028, 2029, 2030].map((year) => ({ year, number: 1 })),
  }),
  openCampaign: (saidBy) => ({
    divisionCode: COUNTY,
    title: '示例选派',
    year: 2026,
    approvalDocument: '示例〔2026〕1号',
    writtenWeight: 50,
    interviewWeight: 50,
    posts: [{ divisionCode: TOWNSHIP_B, organization: organOf(saidBy), title: '示例岗位', number: 10 }],
  }),
  announceCampaign: (saidBy) => ({ ...campaignStep(saidBy, 'announceCampaign'), registrationFrom: LAST_DAY, registrationTo: LAST_DAY }),
  completeCampaignStage: (saidBy) => ({ ...campaignStep(saidBy, 'completeCampaignStage'), stage: 'REGISTRATION' }),
  publishList: (saidBy) => campaignStep(saidBy, 'publishList'),
  appointCandidates: (saidBy) => ({ ...campaignStep(saidBy, 'appointCandidates'), startsOn: LAST_DAY, document: '示例〔2026〕1号' }),
  cancelCampaign: (saidBy) => ({ ...campaignStep(saidBy, 'cancelCampaign'), reason: '示例理由' }),
  registerCandidate: (saidBy) => ({
    campaignId: campaignId(saidBy(PUBLISHERS.county), 'announced'),
    staffMemberId: staffMemberId(saidBy(HIDDEN.county)),
  }),
  withdrawCandidate: (saidBy) => candidateStep(saidBy, 'withdrawCandidate'),
  qualifyCandidate: (saidBy) => ({ ...candidateStep(saidBy, 'qualifyCandidate'), isQualified: true }),
  recordExamination: (saidBy) => ({ ...candidateStep(saidBy, 'recordExamination'), part: 'WRITTEN', score: '60' }),
  choosePost: (saidBy) => ({ ...candidateStep(saidBy, 'choosePost'), postId: postId(saidBy(HIDDEN.townshipB), 'choosePost') }),
  waivePost: (saidBy) => candidateStep(saidBy, 'waivePost'),
  choosePosts: (saidBy) => {
    const say = saidBy(HIDDEN.townshipB);
    return {
      ...campaignStep(saidBy, 'choosePosts'),
      choices: [{ candidateId: candidateId(say, 'choosePosts'), postId: postId(say, 'choosePosts') }],
    };
  },
  objectToCandidate: (saidBy) => ({ candidateId: candidateId(saidBy(HIDDEN.townshipB), 'whole'), content: '示例异议' }),
  decideObjection: (saidBy) => ({
    objectionId: objectionId(saidBy(HIDDEN.townshipB), 'decideObjection'),
    expectedVersion: 1,
    isUpheld: false,
    finding: '示例意见',
  }),
};

export const organOf = (saidBy: SaidBy) => ({
  creditCode: saidBy(PUBLISHERS.county).creditCode('organization.creditCode', 'government'),
  name: '示例单位',
});
