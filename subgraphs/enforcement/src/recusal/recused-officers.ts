import { refusal } from '@township-graph/shared/state-machine';
import type { EntityManager } from 'typeorm';
import { upheld } from '../case/case.errors';
import { Recusal } from './recusal.entity';

/** Who was recused in a case is given no function in it again (行政处罚法§43①). */
export async function refuseRecused(tx: EntityManager, caseId: string, officerIds: readonly string[]): Promise<void> {
  const recused = await tx.findBy(Recusal, { caseId, isGranted: true });
  if (recused.some(({ officerId }) => officerIds.includes(officerId)))
    upheld(
      refusal('OFFICER_RECUSED', '该人员已在本案中回避（行政处罚法第四十三条）', 'That officer was recused in this case (行政处罚法 §43)'),
    );
}
