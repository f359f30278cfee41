import type { Speech } from '../canaries';
import { COUNTY, HIDDEN, type Owner, PERSONS, PUBLISHERS, TOWNSHIP_A, TOWNSHIP_B } from '../owners';
import type { Recipes } from '../recipe';
import { INSIDERS } from '../viewers';
import { CASE_RECIPES } from './case-records';
import { caseDeadlineRows, caseId, WHOLE } from './cases';
import { COMPLAINT_INPUTS, COMPLAINT_RECIPES, complaintId } from './complaints';
import { DEADLINE_COLUMNS, deadlineRow } from './deadlines';
import { CASE_POWER, grantId, officerId, powerId } from './enforcement-ids';
import { FAULT_INQUIRY_INPUTS, FAULT_INQUIRY_RECIPES, faultInquiryId } from './fault-inquiries';
import { FOLLOWED_RECIPES } from './followed';
import { INSPECTION_INPUTS, INSPECTION_RECIPES, inspectionId, inspectionPlanId, VISITORS } from './inspections';
import { PUBLICITY_RECIPES, publicityDeadlineRows } from './publicity';
import { staffMemberId } from './staff';
import { timelineOf } from './timeline';

type SaidBy = (owner: Owner) => Speech;

const governmentOf = (say: Speech) => say.creditCode('organization.creditCode', 'government');
const teamId = (say: Speech) => say.text('enforcement_team.id', 'team');

/** What a township holds, and what a manager takes a step on, each a grant of its own. */
const STEPS = ['renew', 'evaluate', 'reclaim'];
const GRANTS = ['whole', CASE_POWER, ...STEPS];

/** Who is in a team, and on whom a manager takes a step; each an officer of its own. */
const OFFICERS = ['whole', 'one', 'two', 'reviewer', 'renewCertificate', 'revokeCertificate', 'assignOfficer', ...VISITORS];
const REVIEWERS = ['reviewer', 'assignOfficer'];

