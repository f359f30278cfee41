import { describeEnum } from '@township-graph/shared/described-enum';

export enum TeamKind {
  TOWNSHIP = 'TOWNSHIP',
  SHARED = 'SHARED',
  STATION = 'STATION',
  PROFESSIONAL = 'PROFESSIONAL',
}

describeEnum(
  TeamKind,
  'EnforcementTeamKind',
  { en: 'Kind of enforcement team', zh: '执法队伍类型' },
  {
    TOWNSHIP: { en: 'Comprehensive team of one township', zh: '乡镇（街道）综合行政执法队' },
    SHARED: { en: '1+X: of a host town, covering others besides', zh: '“1+X”大镇带小乡综合行政执法队' },
    STATION: { en: 'Station that a department keeps in the township', zh: '部门派驻站所（中队）' },
    PROFESSIONAL: { en: 'Professional team of the county', zh: '县级专业执法队' },
  },
);

/** Kinds of which one alone covers a township. */
export const COMPREHENSIVE: readonly TeamKind[] = [TeamKind.TOWNSHIP, TeamKind.SHARED];
