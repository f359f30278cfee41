import type { RequestContext } from '@township-graph/shared/context';
import type { MissedDeadline } from '@township-graph/shared/deadlines/deadline-lights';
import { NOTICE } from './application.deadlines';
import { Application } from './application.entity';
import { AWAITING_NOTICE } from './application.moves';
import type { ApplicationMoving } from './application-moving';
import type { HandlingService } from './handling.service';

/** Nobody said within five working days what is missing: it counts as accepted since it came, or since what had been missing did (行政许可法§32①(4)). */
export function deemedAcceptance(moving: ApplicationMoving, handling: HandlingService): MissedDeadline {
  return {
    subjectType: 'Application',
    kind: NOTICE,
    async apply(tx, { subjectId }, viewer) {
      const application = await tx.findOneBy(Application, { id: subjectId });
      if (!application || !AWAITING_NOTICE.includes(application.state)) return null;
      const context: RequestContext = { viewer, requestId: '', locale: 'zh', purpose: null };
      const { on, events } = await moving.step(
        tx,
        context,
        application,
        { expectedVersion: application.version },
        {
          name: 'deemAccepted',
          action: 'deemAccepted',
          legalBasis: '行政许可法§32①(4)',
          change: () => handling.accepted(tx, application, true),
        },
      );
      return { on, events };
    },
  };
}