export const ENFORCEMENT_RECIPES: Recipes = {
  enforcement_power: {
    kept: 'PUBLIC',
    because: 'the catalogue of penalties and their law are published (行政处罚法§39)',
    rows: (_, say) =>
      [...GRANTS, 'fresh'].map((row) => ({
        id: powerId(say, row),
        penaltyKinds: ['FINE'],
        fines: [{ partyKind: 'INDIVIDUAL', minimum: '1', maximum: '2', unit: 'TIMES', base: '货值金额' }],
        hearingThresholds: [{ partyKind: 'INDIVIDUAL', amount: '5000' }],
        coerciveMeasures: ['SEALING'],
        isOwnStatutory: false,
      })),
  },
  power_grant: {
    kept: 'PUBLIC',
    because: 'who holds which power is published (行政处罚法§20, §24)',
    rows: (owner, say, saidBy) =>
      GRANTS.map((row) => ({
        id: grantId(say, row),
        countyCode: COUNTY,
        divisionCode: owner.division,
        mode: row === 'renew' ? 'ENTRUSTED' : 'GRANTED',
        // Cases are filed by who asks.
        holderCreditCode: row === CASE_POWER ? INSIDERS.township.viewer.organization : governmentOf(say),
        departmentCreditCode: governmentOf(saidBy(PUBLISHERS.county)),
        agreementSignedOn: say.day('power_grant.agreementSignedOn', row),
        agreementValidTo: say.endDay('power_grant.agreementValidTo', row),
        publishedOn: say.day('power_grant.publishedOn', row),
        effectiveFrom: say.day('power_grant.effectiveFrom', row),
        effectiveTo: say.endDay('power_grant.effectiveTo', row),
        evaluatedOn: say.day('power_grant.evaluatedOn', row),
        evaluationOutcome: 'KEEP',
        state: 'PUBLISHED',
        version: 1,
      })),
  },
  granted_power: {
    kept: 'PUBLIC',
    because: 'as public as their grants',
    rows: (owner, say) =>
      GRANTS.map((row) => ({
        grantId: grantId(say, row),
        powerId: powerId(say, row),
        divisionCode: owner.division,
        validFrom: say.day('power_grant.effectiveFrom', row),
        validTo: say.endDay('power_grant.effectiveTo', row),
        ...(row === 'whole'
          ? { reclaimedOn: say.endDay('power_grant.effectiveTo', row), openCases: 'HAND_OVER' }
          : { reclaimedOn: null, reclaimLegalBasis: null, reclaimNumber: null, openCases: null }),
      })),
  },
  enforcement_team: {
    kept: 'PUBLIC',
    because: 'teams and where they are on duty are published (执法公示)',
    rows: (owner, say, saidBy) => [
      {
        id: teamId(say),
        kind: owner.division === TOWNSHIP_A ? 'SHARED' : 'TOWNSHIP',
        divisionCode: owner.division,
        organCreditCode: governmentOf(say),
        departmentCreditCode: governmentOf(saidBy(PUBLISHERS.county)),
        establishedOn: say.day('enforcement_team.establishedOn'),
        version: 1,
      },
    ],
  },
  enforcement_team_coverage: {
    kept: 'PUBLIC',
    because: 'as public as their teams',
    rows: (owner, say) => [
      { teamId: teamId(say), divisionCode: owner.division, validFrom: say.day('enforcement_team.establishedOn'), validTo: null },
    ],
  },
  officer: {
    kept: 'DIVISION',
    // Officers are nobody's to read without the scope.
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : OFFICERS.map((row) => ({
            id: officerId(say, row),
            staffMemberId: row === 'whole' ? staffMemberId(say) : say.text('officer.staffMemberId', row),
            name: saidBy(PERSONS).text('officer.name', `${owner.mark} ${row}`),
            kind: REVIEWERS.includes(row) ? 'LEGAL_REVIEWER' : 'CERTIFIED',
            divisionCode: owner.division,
            organCreditCode: say.creditCode('officer.organCreditCode', row),
            teamId: teamId(saidBy(PUBLISHERS.townshipB)),
            allocation: 'BASE',
            reviewerSince: say.day('officer.reviewerSince', row),
            version: 1,
          })),
    plain: ['name', 'kind', 'divisionCode', 'teamId', 'allocation'],
    unseen: { legalQualificationNumber: 'only whether there is one is told' },
  },
  officer_certificate: {
    kept: 'DIVISION',
    rows: (owner, say) =>
      owner.isPublic
        ? []
        : OFFICERS.map((row) => ({
            officerId: officerId(say, row),
            validFrom: say.day('officer_certificate.validFrom', row),
            validTo: say.endDay('officer_certificate.validTo', row),
            revokedOn: row === 'whole' ? say.day('officer_certificate.revokedOn', row) : null,
          })),
  },
  ...INSPECTION_RECIPES,
  ...COMPLAINT_RECIPES,
  ...FAULT_INQUIRY_RECIPES,
  enforcement_turn: { kept: 'INTERNAL', because: 'says only who comes after whom', rows: () => [], isJournal: true },
  // A course is told with the scope, also of what is published.
  ...timelineOf(
    [
      ['PowerGrant', (_, saidBy) => grantId(saidBy(PUBLISHERS.townshipB), 'whole')],
      ['Officer', (say) => officerId(say, 'whole')],
      ['EnforcementCase', (say) => caseId(say, WHOLE)],
      ['JointInspectionPlan', (_, saidBy) => inspectionPlanId(saidBy(PUBLISHERS.townshipB), 'whole')],
      ['JointInspection', (say) => inspectionId(say, 'whole')],
      ['Complaint', (say) => complaintId(say, 'whole')],
      ['FaultInquiry', (say) => faultInquiryId(say, 'whole')],
    ],
    ['subjectId'],
  ),
  case_deadline: {
    rows: (owner, say, saidBy) =>
      owner.isPublic
        ? []
        : [
            deadlineRow(owner, say)('PowerGrant', grantId(saidBy(PUBLISHERS.townshipB), 'whole')),
            ...caseDeadlineRows(owner, say),
            ...publicityDeadlineRows(owner, say),
            deadlineRow(owner, say)('JointInspection', inspectionId(say, 'whole')),
            ...['COMPLAINT_ACCEPTANCE', 'COMPLAINT_HANDLING', 'COMPLAINT_ANSWER'].map((kind) =>
              deadlineRow(owner, say)('Complaint', complaintId(say, 'whole'), { kind }),
            ),
            deadlineRow(owner, say)('FaultInquiry', faultInquiryId(say, 'whole')),
          ],
    ...DEADLINE_COLUMNS,
    plain: [...DEADLINE_COLUMNS.plain!, 'subjectId'],
  },
  ...CASE_RECIPES,
  import_checkpoint: { kept: 'INTERNAL', because: 'whoever loads the demonstration keeps it for itself', rows: () => [{}] },
  ...PUBLICITY_RECIPES,
  staff_certificate: { kept: 'INTERNAL', because: 'what personnel told, until somebody is registered as an officer', rows: () => [] },
  ...FOLLOWED_RECIPES,
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};

