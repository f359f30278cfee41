import { type BilingualText, DomainError, type ErrorCode, NotFound } from '@township-graph/shared/errors';

const refused = (code: ErrorCode, reason: string, text: BilingualText, details: Readonly<Record<string, unknown>> = {}) =>
  new DomainError(code, reason, text, details);

export const matterChangeNotFound = () => new NotFound({ zh: '该动态调整', en: 'Change' });
export const subjectNotFound = () => new NotFound({ zh: '该事项或清单', en: 'Matter or list' });

export const subjectUnclear = () =>
  refused('BAD_USER_INPUT', 'SUBJECT_UNCLEAR', {
    zh: '请在 matterId、responsibilityListId 和 newList 中填写且只填写一个，内容与之相符',
    en: 'Give exactly one of matterId, responsibilityListId and newList, and what belongs to it',
  });

export const kindUnfit = (kind: string, state: string, allowed: readonly string[]) =>
  refused(
    'CONFLICT',
    'CHANGE_UNFIT',
    { zh: `当前状态 ${state} 不能作 ${kind} 调整`, en: `${kind} does not fit what is ${state}` },
    { kind, state, allowed },
  );

export const nothingChanges = () =>
  refused('BAD_USER_INPUT', 'NOTHING_CHANGES', { zh: '调整内容与现行版本相同', en: 'The proposal says what is there already' });

export const outsideDuty = () =>
  refused('FORBIDDEN', 'OUTSIDE_DIVISIONS', {
    zh: '不在您的管辖范围内；乡镇只能以“自下而上申请”提出所在县的调整',
    en: 'Outside your divisions; a township proposes changes of its county only as a request from below',
  });

export const bodyUnknown = () =>
  refused('FORBIDDEN', 'BODY_UNKNOWN', {
    zh: '令牌未载明所在机构，无法记录由谁作出',
    en: 'The token names no organisation, so nobody could be recorded as the body that acts',
  });

export const notTheProposer = () =>
  refused('FORBIDDEN', 'NOT_THE_PROPOSER', { zh: '只有提出机构可以修改或撤回', en: 'Only who proposed it says it anew or withdraws it' });

export const proposerDecides = () =>
  refused('FORBIDDEN', 'PROPOSER_DECIDES', {
    zh: '提出机构（人员）不得审核、公示或发布自己的调整',
    en: 'Who proposes a change does not decide on it',
  });

export const notTheCounty = () =>
  refused('FORBIDDEN', 'NOT_THE_COUNTY', {
    zh: '清单由县级统一编制，乡镇不得自行审核发布',
    en: 'Lists are compiled by the county: a township does not decide on them',
  });

export const takenOverByNobody = () =>
  refused('BAD_USER_INPUT', 'RECLAIMED_BY_NOBODY', {
    zh: '收回事项须写明今后由哪个部门承担',
    en: 'What is taken back names who does it from now on',
  });

export const baseStale = (baseRevision: number | null, currentRevision: number | null) =>
  refused(
    'CONFLICT',
    'BASE_REVISION_STALE',
    {
      zh: `该调整依据第 ${baseRevision} 版，现行为第 ${currentRevision} 版：请退回后按现行版本重新提出`,
      en: `The change starts from revision ${baseRevision}, and ${currentRevision} is there now: return it and propose it anew`,
    },
    { baseRevision, currentRevision, allowed: ['returnMatterChange', 'rejectMatterChange'] },
  );
