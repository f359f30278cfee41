import type { Speech } from '../canaries';
import { COUNTY, type Owner, PUBLISHERS, TOWNSHIP_B } from '../owners';
import type { Recipes } from '../recipe';
import { DEADLINE_COLUMNS, deadlineRow } from './deadlines';
import { timelineOf } from './timeline';

type SaidBy = (owner: Owner) => Speech;

const governmentOf = (say: Speech) => say.creditCode('organization.creditCode', 'government');
const powerId = (say: Speech, row: string) => say.text('enforcement_power.id', row);
const grantId = (say: Speech, row: string) => say.text('power_grant.id', row);

/** What a township holds, and what a manager takes a step on, each a grant of its own. */
const STEPS = ['renew', 'evaluate', 'reclaim'];
const GRANTS = ['whole', ...STEPS];

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
        holderCreditCode: governmentOf(say),
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
  enforcement_turn: { kept: 'INTERNAL', because: 'says only who comes after whom', rows: () => [], isJournal: true },
  // A course is told with the scope, also of what is published.
  ...timelineOf([['PowerGrant', (_, saidBy) => grantId(saidBy(PUBLISHERS.townshipB), 'whole')]], ['subjectId']),
  case_deadline: {
    rows: (owner, say, saidBy) =>
      owner.isPublic ? [] : [deadlineRow(owner, say)('PowerGrant', grantId(saidBy(PUBLISHERS.townshipB), 'whole'))],
    ...DEADLINE_COLUMNS,
    plain: [...DEADLINE_COLUMNS.plain!, 'subjectId'],
  },
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};

const stepOn = (saidBy: SaidBy, row: string) => ({ grantId: grantId(saidBy(PUBLISHERS.townshipB), row), expectedVersion: 1 });

/** After today, before the end of whatever is planted. */
const LATER = '2100-01-01';

export const ENFORCEMENT_INPUTS: Readonly<Record<string, (saidBy: SaidBy) => object>> = {
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
  reclaimPower: (saidBy) => ({
    ...stepOn(saidBy, 'reclaim'),
    effectiveOn: LATER,
    legalBasis: '示例决定',
    documentNumber: '示例政〔2100〕2号',
    openCases: 'HAND_OVER',
  }),
};
