import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import { inDivisions } from '@township-graph/shared/scoped-repository';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { systemViewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import type { HandedBack, OpenApplications } from '../delegation/open-applications';
import { Application } from './application.entity';
import { HandlerTier } from './application.enums';
import { OPEN_STATES } from './application.moves';
import { doneOn, subjectOf } from './application-moving';

/** So many at a time: a transaction that takes longer keeps others from writing. */
const AT_ONCE = 500;

/** Gives to the department what a township had taken in when it lost the matter: where it stands, and in the department's name. */
export class HandBack implements OpenApplications {
  constructor(private readonly clock: Clock) {}

  /** How many are open; from the day on, they are handed over at once, and what happened is told. */
  async handBack(tx: EntityManager, ended: HandedBack): Promise<{ readonly count: number; readonly events: readonly OutboxEntry[] }> {
    const count = await openOf(tx, ended).getCount();
    if (dayOf(this.clock()) < ended.from) return { count, events: [] };
    return { count, events: await this.handOver(tx, ended) };
  }

  private async handOver(tx: EntityManager, ended: HandedBack): Promise<OutboxEntry[]> {
    const events: OutboxEntry[] = [];
    for (;;) {
      const applications = await openOf(tx, ended).orderBy('application.id').limit(AT_ONCE).getMany();
      for (const application of applications) events.push(...(await this.handedOver(tx, application, ended)));
      if (applications.length === 0) return events;
    }
  }

  private async handedOver(tx: EntityManager, application: Application, { department }: HandedBack): Promise<readonly OutboxEntry[]> {
    const { id, version, state, divisionCode } = application;
    const columns = {
      handlerTier: HandlerTier.DEPARTMENT,
      decidingTier: HandlerTier.DEPARTMENT,
      implementingCreditCode: department.creditCode,
      implementingName: department.name,
      version: version + 1,
    };
    const { affected } = await tx.update(Application, { id, version }, columns);
    // Somebody moved it just now: it is looked for again, as it is then.
    if (affected === 0) return [];
    const moved = Object.assign(new Application(), application, columns);
    const context = { viewer: systemViewer('hand-back', [divisionCode]) };
    await recordStep(tx, this.clock, context, subjectOf(moved), {
      action: 'handBack',
      from: state,
      to: state,
      legalBasis: '收回决定（未办结办件移交）',
    });
    return doneOn(moved, 'handBack').events ?? [];
  }
}

/** What is open of these matters in these places, and not the department's yet. */
function openOf(tx: EntityManager, { matterIds, divisionCodes }: HandedBack) {
  const there = inDivisions('application.divisionCode', divisionCodes);
  return tx
    .createQueryBuilder(Application, 'application')
    .where('application.matterId IN (:...matterIds)', { matterIds: matterIds.length > 0 ? matterIds : [''] })
    .andWhere('application.state IN (:...states) AND application.decidedAt IS NULL', { states: OPEN_STATES })
    .andWhere('application.decidingTier <> :department', { department: HandlerTier.DEPARTMENT })
    .andWhere(there.sql, there.parameters);
}
