import { addDays, addYears } from '@township-graph/shared/calendar';
import { startOfDay } from '@township-graph/shared/clock';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { demoOrganization, departmentOf, governedTownshipsOf } from '@township-graph/shared/demo/roster';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { SelectionCampaign } from '../campaign/campaign.entity';
import { CampaignState } from '../campaign/campaign.enums';
import { SelectionPost } from '../campaign/campaign-post.entity';
import { Candidate } from '../candidate/candidate.entity';
import { CandidateState } from '../candidate/candidate.enums';
import { ranked } from '../candidate/ranking.rules';
import { AppraisalSource, InstitutionGrade } from '../placement/appraisal.enums';
import { Placement } from '../placement/placement.entity';
import { PayBearer, PlacementKind, PlacementOutcome, PlacementState } from '../placement/placement.enums';
import { PlacementAppraisal } from '../placement/placement-appraisal.entity';
import { SelectionPlan } from '../selection-plan/selection-plan.entity';
import { standingKeyOf } from '../three-powers/held-power';
import { ThreePower, ThreePowersState } from '../three-powers/three-powers.enums';
import { ThreePowersGrant } from '../three-powers/three-powers-grant.entity';
import type { StaffRow } from './demo-staff';
import { type SentDown, sentDownOf } from './selection-people';

type Table = readonly [EntityTarget<ObjectLiteral>, readonly object[]];

const PLAN = demoId('selection-plan:410225');
const CAMPAIGN = demoId('selection-campaign:410225');
const WEIGHTS = { written: 60, interview: 40 };
const YEARS = 5;

/** Who was chosen in the selection that is shown whole. */
type Chosen = SentDown & { readonly index: number };

/** 兰考’s people in its 16 townships: who came before, and 233 by a selection of two years ago, each for five years. */
export function selectionTables(today: string, staff: readonly StaffRow[]): Table[] {
  const startsOn = `${Number(today.slice(0, 4)) - 2}-03-01`;
  const sentDown = sentDownOf(staff);
  const chosen = sentDown.filter((each): each is Chosen => each.index !== null);
  return [
    [SelectionPlan, [planFrom(startsOn, chosen.length)]],
    [SelectionCampaign, [campaignFrom(startsOn, chosen.length)]],
    [SelectionPost, chosen.map(postOf)],
    [Candidate, candidatesFrom(startsOn, chosen)],
    [Placement, sentDown.map((each) => placementFrom(startsOn, each))],
    [PlacementAppraisal, chosen.map((each) => appraisalFrom(startsOn, each))],
    [ThreePowersGrant, threePowers()],
  ];
}

/** How the number is shared out over the years is our choice. */
function planFrom(startsOn: string, selected: number): object {
  const startYear = Number(startsOn.slice(0, 4));
  const targets = Array.from({ length: YEARS }, (_, index) => ({ year: startYear + index, number: index === 0 ? selected : 250 }));
  const adopted = { document: '示例改发〔2017〕11号', startYear, endYear: startYear + YEARS - 1, targets };
  return { id: PLAN, divisionCode: LANKAO, ...adopted, adoptedAt: startOfDay(addDays(startsOn, -90)) };
}

function campaignFrom(startsOn: string, selected: number): object {
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
    postCount: selected,
    freePosts: 0,
    candidateCount: selected,
    pendingCount: 0,
    openObjections: 0,
    openedAt: startOfDay(addDays(startsOn, -80)),
    state: CampaignState.APPOINTED,
    version: 1,
  };
}

const postId = (index: number) => demoId(`selection-post:${index}`);
const placementId = ({ staff }: SentDown) => demoId(`placement:${staff.id}`);
const hostOf = (township: string) => {
  const { creditCode, name } = demoOrganization(township, 'CENTER_PUBLIC_SERVICE');
  return { hostCreditCode: creditCode, hostName: name };
};

const postOf = ({ index, staff: { divisionCode } }: Chosen): object => ({
  id: postId(index),
  campaignId: CAMPAIGN,
  divisionCode,
  ...hostOf(divisionCode),
  title: '选派岗位',
  candidateId: candidateId(index),
});

const candidateId = (index: number) => demoId(`selection-candidate:${index}`);

/** No two alike: a tenth of a point between each and the next. */
const pointsOf = ({ index }: Chosen) => ({ written: 95_00 - index * 10, interview: 90_00 - index * 10 });

function candidatesFrom(startsOn: string, chosen: readonly Chosen[]): object[] {
  const examined = chosen.map((each) => ({ id: candidateId(each.index), ...pointsOf(each) }));
  const ranks = new Map(ranked(examined, WEIGHTS).map((each) => [each.id, each]));
  return chosen.map((each) => {
    const { index, staff } = each;
    const { written, interview } = pointsOf(each);
    const { total, rank } = ranks.get(candidateId(index))!;
    return {
      id: candidateId(index),
      campaignId: CAMPAIGN,
      divisionCode: LANKAO,
      staffMemberId: staff.id,
      homeCreditCode: staff.homeCreditCode,
      homeName: staff.homeName,
      fundingKind: staff.fundingKind,
      registeredAt: startOfDay(addDays(startsOn, -60)),
      refusalReason: null,
      writtenPoints: written,
      isAbsentFromWritten: false,
      interviewPoints: interview,
      isAbsentFromInterview: false,
      totalPoints: total,
      rankNumber: rank,
      postId: postId(index),
      chosenDivisionCode: staff.divisionCode,
      state: CandidateState.APPOINTED,
      version: 1,
    };
  });
}

/** Who came before came a year earlier. */
function placementFrom(selectedOn: string, sentDown: SentDown): object {
  const { staff, index } = sentDown;
  const startsOn = index === null ? addYears(selectedOn, -1) : selectedOn;
  return {
    id: placementId(sentDown),
    staffMemberId: staff.id,
    kind: PlacementKind.SELECTION,
    divisionCode: staff.divisionCode,
    ...hostOf(staff.divisionCode),
    homeCreditCode: staff.homeCreditCode,
    homeName: staff.homeName,
    homeDivisionCode: staff.homeDivisionCode,
    campaignId: index === null ? null : CAMPAIGN,
    postTitle: staff.postTitle,
    isSectionChief: false,
    document: '示例人社〔2017〕2号',
    startsOn,
    endsOn: addDays(addYears(startsOn, YEARS), -1),
    endedOn: null,
    endReason: null,
    payBearer: PayBearer.COUNTY_BUDGET,
    outcome: index === null ? null : PlacementOutcome.UNCHANGED,
    isConversionDue: false,
    banUntil: null,
    state: PlacementState.SERVING,
    version: 1,
  };
}

/** Of the first year: all of them go on. */
const appraisalFrom = (startsOn: string, chosen: Chosen): object => ({
  id: demoId(`placement-appraisal:${chosen.index}`),
  placementId: placementId(chosen),
  year: Number(startsOn.slice(0, 4)),
  institutionGrade: chosen.index % 20 === 0 ? InstitutionGrade.BASICALLY_QUALIFIED : InstitutionGrade.QUALIFIED,
  civilServiceGrade: null,
  outcome: PlacementOutcome.UNCHANGED,
  source: AppraisalSource.DOCUMENT,
  sourceReference: '示例考〔2018〕1号',
  recordedAt: startOfDay(addYears(startsOn, 1)),
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
