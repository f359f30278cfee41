import type { Clock } from '@township-graph/shared/clock';
import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { RequestContext } from '@township-graph/shared/context';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import type { EntityManager } from 'typeorm';
import { Application } from '../application/application.entity';
import type { ApplicationFollower } from '../application/application-moving';
import { BundleApplicationState } from './bundle.enums';
import { hasEnded, JOINT, JOINT_STATUTORY, outcomeOf } from './bundle.rules';
import { eventOf, subjectOf } from './bundle.service';
import { BundleApplication } from './bundle-application.entity';

/** Completes a joint application with the last of its members, in the same transaction. */
export class JointCompletion implements ApplicationFollower {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async moved(tx: EntityManager, context: Pick<RequestContext, 'viewer'>, application: Application): Promise<readonly OutboxEntry[]> {
    const { bundleApplicationId: id } = application;
    if (id === null || !hasEnded(application)) return [];
    // Takes the row first: of two that end at once the second waits here, and then sees the first's end.
    await tx.query('UPDATE bundle_application SET version = version + 1 WHERE id = ?', [id]);
    const joint = await tx.findOneByOrFail(BundleApplication, { id });
    const outcome = outcomeOf(await tx.findBy(Application, { bundleApplicationId: id }));
    if (outcome === null || joint.state !== BundleApplicationState.IN_PROGRESS) return [];
    const completedAt = this.clock();
    const columns = { state: BundleApplicationState.COMPLETED, outcome, completedAt, isOnTime: completedAt <= joint.dueAt };
    await tx.update(BundleApplication, { id }, columns);
    for (const kind of [JOINT, JOINT_STATUTORY]) await this.deadlines.meet(tx, id, kind);
    await recordStep(tx, this.clock, context, subjectOf(joint), {
      action: 'complete',
      from: joint.state,
      to: columns.state,
      legalBasis: '行政许可法§26②',
    });
    return [eventOf(Object.assign(joint, columns), 'BUNDLE_APPLICATION_COMPLETED')];
  }
}
