import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { type ResultForm, rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, textOf } from '@township-graph/shared/stated-text';
import { recordStep } from '@township-graph/shared/timeline/timeline';
import { v7 as uuid } from 'uuid';
import { checkedNumber } from '../establishment/establishment.words';
import { servingStaffMember } from '../staff-member/own-staff-member';
import { dayOutOfRange } from '../staff-member/staff-member.errors';
import { Training } from './training.entity';
import type { TrainingResult } from './training.enums';
import type { TrainingRepository } from './training.repository';

const MOST_HOURS = 2000;

export interface RecordTraining {
  readonly idempotencyKey?: string | null;
  readonly staffMemberId: string;
  readonly subject: string;
  readonly provider?: string | null;
  readonly hours: number;
  readonly completedOn: string;
  readonly result: TrainingResult;
}

/** What staff have learnt. */
export class TrainingService {
  private readonly asKept: ResultForm<Training>;

  constructor(
    private readonly commands: Commands,
    trainings: TrainingRepository,
    private readonly clock: Clock,
  ) {
    this.asKept = rowResult(trainings.manager, Training);
  }

  recordTraining(context: RequestContext, input: RecordTraining): Promise<Training> {
    return this.commands.run(context, {
      name: 'recordTraining',
      needs: 'personnel:manage',
      input,
      result: this.asKept,
      work: async (tx) => {
        const { id: staffMemberId, divisionCode } = await servingStaffMember(tx, context.viewer, input.staffMemberId, this.clock);
        const { completedOn, result } = input;
        const today = dayOf(this.clock());
        if (completedOn > today) throw dayOutOfRange('completedOn', null, today);
        const training = Object.assign(new Training(), {
          id: uuid(),
          staffMemberId,
          divisionCode,
          subject: statedText('subject', input.subject, 100),
          provider: textOf('provider', input.provider, 100),
          hours: checkedNumber('hours', input.hours, 1, MOST_HOURS),
          completedOn,
          result,
        });
        await insertAll(tx, Training, [training]);
        const subject = { type: 'StaffMember', id: staffMemberId, divisionCode };
        await recordStep(tx, this.clock, context, subject, { action: 'RECORD_TRAINING', from: null, to: result, note: training.subject });
        const payload = { staffMemberId, hours: training.hours, completedOn, result };
        return {
          result: training,
          on: [{ type: 'Training', id: training.id, divisionCode }],
          events: [{ type: 'TRAINING_RECORDED', subjectType: 'Training', subjectId: training.id, divisionCode, payload }],
        };
      },
    });
  }
}
