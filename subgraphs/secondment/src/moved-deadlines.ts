import type { MovedDeadline } from '@township-graph/shared/deadlines/provisional-deadlines';
import { Consultation } from './consultation/consultation.entity';
import { ANSWER } from './consultation/consultation-desk';
import { MovementProposal } from './movement/movement.entity';

/** Where a date is kept beside its deadline, to judge by: it moves when the holidays of a further year are known. */
export const MOVED_DEADLINES: readonly MovedDeadline[] = [
  {
    subjectType: 'Consultation',
    kind: ANSWER,
    apply: async (tx, { subjectId: id, dueAt: answerDueAt }) => {
      const { proposalId } = await tx.findOneByOrFail(Consultation, { id });
      await tx.update(Consultation, { id }, { answerDueAt });
      await tx.update(MovementProposal, { id: proposalId }, { answerDueAt });
    },
  },
];
