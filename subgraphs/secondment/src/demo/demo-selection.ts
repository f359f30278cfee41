import { addDays, addYears } from '@township-graph/shared/calendar';
import { startOfDay } from '@township-graph/shared/clock';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { demoOrganization, departmentOf, governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { SELECTED } from '@township-graph/shared/demo/selected-staff';
import { InstitutionGrade } from '@township-graph/shared/staff-grade';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { SelectionCampaign } from '../campaign/campaign.entity';
import { CampaignState } from '../campaign/campaign.enums';
import { SelectionPost } from '../campaign/campaign-post.entity';
import { Candidate } from '../candidate/candidate.entity';
import { CandidateState } from '../candidate/candidate.enums';
import { ranked } from '../candidate/ranking.rules';
import { AppraisalSource } from '../placement/appraisal.enums';
import { Placement } from '../placement/placement.entity';
import { PayBearer, PlacementKind, PlacementOutcome, PlacementState } from '../placement/placement.enums';
import { PlacementAppraisal } from '../placement/placement-appraisal.entity';
import { SelectionPlan } from '../selection-plan/selection-plan.entity';
import { standingKeyOf } from '../three-powers/held-power';
import { ThreePower, ThreePowersState } from '../three-powers/three-powers.enums';
import { ThreePowersGrant } from '../three-powers/three-powers-grant.entity';
import type { StaffRow } from './demo-staff';
import { type DemoCandidate, demoCandidates, selectionStaff } from './selection-people';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

const PLAN = demoId('selection-plan:410225');
const CAMPAIGN = demoId('selection-campaign:410225');
const WEIGHTS = { written: 60, interview: 40 };
const YEARS = 5;

/** Somebody who serves in a township because a selection sent them: from which day on, and by which selection if it is shown. */
interface SentDown {
  readonly staff: StaffRow;
  readonly startsOn: string;
  readonly campaignId: string | null;
}

/**
 * 兰考’s 1,253, each placed for five years: 233 by a selection of two years ago that is shown whole, and those of a year before it, of
 * whose selection nothing but the placements is shown.
 */
export function selectionTables(today: string, sentDownBefore: readonly StaffRow[]): Table[] {
  const startsOn = `${Number(today.slice(0, 4)) - 2}-03-01`;
  const candidates = demoCandidates();
  const placed = candidates.filter(({ township }) => township !== null);
  const sentDown: SentDown[] = [
    ...selectionStaff(placed).map((staff) => ({ staff, startsOn, campaignId: CAMPAIGN })),
    ...sentDownBefore.map((staff) => ({ staff, startsOn: addYears(startsOn, -1), campaignId: null })),
  ];
  return [
    [SelectionPlan, [planFrom(startsOn)]],
    [SelectionCampaign, [campaignFrom(startsOn, candidates)]],
    [SelectionPost, placed.map(postOf)],
    [Candidate, candidatesFrom(startsOn, candidates)],
    [Placement, sentDown.map(placementFrom)],
    [PlacementAppraisal, sentDown.map(appraisalFrom)],
    [ThreePowersGrant, threePowers()],
  ];
}

/** How the number is shared out over the years is our choice. */
function planFrom(startsOn: string): object {
  const startYear = Number(startsOn.slice(0, 4));
  const targets = Array.from({ length: YEARS }, (_, index) => ({ year: startYear + index, number: index === 0 ? SELECTED : 250 }));
  const adopted = { document: '示例改发〔2017〕11号', startYear, endYear: startYear + YEARS - 1, targets };
  return { id: PLAN, divisionCode: LANKAO, ...adopted, adoptedAt: startOfDay(addDays(startsOn, -90)) };
}

function campaignFrom(startsOn: string, candidates: readonly DemoCandidate[]): object {
  return {
    id: CAMPAIGN,
    divisionCode: LANKAO,
    title: '兰考县示例选派',
    year: Number(startsOn.slice(0, 4)),
    planId: PLAN,
    approvalDocument: '示例编〔2017〕1号',
    writtenWeight: WEIGHTS.written,
    interviewWeight: WEIGHTS.interview,
    writtenPass: 60_00,
    interviewPass: 60_00,
    registrationFrom: addDays(startsOn, -60),
    registrationTo: addDays(startsOn, -53),
    publicityFrom: startOfDay(addDays(startsOn, -20)),
    publicityEndsAt: startOfDay(addDays(startsOn, -5)),
    postCount: SELECTED,
    freePosts: 0,
    candidateCount: candidates.length,
    pendingCount: 0,
    openObjections: 0,
    openedAt: startOfDay(addDays(startsOn, -80)),
    state: CampaignState.APPOINTED,
    version: 1,
  };
}

const postId = (index: number) => demoId(`selection-post:${index}`);
const placementId = ({ staff: { id } }: SentDown) => demoId(`placement:${id}`);
const hostOf = (township: string) => {
  const { creditCode, name } = demoOrganization(township, 'CENTER_PUBLIC_SERVICE');
  return { hostCreditCode: creditCode, hostName: name };
};

const postOf = ({ index, township }: DemoCandidate): object => ({
  id: postId(index),
  campaignId: CAMPAIGN,
  divisionCode: township,
  ...hostOf(township!),
  title: '选派岗位',
  candidateId: candidateId(index),
});

const candidateId = (index: number) => demoId(`selection-candidate:${index}`);

function candidatesFrom(startsOn: string, candidates: readonly DemoCandidate[]): object[] {
  const examined = candidates.map(({ index, written, interview }) => ({ id: candidateId(index), written, interview }));
  const ranks = new Map(ranked(examined, WEIGHTS).map((each) => [each.id, each]));
  return candidates.map(({ index, staffMemberId, home, township, written, interview }) => {
    const { total, rank } = ranks.get(candidateId(index))!;
    return {
      id: candidateId(index),
      campaignId: CAMPAIGN,
      divisionCode: LANKAO,
      staffMemberId,
      homeCreditCode: home.creditCode,
      homeName: home.name,
      fundingKind: home.fundingKind,
      registeredAt: startOfDay(addDays(startsOn, -60)),
      refusalReason: null,
      writtenPoints: written,
      isAbsentFromWritten: false,
      interviewPoints: interview,
      isAbsentFromInterview: false,
      totalPoints: total,
      rankNumber: rank,
      postId: township ? postId(index) : null,
      chosenDivisionCode: township,
      state: township ? CandidateState.APPOINTED : CandidateState.NOT_PLACED,
      version: 1,
    };
  });
}

function placementFrom(sentDown: SentDown): object {
  const { staff, startsOn, campaignId } = sentDown;
  const { id: staffMemberId, divisionCode, homeCreditCode, homeName, homeDivisionCode } = staff;
  return {
    id: placementId(sentDown),
    staffMemberId,
    kind: PlacementKind.SELECTION,
    divisionCode,
    ...hostOf(divisionCode),
    homeCreditCode,
    homeName,
    homeDivisionCode,
    campaignId,
    postTitle: '选派岗位',
    isSectionChief: false,
    document: '示例人社〔2017〕2号',
    startsOn,
    endsOn: addDays(addYears(startsOn, YEARS), -1),
    endedOn: null,
    endReason: null,
    payBearer: PayBearer.COUNTY_BUDGET,
    outcome: PlacementOutcome.UNCHANGED,
    isConversionDue: false,
    banUntil: null,
    state: PlacementState.SERVING,
    version: 1,
  };
}

/** Of the first year: all of them go on. */
const appraisalFrom = (sentDown: SentDown, index: number): object => ({
  id: demoId(`placement-appraisal:${sentDown.staff.id}`),
  placementId: placementId(sentDown),
  year: Number(sentDown.startsOn.slice(0, 4)),
  institutionGrade: index % 20 === 0 ? InstitutionGrade.BASICALLY_QUALIFIED : InstitutionGrade.QUALIFIED,
  civilServantGrade: null,
  outcome: PlacementOutcome.UNCHANGED,
  source: AppraisalSource.DOCUMENT,
  sourceReference: '示例考〔2018〕1号',
  sourceVersion: 1,
  recordedAt: startOfDay(addYears(sentDown.startsOn, 1)),
});

/** “三权”: in each township over the staff of one department. */
function threePowers(): object[] {
  const { creditCode, name } = departmentOf(LANKAO, '市场监管');
  return governedTownshipsOf(LANKAO).flatMap((divisionCode) =>
    Object.values(ThreePower).map((power) => ({
      id: demoId(`three-powers:${divisionCode}:${power}`),
      divisionCode,
      departmentCreditCode: creditCode,
      departmentName: name,
      power,
      standingKey: standingKeyOf(divisionCode, creditCode!, power),
      document: '示例发〔2020〕3号',
      effectiveFrom: '2020-07-01',
      effectiveTo: null,
      state: ThreePowersState.GRANTED,
      version: 1,
    })),
  );
}
