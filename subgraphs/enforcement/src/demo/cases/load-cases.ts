import { dayOf } from '@township-graph/shared/clock';
import type { DemoLoad } from '@township-graph/shared/demo/demo-load';
import { ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import type { DataSource, EntityManager } from 'typeorm';
import { EnforcementCase } from '../../case/case.entity';
import { CaseClerks } from './case-clerks';
import type { CaseStep } from './case-steps';
import type { DemoCase } from './demo-case';

/** Steps in a transaction. */
const BATCH = 500;

/** Takes the steps that are left, a few hundred a transaction, each with its checkpoint: cut off, it goes on where it stopped. */
export async function loadCases(
  database: DataSource,
  load: Pick<DemoLoad, 'id' | 'done'>,
  steps: readonly CaseStep[],
  onTaken: (steps: number) => void,
  batchSize = BATCH,
): Promise<void> {
  const clerks = new CaseClerks(database);
  const seen = new CasesSeen();
  for (let from = load.done; from < steps.length; from += batchSize) {
    const batch = steps.slice(from, from + batchSize);
    await database.transaction(async (tx) => {
      for (const each of batch) await take(clerks, tx, seen, each);
      await tx.update(ImportCheckpoint, { id: load.id }, { rowsDone: from + batch.length });
    });
    onTaken(batch.length);
  }
}

async function take(clerks: CaseClerks, tx: EntityManager, seen: CasesSeen, { demo, step, isFirst, isLast }: CaseStep): Promise<void> {
  const before = isFirst ? null : await seen.get(tx, demo);
  const after = await clerks.take(tx, step, demo.workplace, before).catch((error: Error) => {
    throw new Error(`${demo.key} (${demo.turn}): ${step.mutation} on ${dayOf(step.at)}: ${error.message}`, { cause: error });
  });
  if (isLast) seen.forget(demo);
  else seen.keep(demo, after);
}

/** Cases under way, as their last step left them. After a load that was cut off they are found by the place, which none shares. */
class CasesSeen {
  private readonly cases = new Map<string, EnforcementCase>();

  async get(tx: EntityManager, { key, place }: DemoCase): Promise<EnforcementCase> {
    return this.cases.get(key) ?? (await tx.findOneByOrFail(EnforcementCase, { place, isDemonstration: true }));
  }

  keep({ key }: DemoCase, enforcementCase: EnforcementCase): void {
    this.cases.set(key, enforcementCase);
  }

  forget({ key }: DemoCase): void {
    this.cases.delete(key);
  }
}
