import type { Recipes } from '../recipe';

export const ENFORCEMENT_RECIPES: Recipes = {
  enforcement_power: {
    kept: 'PUBLIC',
    because: 'the catalogue of penalties and their law are published (行政处罚法§39)',
    rows: (_, say) => [
      {
        id: say.text('enforcement_power.id'),
        penaltyKinds: ['FINE'],
        fines: [{ partyKind: 'INDIVIDUAL', minimum: '1', maximum: '2', unit: 'TIMES', base: '货值金额' }],
        hearingThresholds: [{ partyKind: 'INDIVIDUAL', amount: '5000' }],
        coerciveMeasures: ['SEALING'],
      },
    ],
  },
  timeline_entry: { kept: 'INTERNAL', because: 'nothing shows a course yet', rows: () => [] },
  case_deadline: { kept: 'INTERNAL', because: 'nothing shows a clock yet', rows: () => [] },
  scheduled_job: { kept: 'INTERNAL', because: 'what the system does by itself', rows: () => [] },
};
