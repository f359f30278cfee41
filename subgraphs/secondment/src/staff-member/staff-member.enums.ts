import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum EstablishmentKind {
  ADMINISTRATIVE = 'ADMINISTRATIVE',
  POLITICAL_LEGAL = 'POLITICAL_LEGAL',
  INSTITUTION = 'INSTITUTION',
  CIVIL_SERVICE_MANAGED = 'CIVIL_SERVICE_MANAGED',
  WORKER = 'WORKER',
  OUTSIDE = 'OUTSIDE',
}

export const ESTABLISHMENT_KIND_WORDS: Words<EstablishmentKind> = {
  ADMINISTRATIVE: { en: 'Administrative establishment', zh: '行政编制' },
  POLITICAL_LEGAL: { en: 'Political and legal establishment: police, justice', zh: '政法专项编制' },
  INSTITUTION: { en: 'Establishment of a public institution', zh: '事业编制' },
  CIVIL_SERVICE_MANAGED: { en: 'Institution managed as the civil service is (公务员法§112)', zh: '参照公务员法管理的事业编制' },
  WORKER: { en: 'Establishment of workers in support', zh: '工勤编制' },
  OUTSIDE: {
    en: 'On none: engaged by contract, purchased service or public-welfare post',
    zh: '编制外（劳务派遣、政府购买服务、公益岗）',
  },
};

describeEnum(
  EstablishmentKind,
  'EstablishmentKind',
  { en: 'On which establishment somebody is', zh: '编制类型' },
  ESTABLISHMENT_KIND_WORDS,
);

export enum FundingKind {
  FULL = 'FULL',
  PARTIAL = 'PARTIAL',
  SELF = 'SELF',
}

export const FUNDING_KIND_WORDS: Words<FundingKind> = {
  FULL: { en: 'Wholly the budget', zh: '全供（财政全额拨款）' },
  PARTIAL: { en: 'The budget in part', zh: '差供（财政差额补助）' },
  SELF: { en: 'The institution by its own income', zh: '自收自支（经费自理）' },
};

describeEnum(FundingKind, 'FundingKind', { en: 'Who pays for a post of a public institution', zh: '经费形式' }, FUNDING_KIND_WORDS);

export enum PostRank {
  COUNTY_HEAD = 'COUNTY_HEAD',
  COUNTY_DEPUTY = 'COUNTY_DEPUTY',
  SECTION_HEAD = 'SECTION_HEAD',
  SECTION_DEPUTY = 'SECTION_DEPUTY',
  STAFF = 'STAFF',
}

export const POST_RANK_WORDS: Words<PostRank> = {
  COUNTY_HEAD: { en: 'Head at county level', zh: '县处级正职' },
  COUNTY_DEPUTY: { en: 'Deputy at county level', zh: '县处级副职' },
  SECTION_HEAD: { en: 'Head at section level', zh: '乡科级正职' },
  SECTION_DEPUTY: { en: 'Deputy at section level', zh: '乡科级副职' },
  STAFF: { en: 'Below section level', zh: '一般干部（股级及以下）' },
};

describeEnum(PostRank, 'PostRank', { en: 'Level of a post (公务员法§18)', zh: '职务层次' }, POST_RANK_WORDS);
