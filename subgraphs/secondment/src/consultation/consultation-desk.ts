import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import type { CaseDeadline } from '@township-graph/shared/deadlines/case-deadline.entity';
import type { Consequence, MissedDeadline } from '@township-graph/shared/deadlines/deadline-lights';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import type { Viewer } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { Consultation } from './consultation.entity';
import { ConsultationAction, ConsultationState } from './consultation.enums';
import type { ConsultationCourse } from './consultation.kind';

export const ANSWER = 'CONSULTATION_ANSWER';

/** What happens to consultations without anybody's answer. */
export class ConsultationDesk {
  constructor(
    private readonly consultations: ConsultationCourse,
    private readonly deadlines: Deadlines,
  ) {}

  /** The movement is no longer proposed: nobody need answer. */
  async withdraw(tx: EntityManager, context: RequestContext, proposalId: string, beside: Beside[]): Promise<void> {
    const open = await tx.findOneBy(Consultation, { proposalId, state: ConsultationState.OPEN });
    if (!open) return;
    await this.deadlines.lapse(tx, open.id);
    const isTimeUp = open.answerDueAt !== null && open.answerDueAt < this.consultations.clock();
    const action = isTimeUp ? ConsultationAction.EXPIRE : ConsultationAction.WITHDRAW;
    beside.push(await this.consultations.move(tx, context, open, action));
  }

  /** Silent to the end of its time, the township is taken to have nothing to say. */
  readonly whenMissed: MissedDeadline = {
    subjectType: 'Consultation',
    kind: ANSWER,
    apply: (tx, deadline, viewer) => this.expire(tx, deadline, viewer),
  };

  private async expire(tx: EntityManager, { subjectId: id }: CaseDeadline, viewer: Viewer): Promise<Consequence | null> {
    const open = await tx.findOneBy(Consultation, { id, state: ConsultationState.OPEN });
    return open && this.consultations.move(tx, { viewer }, open, ConsultationAction.EXPIRE);
  }
}
