import type { Speech } from '../canaries';
import { HIDDEN, type Owner, TOWNSHIP_B } from '../owners';
import type { GivenRow, Recipes } from '../recipe';
import { resultId } from './assessment-ids';
import { organOf } from './selections';
import { hostOf, staffMemberId } from './staff';

type SaidBy = (owner: Owner) => Speech;

const AHEAD = new Date('2999-01-01T00:00:00Z');
const LAST_DAY = '2999-12-31';

export const placementId = (say: Speech, row: string) => say.text('placement.id', row);
export const movementId = (say: Speech, row: string) => say.text('movement_proposal.id', row);
export const consultationId = (say: Speech, row: string) => say.text('consultation.id', row);
export const recallId = (say: Speech, row: string) => say.text('recall.id', row);
export const grantId = (say: Speech, row: string) => say.text('three_powers_grant.id', row);
const groundId = (say: Speech) => say.text('recall_ground.id', 'whole');
const departmentOf = (say: Speech) => say.creditCode('placement.homeCreditCode', 'department');

/** Placements, each for the step that is taken on it. */
const PLACEMENTS: Readonly<Record<string, GivenRow>> = {
  whole: { state: 'RETURNED' },
  cancelPlacement: { state: 'PLANNED' },
  endPlacement: { state: 'SERVING' },
  returnPlacement: { state: 'SERVING' },
  convertPlacement: { state: 'SERVING', kind: 'SELECTION' },
  waiveConversion: { state: 'ENDED', kind: 'SELECTION', isConversionDue: true },
  recordAppraisal: { state: 'SERVING', kind: 'ATTACHED' },
  requestRecall: { state: 'SERVING' },
  decideRecall: { state: 'SERVING' },
};

const MOVEMENTS: Readonly<Record<string, GivenRow>> = {
  whole: { state: 'CARRIED_OUT' },
  consultTownship: { state: 'PROPOSED', notifiedAt: null },
  decideMovement: { state: 'PROPOSED' },
  carryOutMovement: { state: 'DECIDED' },
  withdrawMovement: { state: 'PROPOSED' },
  answerConsultation: { state: 'PROPOSED' },
};

const RECALLS: Readonly<Record<string, string>> = { whole: 'RECALLED', decideRecall: 'REQUESTED', withdrawRecall: 'REQUESTED' };

type Rows = (owner: Owner, say: Speech, saidBy: SaidBy) => readonly GivenRow[];

/** Nothing of persons is published. */
const hidden =
  (rows: Rows): Rows =>
  (owner, say, saidBy) =>
    owner.isPublic ? [] : rows(owner, say, saidBy);

export const PLACEMENT_RECIPES: Recipes = {
  placement: {
    kept: 'DIVISION',
    rows: hidden((owner, say) =>
      Object.entries(PLACEMENTS).map(([row, given]) => ({
        id: placementId(say, row),
        // Who is placed elsewhere as well is not moved out of that.
        staffMemberId: staffMemberId(say, row === 'convertPlacement' ? 'converted' : 'placed'),
        kind: 'STATIONED',
        divisionCode: owner.division,
        hostCreditCode: hostOf(say),
        homeCreditCode: departmentOf(say),
        homeDivisionCode: owner.division,
        campaignId: say.text('selection_campaign.id', 'whole'),
        isSectionChief: false,
        startsOn: say.day('placement.startsOn', row),
        endsOn: say.endDay('placement.endsOn', row),
        endedOn: row === 'whole' ? say.day('placement.endedOn', row) : null,
        banUntil: row === 'whole' ? say.endDay('placement.banUntil', row) : null,
        payBearer: 'HOME_ORGANIZATION',
        outcome: 'UNCHANGED',
        version: 1,
        ...given,
      })),
    ),
    plain: ['kind', 'divisionCode', 'homeDivisionCode', 'payBearer', 'outcome', 'state'],
  },
  placement_appraisal: {
    kept: 'DIVISION',
    rows: hidden((_, say) =>
      [
        { year: 1, institutionGrade: 'QUALIFIED', civilServantGrade: null },
        { year: 2, institutionGrade: null, civilServantGrade: 'COMPETENT' },
        { year: 3, institutionGrade: 'QUALIFIED', civilServantGrade: null, source: 'ASSESSMENT', sourceReference: resultId(say, 'whole') },
      ].map((graded) => ({
        placementId: placementId(say, 'whole'),
        outcome: 'UNCHANGED',
        source: 'DOCUMENT',
        ...graded,
      })),
    ),
    plain: ['institutionGrade', 'civilServantGrade', 'outcome', 'source'],
  },
  movement_proposal: {
    kept: 'DIVISION',
    rows: hidden((owner, say) =>
      Object.entries(MOVEMENTS).map(([row, given]) => ({
        id: movementId(say, row),
        divisionCode: owner.division,
        staffMemberId: staffMemberId(say, 'placed'),
        placementId: placementId(say, 'whole'),
        // Who was recalled, as they were, is not promoted.
        kind: 'REMOVAL',
        proposedBy: 'DEPARTMENT',
        departmentCreditCode: say.creditCode('movement_proposal.departmentCreditCode', row),
        effectiveOn: say.day('movement_proposal.effectiveOn', row),
        isSectionChief: row === 'answerConsultation',
        isObjected: false,
        version: 1,
        ...given,
      })),
    ),
    plain: ['divisionCode', 'kind', 'proposedBy', 'state'],
  },
  consultation: {
    kept: 'DIVISION',
    rows: hidden((owner, say) =>
      ['whole', 'answerConsultation'].map((row) => ({
        id: consultationId(say, row),
        divisionCode: owner.division,
        proposalId: movementId(say, row),
        kind: 'CONSULTATION',
        answerDueAt: AHEAD,
        state: row === 'whole' ? 'OBJECTED' : 'OPEN',
        version: 1,
      })),
    ),
    plain: ['divisionCode', 'kind', 'state'],
  },
  recall_ground: {
    kept: 'DIVISION',
    rows: hidden((owner, say) => [
      { id: groundId(say), divisionCode: owner.division, departmentCreditCode: departmentOf(say), isEnabling: true },
    ]),
    plain: ['divisionCode'],
  },
  recall: {
    kept: 'DIVISION',
    rows: hidden((owner, say) =>
      Object.entries(RECALLS).map(([row, state]) => ({
        id: recallId(say, row),
        divisionCode: owner.division,
        placementId: placementId(say, row === 'withdrawRecall' ? 'whole' : row),
        openKey: state === 'REQUESTED' ? placementId(say, row === 'withdrawRecall' ? 'whole' : row) : null,
        staffMemberId: staffMemberId(say, 'placed'),
        groundId: groundId(say),
        departmentCreditCode: departmentOf(say),
        barsMeritUntil: say.endDay('recall.barsMeritUntil', row),
        barsPromotionUntil: say.endDay('recall.barsPromotionUntil', row),
        state,
        version: 1,
      })),
    ),
    plain: ['divisionCode', 'state'],
  },
  three_powers_grant: {
    kept: 'DIVISION',
    rows: hidden((owner, say) =>
      ['whole', 'withdrawThreePowers'].map((row) => ({
        id: grantId(say, row),
        divisionCode: owner.division,
        departmentCreditCode: say.creditCode('three_powers_grant.departmentCreditCode', row),
        power: 'CADRE_APPRAISAL',
        effectiveFrom: say.day('three_powers_grant.effectiveFrom', row),
        effectiveTo: row === 'whole' ? say.day('three_powers_grant.effectiveTo', row) : null,
        state: row === 'whole' ? 'WITHDRAWN' : 'GRANTED',
        version: 1,
      })),
    ),
    plain: ['divisionCode', 'power', 'state'],
    unseen: { standingKey: 'keeps a power from being granted twice' },
  },
};

