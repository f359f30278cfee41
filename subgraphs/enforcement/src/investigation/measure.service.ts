import type { RequestContext } from '@township-graph/shared/context';
import { type DeadlineRule, LimitUnit } from '@township-graph/shared/deadline';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { statedText, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { PRESERVATION_CLOCK, PRESERVATION_RULE, SEIZURE_CLOCK, SEIZURE_EXTENSION_DAYS, SEIZURE_RULE } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseColumns, CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { CaseDecision } from '../decision/case-decision.entity';
import { EnforcementPower } from '../power/power.entity';
import { CoerciveMeasure, PenaltyKind } from '../power/power.enums';
import { PowerGrantMode } from '../power-grant/power-grant.enums';
import type { InvestigationService } from './investigation.service';
import { Measure, type MeasuredThing } from './measure.entity';
import { MeasureKind, MeasureOutcome } from './measure.enums';
import { extensionRefusal, outcomeRefusal } from './measure.rules';

export interface PreserveGiven extends CaseMoveGiven {
  readonly reason: string;
  readonly things: readonly MeasuredThing[];
  readonly officerIds: readonly string[];
  readonly approvedBy: string;
}

export interface SeizeGiven extends PreserveGiven {
  readonly kind: MeasureKind;
  readonly legalBasis: string;
}

export interface ResolveGiven extends CaseMoveGiven {
  readonly measureId: string;
  readonly outcome: MeasureOutcome;
  readonly seizedAs?: MeasureKind | null;
  readonly legalBasis?: string | null;
}

interface Begun {
  readonly kind: MeasureKind;
  readonly things: readonly MeasuredThing[];
  readonly reason: string;
  readonly legalBasis: string;
}

const MEASURE = ['该措施', 'Measure'] as const;
const PRESERVATION_BASIS = '行政处罚法§56';

/** Things that are kept, sealed or seized, and given back. */
export class MeasureService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly investigation: InvestigationService,
  ) {}

  preserveEvidence(context: RequestContext, input: PreserveGiven): Promise<EnforcementCase> {
    const begun = { kind: MeasureKind.PRESERVATION, legalBasis: PRESERVATION_BASIS, ...listed(input) };
    return this.moving.move(
      context,
      { ...input, note: approval(input) },
      {
        name: 'preserveEvidence',
        needs: 'enforcement:handle',
        action: 'preserveEvidence',
        legalBasis: PRESERVATION_BASIS,
        change: async (tx, enforcementCase) => {
          await this.investigation.byItsOfficers(tx, enforcementCase, input.officerIds);
          return this.begin(tx, enforcementCase, begun);
        },
      },
    );
  }

  seizeProperty(context: RequestContext, input: SeizeGiven): Promise<EnforcementCase> {
    const begun = { kind: input.kind, legalBasis: statedText('legalBasis', input.legalBasis, 200), ...listed(input) };
    return this.moving.move(
      context,
      { ...input, note: approval(input) },
      {
        name: 'seizeProperty',
        needs: 'enforcement:handle',
        action: 'seizeProperty',
        legalBasis: '行政强制法§17、§18、§24',
        change: async (tx, enforcementCase) => {
          await this.investigation.byItsOfficers(tx, enforcementCase, input.officerIds);
          await refuseUnprovided(tx, enforcementCase, input.kind);
          return this.begin(tx, enforcementCase, begun);
        },
      },
    );
  }

  extendSeizure(
    context: RequestContext,
    input: CaseMoveGiven & { readonly measureId: string; readonly days: number; readonly reason: string },
  ): Promise<EnforcementCase> {
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
          const [clock] = await this.moving.deadlines.open(tx, measureId);
          await tx.update(Measure, { id: measureId }, { isExtended: true, dueAt: clock!.dueAt });
          return {};
        },
      },
    );
  }

  resolveMeasure(context: RequestContext, input: ResolveGiven): Promise<EnforcementCase> {
    const { measureId, outcome } = input;
    return this.moving.move(context, input, {
      name: 'resolveMeasure',
      needs: 'enforcement:handle',
      action: 'resolveMeasure',
      legalBasis: '行政处罚法§56、行政强制法§27、§28',
      change: async (tx, enforcementCase) => {
        const measure = await this.moving.recordOf(tx, Measure, enforcementCase, measureId, MEASURE);
        const now = this.moving.clock();
        const isEntrusted = enforcementCase.grantMode === PowerGrantMode.ENTRUSTED;
        const isConfiscated = await confiscates(tx, enforcementCase);
        upheld(outcomeRefusal(measure.judgedAt(now), outcome, { isEntrusted, isConfiscated }));
        await tx.update(Measure, { id: measureId }, { outcome, endedAt: now });
        await this.moving.deadlines.meet(tx, measureId, clockOf(measure.kind));
        const openMeasures = enforcementCase.openMeasures - 1;
        if (outcome !== MeasureOutcome.SEIZED) return { openMeasures };
        return this.seizeKept(tx, Object.assign(enforcementCase, { openMeasures }), measure, input);
      },
    });
  }

  /** What was kept as evidence is sealed or seized from now on, for thirty days of its own. */
  private async seizeKept(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    { things, reason }: Measure,
    { seizedAs, legalBasis }: ResolveGiven,
  ): Promise<CaseColumns> {
    if (!seizedAs || !legalBasis)
      throw invalid('MEASURE_KIND', '转为查封、扣押须说明种类和依据', 'Say whether it is sealed or seized, and by which law');
    await refuseUnprovided(tx, enforcementCase, seizedAs);
    return this.begin(tx, enforcementCase, { kind: seizedAs, things, reason, legalBasis: statedText('legalBasis', legalBasis, 200) });
  }

  private async begin(tx: EntityManager, { id: caseId, divisionCode, openMeasures }: EnforcementCase, begun: Begun): Promise<CaseColumns> {
    const { deadlines, clock } = this.moving;
    const startedAt = clock();
    const id = uuid();
    const { dueAt } = await deadlines.start(
      tx,
      { type: 'CaseMeasure', id, divisionCode },
      clockOf(begun.kind),
      ruleOf(begun.kind),
      startedAt,
    );
    await insertAll(tx, Measure, [
      { id, caseId, divisionCode, ...begun, startedAt, dueAt, isExtended: false, outcome: null, endedAt: null },
    ]);
    return { openMeasures: openMeasures + 1 };
  }
}

