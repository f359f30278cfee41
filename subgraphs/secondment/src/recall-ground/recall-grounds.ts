import type { Done } from '@township-graph/shared/command/commands';
import { insertAll } from '@township-graph/shared/insert-all';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { RecallGround } from './recall-ground.entity';

/** A confirmed mutual evaluation, as the assessment tells it. */
export type MutualEvaluation = Omit<RecallGround, 'id' | 'division' | 'department'>;

/** Records what a mutual evaluation says about recalls, in the transaction of who follows the assessment's feed. Null if it is recorded already. */
export async function recordRecallGround(tx: EntityManager, evaluation: MutualEvaluation): Promise<Done<RecallGround> | null> {
  const { sourceId, divisionCode, departmentCreditCode, period, isEnabling } = evaluation;
  if (await tx.existsBy(RecallGround, { sourceId, divisionCode, departmentCreditCode })) return null;
  const ground = Object.assign(new RecallGround(), evaluation, { id: uuid() });
  await insertAll(tx, RecallGround, [ground]);
  const subject = { subjectType: 'RecallGround', subjectId: ground.id, divisionCode };
  const event = { type: 'RECALL_GROUND_RECORDED', ...subject, payload: { departmentCreditCode, period, isEnabling } };
  return { result: ground, on: [{ type: 'RecallGround', id: ground.id, divisionCode }], events: [event] };
}
