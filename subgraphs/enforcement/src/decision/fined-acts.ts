import type { EntityManager } from 'typeorm';
import { upheld } from '../case/case.errors';
import { secondFineRefusal } from './decision.rules';
import { FinedAct } from './fined-act.entity';

/** Marks the act as fined by this case, or refuses: one act is fined once (§29). Of two at once the key lets one through. */
export async function markFined(tx: EntityManager, actKey: string, caseId: string): Promise<void> {
  const fined = await tx.findOneBy(FinedAct, { actKey });
  upheld(secondFineRefusal(fined !== null && fined.caseId !== caseId));
  if (!fined) await tx.insert(FinedAct, { actKey, caseId });
}

/** The fine is no more: the act may be judged anew. */
export async function unmarkFined(tx: EntityManager, caseId: string): Promise<void> {
  await tx.delete(FinedAct, { caseId });
}
