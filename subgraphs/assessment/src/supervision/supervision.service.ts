import type { Clock } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { covers } from '@township-graph/shared/division-code';
import { badInput, conflict, NotFound } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { takeTurn } from '@township-graph/shared/turn';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { badFrequency, badYear, notACounty, outsideCounty } from '../catalogue/catalogue.errors';
import { AssessmentTurn, turnOfFrequency } from '../turns';
import { InspectionPlan } from './inspection-plan.entity';
import { InspectionVisit } from './inspection-visit.entity';

export interface PlanSupervision {
  readonly idempotencyKey?: string | null;
  readonly divisionCode: string;
  readonly year: number;
  readonly name: string;
  readonly matters: readonly string[];
  readonly organizerCreditCode: string;
  readonly visitsAYear: number;
}

export interface RecordSupervision {
  readonly idempotencyKey?: string | null;
  readonly planId: string;
  readonly divisionCode: string;
  readonly visitedOn: string;
}

const wrongVisit = () =>
  badInput('VISIT', {
    zh: '须为本县乡镇（街道），日期在计划年度内',
    en: 'A visit is of a township of the county, on a day of the plan’s year',
  });

const capReached = (visitsAYear: number) =>
  conflict(
    'SUPERVISION_CAP',
    { zh: `该乡镇（街道）本年度已督查 ${visitsAYear} 次，不得再查`, en: `That township has had its ${visitsAYear} visits of the year` },
    { visitsAYear },
  );

/** 六督联查: organs inspect together, and no township more often than the plan says. */
export class SupervisionService {
  constructor(
    private readonly commands: Commands,
    private readonly clock: Clock,
    private readonly manager: EntityManager,
  ) {}

  planSupervision(context: RequestContext, input: PlanSupervision): Promise<InspectionPlan> {
    const work = async (tx: EntityManager): Promise<Done<InspectionPlan>> => {
      const { divisionCode, year, organizerCreditCode, visitsAYear, matters } = input;
      if (!sees(context.viewer, divisionCode, this.clock)) throw outsideCounty();
      if (divisionCode.length !== 6) throw notACounty();
      if (!Number.isInteger(year) || year < 2000 || year > 2100) throw badYear();
      if (!Number.isInteger(visitsAYear) || visitsAYear < 1 || visitsAYear > 366) throw badFrequency('visitsAYear');
      if (matters.length < 1 || matters.length > 50) throw badFrequency('matters');
      const plan = Object.assign(new InspectionPlan(), {
        id: uuid(),
        divisionCode,
        year,
        name: statedText('name', input.name, 100),
        matters: matters.map((each) => statedText('matters', each, 100)),
        organizerCreditCode,
        visitsAYear,
      });
      await insertAll(tx, InspectionPlan, [plan]);
      return done(plan, plan, 'SUPERVISION_PLANNED');
    };
    return this.commands.run(context, {
      name: 'planSupervision',
      needs: 'assessment:manage',
      input,
      result: rowResult(this.manager, InspectionPlan),
      work,
    });
  }

  recordSupervision(context: RequestContext, input: RecordSupervision): Promise<InspectionVisit> {
    const work = async (tx: EntityManager): Promise<Done<InspectionVisit>> => {
      const { planId, divisionCode, visitedOn } = input;
      const plan = await tx.findOneBy(InspectionPlan, { id: planId });
      if (!plan) throw new NotFound({ zh: '该督查计划', en: 'Plan' });
      if (!sees(context.viewer, plan.divisionCode, this.clock)) throw outsideCounty();
      const isFit = divisionCode.length === 9 && covers(plan.divisionCode, divisionCode) && visitedOn.startsWith(`${plan.year}-`);
      if (!isFit) throw wrongVisit();
      await takeTurn(tx, AssessmentTurn, turnOfFrequency(`${planId}:${divisionCode}`));
      if ((await tx.countBy(InspectionVisit, { planId, divisionCode })) >= plan.visitsAYear) throw capReached(plan.visitsAYear);
      const visit = Object.assign(new InspectionVisit(), { id: uuid(), planId, divisionCode, visitedOn });
      await insertAll(tx, InspectionVisit, [visit]);
      return done(visit, { ...plan, divisionCode }, 'SUPERVISION_RECORDED');
    };
    return this.commands.run(context, {
      name: 'recordSupervision',
      needs: 'assessment:manage',
      input,
      result: rowResult(this.manager, InspectionVisit),
      work,
    });
  }
}

function done<T>(result: T, { id, year, divisionCode }: Pick<InspectionPlan, 'id' | 'year' | 'divisionCode'>, type: string): Done<T> {
  const subject = { type: 'InspectionPlan', id, divisionCode };
  return { result, on: [subject], events: [{ type, subjectType: subject.type, subjectId: id, divisionCode, payload: { year } }] };
}