const stepOn = (saidBy: SaidBy, row: string) => ({ grantId: grantId(saidBy(PUBLISHERS.townshipB), row), expectedVersion: 1 });

const officerStep = (saidBy: SaidBy, row: string) => ({ officerId: officerId(saidBy(HIDDEN.townshipB), row), expectedVersion: 1 });

const organOf = (say: Speech) => ({ creditCode: governmentOf(say), name: '示例机关' });

/** A township that no team is planted for. */
const TOWNSHIP_C = '410225001';
/** After today, before the end of whatever is planted. */
const LATER = '2100-01-01';

export const ENFORCEMENT_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
  ...INSPECTION_INPUTS,
  ...COMPLAINT_INPUTS,
  ...FAULT_INQUIRY_INPUTS,
  grantPower: (saidBy) => ({
    mode: 'GRANTED',
    divisionCode: TOWNSHIP_B,
    powerIds: [powerId(saidBy(PUBLISHERS.townshipB), 'fresh')],
    holder: { creditCode: governmentOf(saidBy(PUBLISHERS.townshipB)), name: '示例镇人民政府' },
    department: { creditCode: governmentOf(saidBy(PUBLISHERS.county)), name: '示例局' },
    legalBasis: '示例决定',
    decisionNumber: '示例省政〔2020〕1号',
    capability: '示例',
    publication: { publishedOn: '2020-01-01', documentNumber: '示例政〔2020〕1号' },
    effectiveFrom: LATER,
  }),
  renewEntrustment: (saidBy) => ({
    ...stepOn(saidBy, 'renew'),
    agreement: { number: '示例委〔2020〕1号', signedOn: '2020-01-01', validTo: '2999-01-01' },
  }),
  evaluatePowerGrant: (saidBy) => ({ ...stepOn(saidBy, 'evaluate'), outcome: 'KEEP' }),
  registerEnforcementTeam: (saidBy) => ({
    kind: 'STATION',
    name: '示例中队',
    divisionCode: TOWNSHIP_B,
    organization: organOf(saidBy(PUBLISHERS.county)),
    dispatchedBy: organOf(saidBy(PUBLISHERS.county)),
    establishedOn: '2020-01-01',
  }),
  changeTeamCoverage: (saidBy) => ({
    teamId: teamId(saidBy(PUBLISHERS.townshipA)),
    expectedVersion: 1,
    covers: [TOWNSHIP_A, TOWNSHIP_C],
    effectiveOn: LATER,
  }),
  registerOfficer: (saidBy) => ({
    staffMemberId: '示例人员',
    name: '示例甲',
    kind: 'CERTIFIED',
    divisionCode: TOWNSHIP_B,
    organization: organOf(saidBy(PUBLISHERS.townshipB)),
    certificate: { number: '示例1', issuedBy: '示例', validFrom: '2026-01-01', validTo: '2030-01-01' },
  }),
  renewCertificate: (saidBy) => ({
    ...officerStep(saidBy, 'renewCertificate'),
    certificate: { number: '示例2', issuedBy: '示例', validFrom: '2995-01-01', validTo: '2999-01-01' },
  }),
  revokeCertificate: (saidBy) => ({ ...officerStep(saidBy, 'revokeCertificate'), reason: '示例理由' }),
  assignOfficer: (saidBy) => officerStep(saidBy, 'assignOfficer'),
  reclaimPower: (saidBy) => ({
    ...stepOn(saidBy, 'reclaim'),
    effectiveOn: LATER,
    legalBasis: '示例决定',
    documentNumber: '示例政〔2100〕2号',
    openCases: 'HAND_OVER',
  }),
};
