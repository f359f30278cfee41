import { type BilingualText, DomainError, type ErrorCode, NotFound } from '@township-graph/shared/errors';

const refused = (code: ErrorCode, reason: string, text: BilingualText, details: Readonly<Record<string, unknown>> = {}) =>
  new DomainError(code, reason, text, details);

export const itemNotFound = () => new NotFound({ zh: '该清单事项', en: 'Item' });

export const partiesMissing = (name: string) =>
  refused(
    'BAD_USER_INPUT',
    'PARTIES_MISSING',
    {
      zh: '“属地管理”和配合履职事项须写明主体责任方和配合责任方',
      en: 'Territorial and shared items name who answers first and who supports',
    },
    { name },
  );

export const dutyClassMissing = (name: string) =>
  refused(
    'BAD_USER_INPUT',
    'DUTY_CLASS_MISSING',
    { zh: '履职事项须写明基本、配合或收回，其他清单不得写', en: 'Items of the lists of 2024 have a class, and only those' },
    { name },
  );

export const reclaimedByNobody = (name: string) =>
  refused(
    'BAD_USER_INPUT',
    'RECLAIMED_BY_NOBODY',
    { zh: '收回的事项须写明今后由哪个部门承担（机构及职责）', en: 'What is taken back names who does it from now on' },
    { name },
  );

export const criteriaMisplaced = (name: string) =>
  refused(
    'BAD_USER_INPUT',
    'CRITERIA_MISPLACED',
    { zh: '三项标准只用于社区（村）职责清理', en: 'The three tests belong to the clean-up of what is asked of communities' },
    { name },
  );

export const criteriaSayKept = () =>
  refused('CONFLICT', 'CRITERIA_SAY_KEPT', {
    zh: '三项标准均满足的应予保留，不得归并或取消',
    en: 'What meets all three tests is kept: it is neither merged nor cancelled',
  });

export const notACommunityDuty = () =>
  refused('CONFLICT', 'NOT_A_COMMUNITY_DUTY', {
    zh: '该事项不在社区（村）职责清理清单内',
    en: 'The item is not in a clean-up of what is asked of communities',
  });

export const dutyDecided = (outcome: string) =>
  refused(
    'CONFLICT',
    'DUTY_DECIDED',
    { zh: '该事项已有清理结果，变更须提出清单调整', en: 'The item is decided: what changes it is a change of its list' },
    { outcome, allowed: ['proposeMatterChange'] },
  );

export const mergedElsewhere = () =>
  refused('BAD_USER_INPUT', 'MERGED_ELSEWHERE', {
    zh: '归并到的事项须是同一清单中保留的其他事项',
    en: 'It is merged into another item of the same list that is kept',
  });

export const evidenceMissing = () =>
  refused('BAD_USER_INPUT', 'EVIDENCE_MISSING', {
    zh: '认定有法律法规依据或上级明文要求的，须写明依据',
    en: 'Who says that a law or an order asks for it names that law or order',
  });

export const listNotFound = () => new NotFound({ zh: '该清单', en: 'List' });

export const itemsEmpty = () =>
  refused('BAD_USER_INPUT', 'ITEMS_EMPTY', { zh: '清单调整须包含 1 至 500 个事项', en: 'A change of a list has 1 to 500 items' });

export const itemAlreadyChanged = (name: string) =>
  refused(
    'CONFLICT',
    'ITEM_ALREADY_CHANGED',
    {
      zh: '该事项已失效，或自同日起已被调整，请按现行清单重新提出',
      en: 'The item has ended, or another change of it begins on that day; propose it anew on the list as it is',
    },
    { name },
  );
