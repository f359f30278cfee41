import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { EntityManager } from 'typeorm';
import type { AppraisalRound } from '../round/round.entity';
import { SubjectKind } from '../scheme/scheme.enums';
import { AppraisalResult } from './result.entity';

/** Published: each result belongs to its subject from now on, and is read by all that have a part in the round; a person's is not. */
export async function publishResults(tx: EntityManager, round: AppraisalRound): Promise<OutboxEntry[]> {
  await tx.query('UPDATE appraisal_result SET divisionCode = subjectDivisionCode, isPublished = ? WHERE roundId = ?', [true, round.id]);
  return (await resultsOf(tx, round)).map((result) => ({
    ...eventOf(result, 'RESULT_PUBLISHED'),
    ...(result.divisionCode === round.divisionCode ? {} : { leftDivisionCode: round.divisionCode }),
    concerns: concernedBy(result, round),
  }));
}

/** Withdrawn, to be scored anew: they belong to who holds the round, and are gone for everybody else. */
export async function withdrawResults(tx: EntityManager, round: AppraisalRound): Promise<OutboxEntry[]> {
  await tx.query('UPDATE appraisal_result SET divisionCode = ?, isPublished = ? WHERE roundId = ?', [round.divisionCode, false, round.id]);
  return (await resultsOf(tx, round)).map((result) => ({
    ...eventOf(result, 'RESULT_WITHDRAWN'),
    ...(result.subjectDivisionCode === round.divisionCode ? {} : { leftDivisionCode: result.subjectDivisionCode }),
    concernsNoMore: concernedBy(result, round),
  }));
}

/** The best first: what follows from them comes in that order, and where it does not suffice for all, so does who is left. */
export const resultsOf = (tx: EntityManager, { id: roundId }: AppraisalRound): Promise<AppraisalResult[]> =>
  tx.find(AppraisalResult, { where: { roundId }, order: { rankOrder: 'ASC', id: 'ASC' } });

/** A person's result is for that person's organisation and division only. */
export const concernedBy = ({ subjectKind }: AppraisalResult, { participants }: AppraisalRound): readonly string[] =>
  subjectKind === SubjectKind.STAFF_MEMBER ? [] : participants;

export const eventOf = ({ id, divisionCode, kind, year }: AppraisalResult, type: string, payload: object = {}): OutboxEntry => ({
  type,
  subjectType: 'AppraisalResult',
  subjectId: id,
  divisionCode,
  payload: { kind, year, ...payload },
});