const clockOf = (kind: MeasureKind) => (kind === MeasureKind.PRESERVATION ? PRESERVATION_CLOCK : SEIZURE_CLOCK);
const ruleOf = (kind: MeasureKind): DeadlineRule => (kind === MeasureKind.PRESERVATION ? PRESERVATION_RULE : SEIZURE_RULE);

function listed({ things, reason }: PreserveGiven) {
  if (things.length === 0 || things.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 1))
    throw invalid('THINGS_UNLISTED', '须列明物品名称和数量（行政强制法第二十四条）', 'List the things and how many (行政强制法 §24)');
  return {
    things: things.map(({ name, quantity }) => ({ name: statedText('things.name', name, 100), quantity })),
    reason: words('reason', reason, 500),
  };
}

/** Who approved it is said on record (行政处罚法§56, 行政强制法§18(1)). */
const approval = ({ approvedBy, reason }: PreserveGiven) =>
  `负责人批准：${statedText('approvedBy', approvedBy, 60)}；${reason.trim()}`.slice(0, 500);

/** Only what a law or regulation provides is sealed or seized (行政强制法§10, §22). */
async function refuseUnprovided(tx: EntityManager, { powerId }: EnforcementCase, kind: MeasureKind): Promise<void> {
  if (kind === MeasureKind.PRESERVATION) throw invalid('MEASURE_KIND', '请选择查封或者扣押', 'Choose SEALING or SEIZURE');
  const power = await tx.findOneByOrFail(EnforcementPower, { id: powerId! });
  if (power.coerciveMeasures.includes(CoerciveMeasure[kind])) return;
  upheld(
    refusal(
      'MEASURE_NOT_PROVIDED',
      '该事项的法律、法规未设定此种行政强制措施（行政强制法第十条、第二十二条）',
      'The law of this power provides no such measure (行政强制法 §10, §22)',
    ),
  );
}

/** Whether a decision that stands confiscates goods. */
async function confiscates(tx: EntityManager, { id: caseId }: EnforcementCase): Promise<boolean> {
  const decision = await tx.findOneBy(CaseDecision, { caseId });
  return decision?.revocation === null && decision.decided.some(({ kind }) => kind === PenaltyKind.CONFISCATION_OF_PROPERTY);
}