const placementStep = (saidBy: SaidBy, row: string) => ({ placementId: placementId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });
const movementStep = (saidBy: SaidBy, row: string) => ({ proposalId: movementId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });
const recallStep = (saidBy: SaidBy, row: string) => ({ recallId: recallId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });

export const PLACEMENT_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  beginPlacement: (saidBy) => ({
    staffMemberId: staffMemberId(saidBy(HIDDEN.townshipB)),
    kind: 'STATIONED',
    divisionCode: TOWNSHIP_B,
    organization: organOf(saidBy),
    postTitle: '示例岗位',
    document: '示例〔2026〕1号',
    from: LAST_DAY,
    to: LAST_DAY,
  }),
  cancelPlacement: (saidBy) => ({ ...placementStep(saidBy, 'cancelPlacement'), reason: '示例理由' }),
  endPlacement: (saidBy) => ({ ...placementStep(saidBy, 'endPlacement'), reason: '示例理由' }),
  returnPlacement: (saidBy) => ({ ...placementStep(saidBy, 'returnPlacement'), reason: '示例理由' }),
  convertPlacement: (saidBy) => placementStep(saidBy, 'convertPlacement'),
  waiveConversion: (saidBy) => ({ ...placementStep(saidBy, 'waiveConversion'), document: '示例〔2026〕1号' }),
  recordAppraisal: (saidBy) => ({
    ...placementStep(saidBy, 'recordAppraisal'),
    year: 2026,
    institutionGrade: 'QUALIFIED',
    document: '示例〔2026〕1号',
  }),
  proposeMovement: (saidBy) => ({ staffMemberId: staffMemberId(saidBy(HIDDEN.townshipB)), kind: 'PROMOTION', reason: '示例理由' }),
  decideMovement: (saidBy) => ({ ...movementStep(saidBy, 'decideMovement'), isApproved: true, decision: '示例决定' }),
  carryOutMovement: (saidBy) => ({ ...movementStep(saidBy, 'carryOutMovement'), effectiveOn: '2026-01-01' }),
  withdrawMovement: (saidBy) => movementStep(saidBy, 'withdrawMovement'),
  consultTownship: (saidBy) => ({ proposalId: movementId(saidBy(HIDDEN.townshipB), 'consultTownship'), question: '示例内容' }),
  answerConsultation: (saidBy) => ({
    consultationId: consultationId(saidBy(HIDDEN.townshipB), 'answerConsultation'),
    expectedVersion: 1,
    isAgreed: true,
  }),
  requestRecall: (saidBy) => ({ placementId: placementId(saidBy(HIDDEN.townshipB), 'requestRecall'), reason: '示例理由' }),
  decideRecall: (saidBy) => ({ ...recallStep(saidBy, 'decideRecall'), isRecalled: true, decision: '示例意见' }),
  withdrawRecall: (saidBy) => recallStep(saidBy, 'withdrawRecall'),
  grantThreePowers: (saidBy) => ({
    divisionCode: TOWNSHIP_B,
    department: organOf(saidBy),
    power: 'PERSONNEL_ADVICE',
    document: '示例〔2026〕1号',
    effectiveFrom: '2026-01-01',
  }),
  withdrawThreePowers: (saidBy) => ({
    grantId: grantId(saidBy(HIDDEN.townshipB), 'withdrawThreePowers'),
    expectedVersion: 1,
    reason: '示例理由',
  }),
};
