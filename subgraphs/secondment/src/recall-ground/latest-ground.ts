import type { EntityManager } from 'typeorm';
import { RecallGround } from './recall-ground.entity';

/** What the latest mutual evaluation says of a township and a department. */
export const latestGround = (tx: EntityManager, divisionCode: string, departmentCreditCode: string): Promise<RecallGround | null> =>
  tx.findOne(RecallGround, { where: { divisionCode, departmentCreditCode }, order: { confirmedAt: 'DESC', id: 'DESC' } });
