import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import type { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { optionalWords, words } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { MovementProposal } from '../movement/movement.entity';
import { MovementAction } from '../movement/movement.enums';
import { movementUnknown } from '../movement/movement.errors';
import type { MovementCourse } from '../movement/movement.kind';
import type { Periods } from '../periods';
import type { AnswerConsultation, ConsultTownship } from './consultation.commands';
import { Consultation } from './consultation.entity';
import { ConsultationAction, ConsultationKind, ConsultationState } from './consultation.enums';
import type { ConsultationCourse } from './consultation.kind';
import { ANSWER } from './consultation-desk';

/** 征求意见 of section chiefs, 抄告 of others: which it is follows from the movement. */
export class ConsultationService {
  constructor(
    private readonly consultations: ConsultationCourse,
    private readonly movements: MovementCourse,
    private readonly deadlines: Deadlines,
    private readonly periods: Periods,
  ) {}

  consultTownship(context: RequestContext, input: ConsultTownship): Promise<Consultation> {
    const make = async (tx: EntityManager, beside: Beside[]): Promise<Consultation> => {
      const { clock } = this.consultations;
      const movement = await tx.findOneBy(MovementProposal, { id: input.proposalId });
      if (!movement || !sees(context.viewer, movement.divisionCode, clock)) throw movementUnknown();
      this.consultations.checkPlace(context.viewer, movement.divisionCode, 'ASK');
      const consultation = this.consultationOf(movement, input);
      const subject = { type: 'Consultation', ...consultation };
      const isAsked = consultation.kind === ConsultationKind.CONSULTATION;
      if (isAsked) consultation.answerDueAt = (await this.deadlines.start(tx, subject, ANSWER, this.periods.consultation)).dueAt;
      const [action, change] = isAsked
        ? [MovementAction.CONSULT, { answerDueAt: consultation.answerDueAt }]
        : [MovementAction.NOTIFY, { notifiedAt: clock() }];
      beside.push(await this.movements.move(tx, context, movement, action, change));
      return consultation;
    };
    return this.consultations.open(context, { name: 'consultTownship', action: 'ASK', input, make });
  }

  /** By the township itself. */
  answerConsultation(context: RequestContext, input: AnswerConsultation): Promise<Consultation> {
    const { isAgreed, consultationId: id } = input;
    const action = isAgreed ? ConsultationAction.AGREE : ConsultationAction.OBJECT;
    const work = async (tx: EntityManager, { proposalId }: Consultation, beside: Beside[]) => {
      const reasonsText = isAgreed ? optionalWords('reasons', input.reasons, 500) : words('reasons', input.reasons, 500);
      const answeredAt = this.consultations.clock();
      await this.deadlines.meet(tx, id, ANSWER);
      const movement = await tx.findOneByOrFail(MovementProposal, { id: proposalId });
      beside.push(await this.heard(tx, context, movement, answeredAt, !isAgreed));
      return { reasonsText, answeredAt };
    };
    return this.consultations.take(context, { name: 'answerConsultation', action, id, input, work });
  }

  private heard(tx: EntityManager, context: RequestContext, movement: MovementProposal, answeredAt: Date, isObjected: boolean) {
    return this.movements.move(tx, context, movement, MovementAction.HEAR, { answeredAt, isObjected });
  }

  private consultationOf(movement: MovementProposal, { question }: ConsultTownship): Consultation {
    const isAsked = movement.needsConsultation();
    return Object.assign(new Consultation(), {
      id: uuid(),
      divisionCode: movement.divisionCode,
      proposalId: movement.id,
      kind: isAsked ? ConsultationKind.CONSULTATION : ConsultationKind.COPY_NOTICE,
      questionText: words('question', question, 500),
      sentAt: this.consultations.clock(),
      answerDueAt: null,
      answeredAt: null,
      reasonsText: null,
      state: isAsked ? ConsultationState.OPEN : ConsultationState.NOTIFIED,
      version: 1,
    });
  }
}
