import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { unchanging } from '@township-graph/shared/held';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { sees, type Viewer } from '@township-graph/shared/viewer';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { unapprovedVeto } from '../catalogue/catalogue.errors';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { compared, exact, ZERO } from '../scoring/exact';
import type { RecordAdjustment, WithdrawAdjustment } from './round.commands';
import { AppraisalRound } from './round.entity';
import { AdjustmentKind, RoundState } from './round.enums';
import { adjustmentNotFound, notScoring, roundNotFound, subjectNotFound, withdrawnAlready, wrongAdjustment } from './round.errors';
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
    return this.run(context, 'recordAdjustment', input, async (tx) => {
      const round = await this.scoredRound(tx, context.viewer, input.roundId);
      if (!(await tx.existsBy(RoundSubject, { id: input.roundSubjectId, roundId: round.id }))) throw subjectNotFound();
      const points = checkedPoints(input, await tx.findOneByOrFail(AppraisalScheme, { id: round.schemeId }));
      const { id: roundId, divisionCode } = round;
      const { roundSubjectId, kind, code } = input;
      const adjustment = Object.assign(new RoundAdjustment(), {
        id: uuid(),
        roundId,
        divisionCode,
        roundSubjectId,
        kind,
        code,
        points,
        reason: statedText('reason', input.reason, 400),
        recordedAt: this.clock(),
        withdrawnAt: null,
        withdrawReason: null,
      });
      await insertAll(tx, RoundAdjustment, [adjustment]);
      return done(adjustment, 'ADJUSTMENT_RECORDED');
    });
  }

  /** It was a mistake: it stays on record, and counts no more. */
  withdrawAdjustment(context: RequestContext, input: WithdrawAdjustment): Promise<RoundAdjustment> {
    return this.run(context, 'withdrawAdjustment', input, async (tx) => {
      const adjustment = await tx.findOneBy(RoundAdjustment, { id: input.adjustmentId });
      if (!adjustment || !sees(context.viewer, adjustment.divisionCode, this.clock)) throw adjustmentNotFound();
      await this.scoredRound(tx, context.viewer, adjustment.roundId);
      const change = { withdrawnAt: this.clock(), withdrawReason: statedText('reason', input.reason, 400) };
      const { affected } = await tx.update(RoundAdjustment, { id: adjustment.id, withdrawnAt: IsNull() }, change);
      if (affected !== 1) throw withdrawnAlready();
      return done(Object.assign(adjustment, change), 'ADJUSTMENT_WITHDRAWN');
    });
  }

  /** The round, in which nothing is calculated until the transaction ends. */
  private async scoredRound(tx: EntityManager, viewer: Viewer, roundId: string): Promise<AppraisalRound> {
    const round = await unchanging(tx.createQueryBuilder(AppraisalRound, 'round')).where('round.id = :roundId', { roundId }).getOne();
    if (!round || !sees(viewer, round.divisionCode, this.clock)) throw roundNotFound();
    if (round.state !== RoundState.SCORING) throw notScoring(round.state);
    return round;
  }

  private run(
    context: RequestContext,
    name: string,
    input: RecordAdjustment | WithdrawAdjustment,
    work: (tx: EntityManager) => Promise<Done<RoundAdjustment>>,
  ): Promise<RoundAdjustment> {
    const result = rowResult(this.manager, RoundAdjustment);
    return this.commands.run(context, { name, needs: 'assessment:manage', input, result, work });
  }
}

function done(adjustment: RoundAdjustment, type: string): Done<RoundAdjustment> {
  const { roundId: id, divisionCode, kind, code } = adjustment;
  const event = { type, subjectType: 'AppraisalRound', subjectId: id, divisionCode, payload: { kind, code } };
  return { result: adjustment, on: [{ type: 'AppraisalRound', id, divisionCode }], events: [event] };
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
