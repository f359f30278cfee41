import { DEMO_COUNTIES, LANKAO } from '@township-graph/shared/demo/divisions';
import { type DemoOrganization, departmentOf, governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { AdmissionState } from '../admission/admission.enums';
import { basicCodeOf } from './demo-rows';
import { RECLAIMED_ON, reclaimedLeaves } from './reclaimed';

/** A request of the demonstration: how far it has come. */
export interface AdmissionPlan {
  readonly county: string;
  readonly key: string;
  readonly dutyName: string;
  readonly basicCode?: string;
  readonly department: DemoOrganization;
  readonly basis: { readonly title: string; readonly article: string };
  readonly state: AdmissionState;
  /** The day it was drafted; every step is a week after the one before, but for the evaluation. */
  readonly from: string;
  readonly townships: readonly string[];
  /** How many of them have said what they think, or were published. */
  readonly reached?: number;
  readonly effectiveFrom?: string;
  readonly evaluatedOn?: string;
  readonly endsOn?: string;
}

const S = AdmissionState;
/** 处罚法 §24 is read in its text; which duties come down by it is ours. */
const PENALTY_LAW = { title: '中华人民共和国行政处罚法', article: '第二十四条' };

/** What came to each county, and what 兰考 took back. */
export const admissionPlans = (): AdmissionPlan[] => [...DEMO_COUNTIES.flatMap(plansOf), ...reclaimedPlans()];

function plansOf(county: string): AdmissionPlan[] {
  const townships = governedTownshipsOf(county);
  const construction = departmentOf(county, '住建');
  const civil = departmentOf(county, '民政');
  const plan = (key: string, dutyName: string, state: AdmissionState, from: string, more: Partial<AdmissionPlan> = {}): AdmissionPlan => ({
    county,
    key,
    dutyName,
    state,
    from,
    department: construction,
    basis: PENALTY_LAW,
    townships,
    ...more,
  });
  return [
    plan('gas', '城镇燃气用户端日常巡查（示例）', S.EVALUATED, '2025-02-10', {
      effectiveFrom: '2025-04-01',
      evaluatedOn: '2026-03-10',
    }),
    plan('building', '限额以下小型工程安全巡查（示例）', S.PUBLISHED, '2026-03-03', { effectiveFrom: '2026-06-01' }),
    plan('renovation', '房屋装修垃圾投放监管（示例）', S.PARTIAL, '2026-05-11', { effectiveFrom: '2026-09-01', reached: 3 }),
    plan('property', '物业服务活动日常监督（示例）', S.TOWN_OPINION, '2026-10-26', { reached: 2 }),
    plan('welfare', '困难老年人探访关爱（示例）', S.UNDER_REVIEW, '2026-11-02', {
      department: civil,
      basis: { title: '基本养老服务清单（示例）', article: '示例条目' },
    }),
    plan('inspection', '农村自建房年度排查（示例）', S.REJECTED, '2026-09-07'),
    plan('draft', '农贸市场外溢经营劝导（示例）', S.DRAFT, '2026-11-16'),
  ];
}

/** What 兰考 entrusted in 2022 and took back, as the delegations say. */
function reclaimedPlans(): AdmissionPlan[] {
  return reclaimedLeaves().map(({ item, variant }, index) => ({
    county: LANKAO,
    key: `reclaimed-${index + 1}`,
    dutyName: `${item.name}（${variant.label}）`,
    basicCode: basicCodeOf(item, variant, LANKAO),
    department: departmentOf(LANKAO, item.leadDepartment),
    basis: { title: item.legalBases[0]!.title, article: item.legalBases[0]!.article ?? '全文' },
    state: S.RECLAIMED,
    from: '2021-08-04',
    townships: governedTownshipsOf(LANKAO),
    effectiveFrom: '2022-01-01',
    endsOn: RECLAIMED_ON,
  }));
}
