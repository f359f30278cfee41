import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { optionalWords, statedText, words } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { refuseUnapprovedVetoes } from '../catalogue/approved-vetoes';
import { outsideCounty } from '../catalogue/catalogue.errors';
import { type AssessmentSettings, townshipShareIn } from '../settings';
import type { IndicatorQueryCheck } from './indicator-query';
import { AppraisalScheme } from './scheme.entity';
import { IndicatorSource, SchemeKind, SchemeState } from './scheme.enums';
import { quotaTooLarge, schemeNotFound, schemeReplaced, unsoundScheme } from './scheme.errors';
import type { SchemeAdjustment, SchemeIndicator, SchemeRater } from './scheme.parts';
import { faultOf, type SchemeContent } from './scheme.rules';

export interface DefineScheme extends SchemeContent {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly name: string;
  /** The edition that it takes the place of. */
  readonly replaces?: string | null;
}

/** Schemes are defined whole, and never changed: rounds that are held by one know to the end what they are held by. */
export class SchemeService {
  constructor(
    private readonly commands: Commands,
    private readonly settings: AssessmentSettings,
    private readonly queries: IndicatorQueryCheck,
    private readonly clock: Clock,
    private readonly manager: EntityManager,
  ) {}

  async defineScheme(context: RequestContext, input: DefineScheme): Promise<AppraisalScheme> {
    await this.queries.tryOut(context.viewer, input);
    const result = rowResult(this.manager, AppraisalScheme);
    return this.commands.run(context, {
      name: 'defineScheme',
      needs: 'assessment:manage',
      input,
      result,
      work: async (tx) => {
        const { divisionCode } = input;
        if (!sees(context.viewer, divisionCode, this.clock)) throw outsideCounty();
        this.refuseUnsound(input);
        await refuseUnapprovedVetoes(tx, { divisionCode: divisionCode.slice(0, 6) }, input.vetoes);
        const predecessor = input.replaces ? await replaced(tx, input) : null;
        const scheme = Object.assign(new AppraisalScheme(), this.contentOf(input), {
          id: uuid(),
          edition: (predecessor?.edition ?? 0) + 1,
          predecessorId: predecessor?.id ?? null,
        });
        await insertAll(tx, AppraisalScheme, [scheme]);
        const subject = { type: 'AppraisalScheme', id: scheme.id, divisionCode };
        const payload = { kind: scheme.kind, edition: scheme.edition, replaces: scheme.predecessorId };
        const event = { type: 'SCHEME_DEFINED', subjectType: subject.type, subjectId: subject.id, divisionCode, payload };
        return { result: scheme, on: [subject], events: [event] };
      },
    });
  }

  private refuseUnsound(input: DefineScheme): void {
    const { divisionCode, appraisedUnit, indicators, quotaPercent } = input;
    const share = appraisedUnit ? townshipShareIn(divisionCode, appraisedUnit, this.settings) : null;
    const fault = faultOf(input, share?.least ?? null);
    if (fault) throw unsoundScheme(fault.reason, fault.at, fault.reason === 'TOWNSHIP_SHARE' ? { ...share } : {});
    if ((quotaPercent ?? 0) > this.settings.excellentShare) throw quotaTooLarge(this.settings.excellentShare);
    for (const indicator of indicators)
      if (indicator.source === IndicatorSource.GRAPH_QUERY) this.queries.check(indicator, input.subjectKind);
  }

  private contentOf(input: DefineScheme) {
    return {
      divisionCode: input.divisionCode,
      kind: input.kind,
      name: statedText('name', input.name, 100),
      subjectKind: input.subjectKind,
      bundledKind: input.bundledKind ?? null,
      appraisedUnit: input.appraisedUnit ?? null,
      gradeScale: input.gradeScale,
      indicators: input.indicators.map(indicatorOf),
      raters: input.raters.map(raterOf),
      bonuses: input.bonuses.map(adjustmentOf),
      deductions: input.deductions.map(adjustmentOf),
      bonusCap: input.bonusCap,
      vetoes: [...new Set(input.vetoes)],
      cutOffs: input.cutOffs,
      quotaPercent: input.quotaPercent ?? (input.kind === SchemeKind.ANNUAL_STAFF ? this.settings.excellentShare : null),
      state: SchemeState.CURRENT,
      definedAt: this.clock(),
      isDemonstration: false,
    };
  }
}

/** Marks the edition before as replaced; of two that would replace it, the one that is first. */
async function replaced(tx: EntityManager, { replaces, divisionCode, kind }: DefineScheme): Promise<AppraisalScheme> {
  const predecessor = await tx.findOneBy(AppraisalScheme, { id: replaces! });
  if (!predecessor || predecessor.divisionCode !== divisionCode || predecessor.kind !== kind) throw schemeNotFound();
  const { affected } = await tx.update(
    AppraisalScheme,
    { id: predecessor.id, state: SchemeState.CURRENT },
    { state: SchemeState.REPLACED },
  );
  if (affected !== 1) throw schemeReplaced();
  return predecessor;
}

const indicatorOf = (given: SchemeIndicator): SchemeIndicator => ({
  code: given.code,
  name: statedText('indicators.name', given.name, 100),
  description: optionalWords('indicators.description', given.description, 500),
  weight: given.weight,
  source: given.source,
  duty: given.duty,
  isBundled: given.isBundled,
  query: given.query ? words('indicators.query', given.query, 4000) : null,
  answerPath: given.answerPath ? statedText('indicators.answerPath', given.answerPath, 200) : null,
  worst: given.worst ?? null,
  best: given.best ?? null,
});

const raterOf = ({ code, name, kind, weight, quorum }: SchemeRater): SchemeRater => ({
  code,
  name: statedText('raters.name', name, 100),
  kind,
  weight,
  quorum: quorum ?? null,
});

const adjustmentOf = ({ code, name, maximum }: SchemeAdjustment): SchemeAdjustment => ({
  code,
  name: statedText('name', name, 100),
  maximum,
});
