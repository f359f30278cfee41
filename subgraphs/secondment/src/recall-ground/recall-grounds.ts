import type { Done } from '@township-graph/shared/command/commands';
import { insertAll } from '@township-graph/shared/insert-all';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { RecallGround } from './recall-ground.entity';

/** A confirmed mutual evaluation, as the assessment tells it. */
export type MutualEvaluation = Omit<RecallGround, 'id' | 'division' | 'department'>;

/** Records what a mutual evaluation says about recalls, in the transaction of who follows the assessment's feed. Null if it is recorded already. */
export async function recordRecallGround(tx: EntityManager, evaluation: MutualEvaluation): Promise<Done<RecallGround> | null> {
  const { sourceId, divisionCode, departmentCreditCode } = evaluation;
  if (await tx.existsBy(RecallGround, { sourceId, divisionCode, departmentCreditCode })) return null;
  const ground = Object.assign(new RecallGround(), evaluation, { id: uuid() });
  await insertAll(tx, RecallGround, [ground]);
  return done(ground, 'RECALL_GROUND_RECORDED');
}

/**
 * What the assessment corrects of it: the last correction counts, however often and in whatever order they are told. Who was recalled
 * on it stays so; who is to be recalled is decided by what it says then.
 */
export async function correctRecallGround(tx: EntityManager, evaluation: MutualEvaluation): Promise<Done<RecallGround> | null> {
  const { sourceId, divisionCode, departmentCreditCode, isEnabling, sourceVersion } = evaluation;
  const ground = await tx.findOneBy(RecallGround, { sourceId, divisionCode, departmentCreditCode });
  if (!ground) return recordRecallGround(tx, evaluation);
  if (ground.sourceVersion >= sourceVersion) return null;
  await tx.update(RecallGround, { id: ground.id }, { isEnabling, sourceVersion });
  return ground.isEnabling === isEnabling ? null : done(Object.assign(ground, { isEnabling, sourceVersion }), 'RECALL_GROUND_CORRECTED');
}

function done(ground: RecallGround, type: string): Done<RecallGround> {
  const { id, divisionCode, departmentCreditCode, period, isEnabling } = ground;
  const subject = { subjectType: 'RecallGround', subjectId: id, divisionCode };
  const event = { type, ...subject, payload: { departmentCreditCode, period, isEnabling } };
  return { result: ground, on: [{ type: 'RecallGround', id, divisionCode }], events: [event] };
}
