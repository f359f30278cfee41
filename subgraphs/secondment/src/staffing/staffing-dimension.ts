import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { ESTABLISHMENT_KIND_WORDS, FUNDING_KIND_WORDS, POST_RANK_WORDS } from '../staff-member/staff-member.enums';

export enum StaffingDimension {
  DIVISION = 'DIVISION',
  LEVEL = 'LEVEL',
  HOME_ORGANIZATION = 'HOME_ORGANIZATION',
  ESTABLISHMENT_KIND = 'ESTABLISHMENT_KIND',
  FUNDING_KIND = 'FUNDING_KIND',
  POST_RANK = 'POST_RANK',
}

describeEnum(
  StaffingDimension,
  'StaffingDimension',
  { en: 'What people are grouped by', zh: '人员统计维度' },
  {
    DIVISION: { en: 'Division where they serve', zh: '服务区划' },
    LEVEL: { en: 'Level of the division where they serve', zh: '服务区划层级' },
    HOME_ORGANIZATION: { en: 'Organisation on whose establishment they are', zh: '编制所在单位' },
    ESTABLISHMENT_KIND: { en: 'Kind of establishment', zh: '编制类型' },
    FUNDING_KIND: { en: 'Who pays', zh: '经费形式' },
    POST_RANK: { en: 'Level of the post', zh: '职务层次' },
  },
);

const LEVEL_WORDS: Words = {
  COUNTY: { en: 'County', zh: '县级' },
  TOWNSHIP: { en: 'Township', zh: '乡级' },
  VILLAGE: { en: 'Village', zh: '村级' },
};

/** How each dimension reads in SQL, and its words. */
export const DIMENSIONS: Readonly<Record<StaffingDimension, { readonly code: string; readonly label?: string; readonly words?: Words }>> = {
  DIVISION: { code: 'row.divisionCode' },
  LEVEL: {
    code: "CASE LENGTH(row.divisionCode) WHEN 6 THEN 'COUNTY' WHEN 9 THEN 'TOWNSHIP' ELSE 'VILLAGE' END",
    words: LEVEL_WORDS,
  },
  HOME_ORGANIZATION: { code: 'row.homeCreditCode', label: 'row.homeName' },
  ESTABLISHMENT_KIND: { code: 'row.establishmentKind', words: ESTABLISHMENT_KIND_WORDS },
  FUNDING_KIND: { code: 'row.fundingKind', words: FUNDING_KIND_WORDS },
  POST_RANK: { code: 'row.postRank', words: POST_RANK_WORDS },
};
