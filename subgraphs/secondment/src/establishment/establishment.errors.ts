import { badInput, conflict, DomainError, NotFound } from '@township-graph/shared/errors';

export const establishmentNotFound = () => new NotFound({ zh: '该编制', en: 'Establishment' });

export const establishmentOutsideDuty = (divisionCode: string) =>
  new DomainError('FORBIDDEN', 'OUTSIDE_DIVISIONS', { zh: '不在您的管辖范围内', en: 'That is outside your divisions' }, { divisionCode });

export const noEstablishment = (organKind: string) =>
  badInput(
    'NO_ESTABLISHMENT',
    {
      zh: '议事协调机构不单独确定编制，自治组织、企业没有编制（编制条例第十九条）',
      en: 'A coordination body has no establishment of its own (编制条例 §19), nor has what is no organ or institution',
    },
    { organKind },
  );

export const outsideIsNone = () =>
  badInput('OUTSIDE_ESTABLISHMENT', {
    zh: '编制外人员不占编制，不核定编制数',
    en: 'Who is outside all establishments takes no post, so none is approved',
  });

export const fundingMismatch = () =>
  badInput('FUNDING_MISMATCH', {
    zh: '事业编制须注明经费形式，其他编制不注明',
    en: 'Posts of a public institution say who pays for them; others do not',
  });

export const numberOutOfRange = (field: string, least: number, most: number) =>
  badInput('NUMBER_OUT_OF_RANGE', { zh: `${field} 须为 ${least} 至 ${most}`, en: `${field} is from ${least} to ${most}` }, { field });

export const approvalInFuture = (field: string) =>
  badInput('APPROVAL_IN_FUTURE', { zh: '批准日期不得晚于今日', en: 'An approval is not of a day to come' }, { field });

export const alreadyApproved = (establishmentId: string) =>
  conflict(
    'ALREADY_APPROVED',
    { zh: '该单位此类编制已核定，请调整', en: 'Posts of that kind are approved for it already; adjust them' },
    { establishmentId },
  );

export const establishmentFull = (details: { approved: number; actual: number; wanted: number }) =>
  conflict(
    'ESTABLISHMENT_FULL',
    {
      zh: '实有人员不得突破核定的编制（编制条例第六条）',
      en: 'No more persons than approved posts (编制条例 §6)',
    },
    details,
  );

export const sameEstablishment = () =>
  badInput('SAME_ESTABLISHMENT', { zh: '划出、划入不能是同一编制', en: 'Posts go from one establishment to another' });

export const acrossCounties = () =>
  badInput('ACROSS_COUNTIES', {
    zh: '编制只能在同一县级行政区划内划转（总量不变）',
    en: 'Posts stay in their county, whose total does not change',
  });

export const kindDiffers = () =>
  badInput('KIND_DIFFERS', {
    zh: '划出、划入的编制类型和经费形式须一致',
    en: 'Posts stay of their kind, and are paid for as before',
  });

export const crossLevelApprovalMissing = () =>
  badInput('CROSS_LEVEL_APPROVAL_MISSING', {
    zh: '跨层级调配行政编制，须由省级机构编制管理机关报国务院机构编制管理机关审批（编制条例第十八条）',
    en: 'Administrative posts change their level only by approval of the central establishment authority (编制条例 §18)',
  });

export const overTownshipQuota = (details: { townshipCode: string; received: number; wanted: number; maximum: number }) =>
  conflict(
    'TOWNSHIP_QUOTA',
    { zh: '超过该乡镇（街道）接收下沉编制的上限', en: 'More than the township may receive by the rule in force there' },
    details,
  );

export const personsNotThere = (staffMemberIds: readonly string[]) =>
  badInput(
    'NOT_ON_ESTABLISHMENT',
    { zh: '所列人员不在划出编制上', en: 'Who goes along is on the establishment that the posts leave' },
    { staffMemberIds },
  );

export const morePersonsThanPosts = (posts: number) =>
  badInput('MORE_PERSONS_THAN_POSTS', { zh: '随编划转人数不得多于划转编制数', en: 'No more persons go along than posts' }, { posts });
