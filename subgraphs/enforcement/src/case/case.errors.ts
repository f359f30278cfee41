import { badInput, conflict, DomainError, NotFound } from '@township-graph/shared/errors';
import type { MoveRefusal } from '@township-graph/shared/state-machine';

export const caseNotFound = () => new NotFound({ zh: '该案件', en: 'Case' });

export const recordNotFound = (zh: string, en: string) => new NotFound({ zh, en });

export const oneCaseKey = () =>
  new DomainError('BAD_USER_INPUT', 'ONE_KEY', { zh: '请只提供 id 或 caseNumber 之一', en: 'Give either id or caseNumber' });

/** Who supervises a township does not act in its name. */
export const notYourCase = () =>
  new DomainError('FORBIDDEN', 'NOT_YOUR_CASE', {
    zh: '案件由本级执法机关办理，其他层级不能代为操作',
    en: 'Only the organ that handles the case acts in it, nobody above or below',
  });

export const recusedHere = () =>
  new DomainError('FORBIDDEN', 'RECUSED', {
    zh: '您已在本案中回避，不得参与办理（行政处罚法第四十三条）',
    en: 'You were recused in this case and take no part in it (行政处罚法 §43)',
  });

export const caseOfOtherSource = (source: string) =>
  badInput('CASE_SOURCE', { zh: '案件来源与此不符', en: 'That case was filed with another source' }, { source });

export const caseNotFiled = () => conflict('CASE_NOT_FILED', { zh: '该线索尚未立案', en: 'That is a clue, and no case yet' });

export const caseElsewhere = () => badInput('CASE_ELSEWHERE', { zh: '案件不在该区域', en: 'That case is of another place' });

/** A rule that a guard of the table would tell too: the law is against it. */
export function upheld(refusal: MoveRefusal): never;
export function upheld(refusal: MoveRefusal | null): void;
export function upheld(refusal: MoveRefusal | null): void {
  if (refusal) throw new DomainError('CONFLICT', refusal.reason, refusal.message);
}

/** What was sent cannot be. */
export const invalid = (reason: string, zh: string, en: string, details: Readonly<Record<string, unknown>> = {}) =>
  badInput(reason, { zh, en }, details);
