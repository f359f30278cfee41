import type { RequestContext } from '@township-graph/shared/context';
import { LimitUnit } from '@township-graph/shared/deadline';
import { statedText, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { SEIZURE_CLOCK, SEIZURE_EXTENSION_DAYS } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseColumns, CaseMoveGiven, CaseMoving } from '../case/case-moving';
import type { InvestigationService } from './investigation.service';
import { Measure, type MeasuredThing } from './measure.entity';
import { MeasureApproval, type MeasureKind, MeasureOutcome } from './measure.enums';
import { approvalRefusal, extensionRefusal } from './measure.rules';
import { approvedNote, beginMeasure, clockOf, EMERGENCY_CLOCK, listed, refuseUnprovided } from './measure-begun';

export interface SeizeGiven extends CaseMoveGiven {
  readonly kind: MeasureKind;
  readonly reason: string;
  readonly things: readonly MeasuredThing[];
  readonly officerIds: readonly string[];
  readonly approvedBy?: string | null;
  readonly isEmergency?: boolean | null;
  readonly legalBasis: string;
}

interface MeasureGiven extends CaseMoveGiven {
  readonly measureId: string;
  readonly reason: string;
}

const MEASURE = ['该措施', 'Measure'] as const;

/** Sealing and seizing: approved by the head before, or within a day where it could not wait. */
export class CoercionService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly investigation: InvestigationService,
  ) {}

  seizeProperty(context: RequestContext, input: SeizeGiven): Promise<EnforcementCase> {
    const isEmergency = input.isEmergency ?? false;
    const approval = isEmergency ? MeasureApproval.PENDING : MeasureApproval.BEFORE;
    const begun = { kind: input.kind, legalBasis: statedText('legalBasis', input.legalBasis, 200), approval, ...listed(input) };
    return this.moving.move(
      context,
      { ...input, note: seizureNote(input, isEmergency) },
      {
        name: 'seizeProperty',
        needs: 'enforcement:handle',
        action: 'seizeProperty',
        legalBasis: isEmergency ? '行政强制法§19、§24' : '行政强制法§17、§18、§24',
        change: async (tx, enforcementCase) => {
          await this.investigation.byItsOfficers(tx, enforcementCase, input.officerIds);
          await refuseUnprovided(tx, enforcementCase, input.kind);
          return beginMeasure(tx, this.moving, enforcementCase, begun);
        },
      },
    );
  }

  /** The head is told within a day of what could not wait; what it does not approve ends at once (行政强制法§19). */
  approveMeasure(context: RequestContext, input: MeasureGiven & { readonly isApproved: boolean }): Promise<EnforcementCase> {
    const { measureId, isApproved } = input;
    return this.moving.move(
      context,
      { ...input, note: words('reason', input.reason, 500) },
      {
        name: 'approveMeasure',
        needs: 'enforcement:manage',
        action: 'approveMeasure',
        legalBasis: '行政强制法§19',
        change: async (tx, enforcementCase) => {
          const measure = await this.moving.recordOf(tx, Measure, enforcementCase, measureId, MEASURE);
          const [report] = (await this.moving.deadlines.open(tx, measureId)).filter(({ kind }) => kind === EMERGENCY_CLOCK);
          const now = this.moving.clock();
          upheld(approvalRefusal({ ...measure.judgedAt(now), isReportLate: report !== undefined && now > report.dueAt }, isApproved));
          await this.moving.deadlines.meet(tx, measureId, EMERGENCY_CLOCK);
          if (!isApproved) return this.denied(tx, enforcementCase, measure, now);
          await tx.update(Measure, { id: measureId }, { approval: MeasureApproval.AFTERWARDS });
          return {};
        },
      },
    );
  }

  extendSeizure(context: RequestContext, input: MeasureGiven & { readonly days: number }): Promise<EnforcementCase> {
    const { days, measureId } = input;
    if (!Number.isInteger(days) || days < 1 || days > SEIZURE_EXTENSION_DAYS)
      throw invalid('EXTENSION_TOO_LONG', '延长不得超过三十日（行政强制法第二十五条）', 'Thirty days at most (行政强制法 §25)', {
        longest: SEIZURE_EXTENSION_DAYS,
      });
    const basis = '行政强制法§25①（经行政机关负责人批准延长）';
    return this.moving.move(
      context,
      { ...input, note: words('reason', input.reason, 500) },
      {
        name: 'extendSeizure',
        needs: 'enforcement:manage',
        action: 'extendSeizure',
        legalBasis: basis,
        change: async (tx, enforcementCase) => {
          const measure = await this.moving.recordOf(tx, Measure, enforcementCase, measureId, MEASURE);
          upheld(extensionRefusal(measure.judgedAt(this.moving.clock())));
          await this.moving.deadlines.extend(tx, measureId, SEIZURE_CLOCK, { limit: { value: days, unit: LimitUnit.DAY }, basis });
          const clocks = await this.moving.deadlines.open(tx, measureId);
          const { dueAt } = clocks.find(({ kind }) => kind === SEIZURE_CLOCK)!;
          await tx.update(Measure, { id: measureId }, { isExtended: true, dueAt });
          return {};
        },
      },
    );
  }

  private async denied(tx: EntityManager, { openMeasures }: EnforcementCase, { id, kind }: Measure, endedAt: Date): Promise<CaseColumns> {
    await tx.update(Measure, { id }, { approval: MeasureApproval.DENIED, outcome: MeasureOutcome.RETURNED, endedAt });
    await this.moving.deadlines.meet(tx, id, clockOf(kind));
    return { openMeasures: openMeasures - 1 };
  }
}

/** By whom it was approved, or why that could not be waited for: one of both. */
function seizureNote({ approvedBy, reason }: SeizeGiven, isEmergency: boolean): string {
  if (!isEmergency) return approvedNote(approvedBy ?? '', reason);
  if (approvedBy)
    throw invalid('EMERGENCY_CONTRADICTS', '经事先批准的，不属于当场实施', 'What was approved before is no emergency', {
      field: 'isEmergency',
    });
  return `情况紧急，当场实施；${reason.trim()}`.slice(0, 500);
}
