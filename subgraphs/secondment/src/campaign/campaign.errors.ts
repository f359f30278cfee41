import { badInput, conflict, NotFound } from '@township-graph/shared/errors';
import type { TownshipQuota } from '../establishment/township-quota';

export const campaignUnknown = () => new NotFound({ zh: '该选派', en: 'Selection' });

export const planUnknown = () => new NotFound({ zh: '该选派计划', en: 'Selection plan' });

export const notACounty = (divisionCode: string) =>
  badInput('COUNTY_NEEDED', { zh: '须为县级区划', en: 'That is no county' }, { divisionCode });

export const weightsWrong = () =>
  badInput('WEIGHTS', { zh: '笔试、面试权重须为整数且合计 100', en: 'The weights are whole per cent and sum to 100' });

export const postsOutOfRange = (divisionCode: string, posts: number, { minimum, maximum }: TownshipQuota) =>
  badInput(
    'POSTS_A_TOWNSHIP',
    { zh: `每个乡镇的岗位数须为 ${minimum} 至 ${maximum} 个`, en: `A township has ${minimum} to ${maximum} posts` },
    { divisionCode, posts, minimum, maximum },
  );

export const postElsewhere = (divisionCode: string) =>
  badInput('TOWNSHIP_NEEDED', { zh: '岗位须在本县的乡镇（街道）', en: 'A post is in a township of the county' }, { divisionCode });

export const postsWrong = () =>
  badInput('POSTS', { zh: '岗位数须为 1 至 15 的整数，合计不超过 500', en: 'Each has 1 to 15 posts, and all of them 500 at most' });

export const daysWrong = () =>
  badInput('REGISTRATION_DAYS', { zh: '报名起止日期无效', en: 'Registration begins today or later and ends on that day or after it' });

export const startsTooEarly = () => badInput('STARTS_ON', { zh: '到岗日期不得早于今天', en: 'Nobody begins before today' });

export const yearOutsidePlan = (year: number) =>
  badInput('YEAR_OUTSIDE_PLAN', { zh: '年度不在五年计划内', en: 'The plan has no target for that year' }, { year });

export const targetExceeded = (year: number, target: number, planned: number) =>
  conflict(
    'TARGET_EXCEEDED',
    { zh: '超出五年计划的年度计划数', en: 'That exceeds the target of the plan for the year' },
    { year, target, planned },
  );

export const targetsWrong = () =>
  badInput('PLAN_TARGETS', {
    zh: '五年计划须为连续五年、每年一个 1 至 10000 的计划数',
    en: 'A plan has a target from 1 to 10,000 for each of five years in a row',
  });

/** Told from a stale version: the campaign has gone on while somebody was at a candidate of it. */
export const stagePassed = (expected: readonly string[]) =>
  conflict('CAMPAIGN_STAGE', { zh: '选派不在该环节', en: 'The selection is not at that stage' }, { expected });

export const choicesWrong = (most: number, candidateId?: string) =>
  badInput(
    'CHOICES',
    {
      zh: `选岗名单须为 1–${most} 人、不重复，且均为本次选派待选岗的人员`,
      en: `A list of 1 to ${most} choices, each of another candidate of this selection who is still to choose`,
    },
    candidateId ? { candidateId } : {},
  );
