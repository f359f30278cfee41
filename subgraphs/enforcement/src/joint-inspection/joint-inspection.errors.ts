import { badInput, conflict, NotFound } from '@township-graph/shared/errors';

export const planNotFound = () => new NotFound({ zh: '该年度检查计划', en: 'Plan' });

export const itemTaken = (code: string) =>
  conflict('ITEM_LISTED', { zh: '该事项编码已在清单内', en: 'That item is in the list already' }, { code });

export const publishedInFuture = () => badInput('PUBLISHED_LATER', { zh: '公布日期不得晚于今日', en: 'It was published today or before' });

export const planExists = (year: number) =>
  conflict('PLAN_EXISTS', { zh: '该机关当年已有计划', en: 'That organ has a plan for the year already' }, { year });

export const planYear = (year: number) =>
  badInput('PLAN_YEAR', { zh: '年度检查计划须为本年或者次年', en: 'A plan is for this year or the next' }, { year });

export const itemsNeeded = () => badInput('ITEMS', { zh: '检查事项须为 1 至 100 项，不得重复', en: 'It takes 1 to 100 items, each once' });

export const outsideList = (itemIds: readonly string[]) =>
  conflict(
    'OUTSIDE_LIST',
    {
      zh: '清单之外无检查：事项不在该区域已公布的检查事项清单内（国办发〔2024〕54号）',
      en: 'Nothing outside the published list of the place is inspected (国办发〔2024〕54号)',
    },
    { itemIds },
  );

export const outsidePlan = (itemIds: readonly string[]) =>
  conflict('OUTSIDE_PLAN', { zh: '事项不在年度检查计划内', en: 'Those items are not in the plan' }, { itemIds });

export const planNotPublished = (state: string) =>
  conflict('PLAN_NOT_PUBLISHED', { zh: '年度检查计划尚未备案并公布', en: 'The plan is not filed and published' }, { state });

export const planElsewhere = () =>
  conflict('PLAN_OUT_OF_PLACE', { zh: '年度检查计划不适用于该区域或者本年度', en: 'The plan is for another place or another year' });

export const groundAndPlan = () =>
  badInput('GROUND', {
    zh: '按计划检查须指明计划；计划外检查须有投诉举报、转办交办等线索并说明理由（国办发〔2024〕54号）',
    en: 'A planned visit names its plan; any other names its reason, and no plan (国办发〔2024〕54号)',
  });

export const overCap = (authorityCreditCodes: readonly string[], cap: number) =>
  conflict(
    'FREQUENCY_CAP',
    {
      zh: `对同一对象的年度检查已达上限 ${cap} 次（国办发〔2024〕54号）`,
      en: `That target has been inspected ${cap} times this year by that authority, which is the cap (国办发〔2024〕54号)`,
    },
    { authorityCreditCodes, cap },
  );

export const visitOpen = (inspectionId: string | null) =>
  conflict(
    'VISIT_OPEN',
    {
      zh: '该对象正在接受检查，应当并入同次检查（浙江省综合行政执法条例第十三条）',
      en: 'That target is being visited: join that visit (浙江省综合行政执法条例 §13)',
    },
    { inspectionId },
  );

export const resultsIncomplete = (itemIds: readonly string[]) =>
  badInput('RESULTS', { zh: '每一检查事项须有且只有一个结果', en: 'Each item has one result, and no other has any' }, { itemIds });

export const findingMissing = (itemId: string) =>
  badInput('FINDING', { zh: '发现问题的须写明问题，未发现的不写', en: 'A problem is said in words, and only a problem' }, { itemId });

export const nothingToFollowUp = (itemId: string) =>
  conflict('NOTHING_TO_FOLLOW_UP', { zh: '该事项没有待跟进的问题', en: 'That item has no problem that is open' }, { itemId });

export const caseMissing = () =>
  badInput('CASE_MISSING', { zh: '移交立案的须填案件标识', en: 'The clue of a case is followed up by the case' });
