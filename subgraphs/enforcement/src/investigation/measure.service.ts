import type { RequestContext } from '@township-graph/shared/context';
import { statedText } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseColumns, CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { lastDecision } from '../decision/decisions-of-case';
import { PenaltyKind } from '../power/power.enums';
import { PowerGrantMode } from '../power-grant/power-grant.enums';
import type { InvestigationService } from './investigation.service';
import { Measure, type MeasuredThing } from './measure.entity';
import { MeasureKind, MeasureOutcome } from './measure.enums';
import { outcomeRefusal } from './measure.rules';
import { approvedNote, beginMeasure, clockOf, EMERGENCY_CLOCK, listed, refuseUnprovided } from './measure-begun';

export interface PreserveGiven extends CaseMoveGiven {
  readonly reason: string;
  readonly things: readonly MeasuredThing[];
  readonly officerIds: readonly string[];
  readonly approvedBy: string;
}

export interface ResolveGiven extends CaseMoveGiven {
  readonly measureId: string;
  readonly outcome: MeasureOutcome;
  readonly seizedAs?: MeasureKind | null;
  readonly legalBasis?: string | null;
  readonly officerIds?: readonly string[] | null;
  readonly approvedBy?: string | null;
}

const PRESERVATION_BASIS = '行政处罚法§56';

/** Things that are kept as evidence; and what becomes of these, and of what is sealed or seized. */
export class MeasureService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly investigation: InvestigationService,
  ) {}

  preserveEvidence(context: RequestContext, input: PreserveGiven): Promise<EnforcementCase> {
    const begun = { kind: MeasureKind.PRESERVATION, legalBasis: PRESERVATION_BASIS, ...listed(input) };
    return this.moving.move(
      context,
      { ...input, note: approvedNote(input.approvedBy, input.reason) },
      {
        name: 'preserveEvidence',
        needs: 'enforcement:handle',
        action: 'preserveEvidence',
        legalBasis: PRESERVATION_BASIS,
        change: async (tx, enforcementCase) => {
          await this.investigation.byItsOfficers(tx, enforcementCase, input.officerIds);
          return beginMeasure(tx, this.moving, enforcementCase, begun);
        },
      },
    );
  }

  resolveMeasure(context: RequestContext, input: ResolveGiven): Promise<EnforcementCase> {
    const { measureId, outcome } = input;
    const isSeized = outcome === MeasureOutcome.SEIZED;
    const note = isSeized ? approvedNote(input.approvedBy ?? '', input.note ?? '') : input.note;
    return this.moving.move(
      context,
      { ...input, note },
      {
        name: 'resolveMeasure',
        needs: 'enforcement:handle',
        action: isSeized ? 'seizeKept' : 'resolveMeasure',
        legalBasis: isSeized ? '行政处罚法§56、行政强制法§18' : '行政处罚法§56、行政强制法§27、§28',
        change: async (tx, enforcementCase) => {
          const measure = await this.moving.recordOf(tx, Measure, enforcementCase, measureId, ['该措施', 'Measure']);
          const now = this.moving.clock();
          const isEntrusted = enforcementCase.grantMode === PowerGrantMode.ENTRUSTED;
          const isConfiscated = await confiscates(tx, enforcementCase);
          upheld(outcomeRefusal(measure.judgedAt(now), outcome, { isEntrusted, isConfiscated }));
          await tx.update(Measure, { id: measureId }, { outcome, endedAt: now });
          await this.moving.deadlines.meet(tx, measureId, clockOf(measure.kind));
          await this.moving.deadlines.lapse(tx, measureId, [EMERGENCY_CLOCK]);
          const openMeasures = enforcementCase.openMeasures - 1;
          if (!isSeized) return { openMeasures };
          return this.seizeKept(tx, Object.assign(enforcementCase, { openMeasures }), measure, input);
        },
      },
    );
  }

  /** What was kept as evidence is sealed or seized from now on, for thirty days of its own: as any seizure, by two officers. */
  private async seizeKept(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    { things, reason }: Measure,
    { seizedAs, legalBasis, officerIds }: ResolveGiven,
  ): Promise<CaseColumns> {
    if (!seizedAs || !legalBasis)
      throw invalid('MEASURE_KIND', '转为查封、扣押须说明种类和依据', 'Say whether it is sealed or seized, and by which law');
    await this.investigation.byItsOfficers(tx, enforcementCase, officerIds ?? []);
    await refuseUnprovided(tx, enforcementCase, seizedAs);
    const begun = { kind: seizedAs, things, reason, legalBasis: statedText('legalBasis', legalBasis, 200) };
    return beginMeasure(tx, this.moving, enforcementCase, begun);
  }
}

/** Whether a decision that stands confiscates goods. */
async function confiscates(tx: EntityManager, { id: caseId }: EnforcementCase): Promise<boolean> {
  const decision = await lastDecision(tx, caseId);
  return decision?.revocation === null && decision.decided.some(({ kind }) => kind === PenaltyKind.CONFISCATION_OF_PROPERTY);
}
