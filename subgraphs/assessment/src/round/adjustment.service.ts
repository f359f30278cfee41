import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { unchanging } from '@township-graph/shared/held';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { unapprovedVeto } from '../catalogue/catalogue.errors';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { compared, exact, ZERO } from '../scoring/exact';
import type { RecordAdjustment } from './round.commands';
import { AppraisalRound } from './round.entity';
import { AdjustmentKind, RoundState } from './round.enums';
import { notScoring, roundNotFound, subjectNotFound, wrongAdjustment } from './round.errors';
import { RoundAdjustment } from './round-adjustment.entity';
import { RoundSubject } from './round-subject.entity';

/** What is added to scores or taken from them, and vetoes: only what the scheme has. */
export class AdjustmentService {
  constructor(
    private readonly commands: Commands,
    private readonly clock: Clock,
    private readonly manager: EntityManager,
  ) {}

  recordAdjustment(context: RequestContext, input: RecordAdjustment): Promise<RoundAdjustment> {
    const work = async (tx: EntityManager): Promise<Done<RoundAdjustment>> => {
      const round = await unchanging(tx.createQueryBuilder(AppraisalRound, 'round'))
        .where('round.id = :id', { id: input.roundId })
        .getOne();
      if (!round || !sees(context.viewer, round.divisionCode, this.clock)) throw roundNotFound();
      if (round.state !== RoundState.SCORING) throw notScoring(round.state);
      if (!(await tx.existsBy(RoundSubject, { id: input.roundSubjectId, roundId: round.id }))) throw subjectNotFound();
      const points = checkedPoints(input, await tx.findOneByOrFail(AppraisalScheme, { id: round.schemeId }));
      const { id: roundId, divisionCode } = round;
      const { roundSubjectId, kind, code } = input;
      const reason = statedText('reason', input.reason, 400);
      const adjustment = Object.assign(new RoundAdjustment(), {
        id: uuid(),
        roundId,
        divisionCode,
        roundSubjectId,
        kind,
        code,
        points,
        reason,
        recordedAt: this.clock(),
      });
      await insertAll(tx, RoundAdjustment, [adjustment]);
      const event = {
        type: 'ADJUSTMENT_RECORDED',
        subjectType: 'AppraisalRound',
        subjectId: roundId,
        divisionCode,
        payload: { kind, code },
      };
      return { result: adjustment, on: [{ type: 'AppraisalRound', id: roundId, divisionCode }], events: [event] };
    };
    const result = rowResult(this.manager, RoundAdjustment);
    return this.commands.run(context, { name: 'recordAdjustment', needs: 'assessment:manage', input, result, work });
  }
}

function checkedPoints({ kind, code, points }: RecordAdjustment, { bonuses, deductions, vetoes }: AppraisalScheme): string | null {
  if (kind === AdjustmentKind.VETO) {
    if (!vetoes.includes(code)) throw unapprovedVeto([code.slice(0, 30)]);
    if (points) throw wrongAdjustment('points');
    return null;
  }
  const listed = (kind === AdjustmentKind.BONUS ? bonuses : deductions).find((each) => each.code === code);
  if (!listed) throw wrongAdjustment('code');
  const isWithin = Boolean(points) && compared(exact(points!), ZERO) > 0 && compared(exact(points!), exact(listed.maximum)) <= 0;
  if (!isWithin) throw wrongAdjustment('points');
  return points!;
}
