import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { statedText } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { Measure } from '../investigation/measure.entity';
import { MeasureOutcome } from '../investigation/measure.enums';
import { fenOf } from '../money';
import { type GivenBack, Restitution } from './restitution.entity';
import { RestitutionKind, type RestitutionManner } from './restitution.enums';
import { givingBackRefusal } from './restitution.rules';

export interface GiveBackGiven extends CaseMoveGiven {
  readonly restitutionId: string;
  readonly manner: RestitutionManner;
  readonly amount?: string | null;
  readonly on: string;
  readonly voucher: string;
}

/** Giving back what a decision took that is no more, or takes less (行政强制法§41). */
export class RestitutionService {
  constructor(private readonly moving: CaseMoving) {}

  performRestitution(context: RequestContext, input: GiveBackGiven): Promise<EnforcementCase> {
    const { manner, on } = input;
    const voucher = statedText('voucher', input.voucher, 60);
    const fen = input.amount ? fenOf('amount', input.amount) : 0;
    return this.moving.move(context, input, {
      name: 'performRestitution',
      needs: 'enforcement:handle',
      action: 'performRestitution',
      legalBasis: '行政强制法§41、行政处罚法§74③',
      change: async (tx, enforcementCase) => {
        const due = await this.moving.recordOf(tx, Restitution, enforcementCase, input.restitutionId, ['该退还事项', 'Restitution']);
        upheld(givingBackRefusal(await factsOf(tx, due), { manner, fen }));
        if (on < due.since || on > dayOf(this.moving.clock()))
          throw invalid('RESTITUTION_DAY', '退还日期须在应退还之日以后且不晚于当日', 'Since it is due, and by today', { field: 'on' });
        const given = [...due.given, { on, manner, fen, voucher }];
        const isComplete = due.kind === RestitutionKind.THINGS || due.leftFen() === fen;
        await tx.update(Restitution, { id: due.id }, { given, completedOn: isComplete ? lastDay(given) : null });
        return isComplete ? { openRestitutions: enforcementCase.openRestitutions - 1 } : {};
      },
    });
  }
}

const lastDay = (given: readonly GivenBack[]) => given.reduce((last, { on }) => (on > last ? on : last), '');

async function factsOf(tx: EntityManager, due: Restitution) {
  const isThings = due.kind === RestitutionKind.THINGS;
  const isDestroyed = isThings && (await tx.existsBy(Measure, { id: due.sourceId, outcome: MeasureOutcome.DESTROYED }));
  return { kind: due.kind, isComplete: due.completedOn !== null, leftFen: due.leftFen(), isDestroyed };
}
