import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { takeTurn } from '@township-graph/shared/turn';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { SubjectKind } from '../scheme/scheme.enums';
import type { AssessmentSettings } from '../settings';
import { AssessmentTurn, turnOfCatalogue } from '../turns';
import { AppraisalCatalogue } from './catalogue.entity';
import {
  badFrequency,
  badYear,
  catalogueFull,
  lastYearUnknown,
  listedAlready,
  noSubjects,
  notACounty,
  outsideCounty,
  vetoKnown,
} from './catalogue.errors';
import { CatalogueItem } from './catalogue-item.entity';
import { VetoItem } from './veto-item.entity';

interface OfCatalogue {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly year: number;
  readonly lastYearCount?: number | null;
  readonly name: string;
  readonly legalBasis: string;
  readonly approvalDocument: string;
}

export interface ListAppraisal extends OfCatalogue {
  readonly organizerCreditCode: string;
  readonly organizerName: string;
  readonly subjectKinds: readonly SubjectKind[];
  readonly roundsAYear: number;
}

export interface ApproveVeto extends OfCatalogue {
  readonly code: string;
}

/** A county's list of a year: what may be held, how often, and what may decide by itself. */
export class CatalogueService {
  constructor(
    private readonly commands: Commands,
    private readonly settings: AssessmentSettings,
    private readonly clock: Clock,
    private readonly manager: EntityManager,
  ) {}

  /** One more appraisal, as long as there are fewer than last year by what the county promised (瑞安：减少三成). */
  listAppraisal(context: RequestContext, input: ListAppraisal): Promise<AppraisalCatalogue> {
    return this.add(context, 'listAppraisal', input, async (tx, { id: catalogueId, limitCount, lastYearCount }, stated) => {
      const { roundsAYear, subjectKinds } = input;
      if (!Number.isInteger(roundsAYear) || roundsAYear < 1 || roundsAYear > 366) throw badFrequency('roundsAYear');
      if (subjectKinds.length === 0) throw noSubjects();
      if ((await tx.countBy(CatalogueItem, { catalogueId })) >= limitCount) throw catalogueFull(limitCount, lastYearCount);
      if (await tx.existsBy(CatalogueItem, { catalogueId, name: stated.name })) throw listedAlready(stated.name);
      const item = {
        ...stated,
        id: uuid(),
        organizerCreditCode: input.organizerCreditCode,
        organizerName: statedText('organizerName', input.organizerName, 100),
        subjectKinds: [...new Set(subjectKinds)],
        roundsAYear,
      };
      await insertAll(tx, CatalogueItem, [item]);
      return { type: 'APPRAISAL_LISTED', payload: { year: input.year, itemId: item.id } };
    });
  }

  approveVeto(context: RequestContext, input: ApproveVeto): Promise<AppraisalCatalogue> {
    return this.add(context, 'approveVeto', input, async (tx, { id: catalogueId }, stated) => {
      const code = statedText('code', input.code, 30);
      if (await tx.existsBy(VetoItem, { catalogueId, code })) throw vetoKnown(code);
      await insertAll(tx, VetoItem, [{ ...stated, id: uuid(), code }]);
      return { type: 'VETO_APPROVED', payload: { year: input.year, code } };
    });
  }

  private add<I extends OfCatalogue>(
    context: RequestContext,
    name: string,
    input: I,
    work: (
      tx: EntityManager,
      catalogue: AppraisalCatalogue,
      stated: ReturnType<typeof statedIn>,
    ) => Promise<{ readonly type: string; readonly payload: Readonly<Record<string, unknown>> }>,
  ): Promise<AppraisalCatalogue> {
    const result = rowResult(this.manager, AppraisalCatalogue);
    return this.commands.run(context, {
      name,
      needs: 'assessment:manage',
      input,
      result,
      work: async (tx) => {
        const { divisionCode } = input;
        if (!sees(context.viewer, divisionCode, this.clock)) throw outsideCounty();
        const catalogue = await this.catalogueOf(tx, input);
        const event = await work(tx, catalogue, statedIn(input, catalogue));
        const subject = { type: 'AppraisalCatalogue', id: catalogue.id, divisionCode };
        return { result: catalogue, on: [subject], events: [{ ...event, subjectType: subject.type, subjectId: subject.id, divisionCode }] };
      },
    });
  }

  /** The list of that year, begun if there is none; nobody else adds to it until the transaction ends. */
  private async catalogueOf(tx: EntityManager, { divisionCode, year, lastYearCount }: OfCatalogue): Promise<AppraisalCatalogue> {
    if (divisionCode.length !== 6) throw notACounty();
    if (!Number.isInteger(year) || year < 2000 || year > 2100) throw badYear();
    await takeTurn(tx, AssessmentTurn, turnOfCatalogue(divisionCode, year));
    const known = await tx.findOneBy(AppraisalCatalogue, { divisionCode, year });
    if (known) return known;
    const last = await tx.findOneBy(AppraisalCatalogue, { divisionCode, year: year - 1 });
    const count = last ? await tx.countBy(CatalogueItem, { catalogueId: last.id }) : lastYearCount;
    if (count === null || count === undefined || !Number.isInteger(count) || count < 0 || count > 10_000) throw lastYearUnknown();
    const limitCount = Math.floor((count * this.settings.catalogueShare) / 100);
    const begun = Object.assign(new AppraisalCatalogue(), {
      id: uuid(),
      divisionCode,
      year,
      lastYearCount: count,
      limitCount,
      isDemonstration: false,
    });
    await insertAll(tx, AppraisalCatalogue, [begun]);
    return begun;
  }
}

const statedIn = (input: OfCatalogue, { id, divisionCode, year }: AppraisalCatalogue) => ({
  catalogueId: id,
  divisionCode,
  year,
  name: statedText('name', input.name, 100),
  legalBasis: statedText('legalBasis', input.legalBasis, 200),
  approvalDocument: statedText('approvalDocument', input.approvalDocument, 100),
});
