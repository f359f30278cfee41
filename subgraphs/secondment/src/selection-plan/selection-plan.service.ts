import type { Clock } from '@township-graph/shared/clock';
import type { Commands } from '@township-graph/shared/command/commands';
import { rowResult } from '@township-graph/shared/command/result-form';
import type { RequestContext } from '@township-graph/shared/context';
import { NotFound } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText } from '@township-graph/shared/stated-text';
import { sees } from '@township-graph/shared/viewer';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { AdoptSelectionPlan } from '../campaign/campaign.commands';
import { notACounty, targetsWrong } from '../campaign/campaign.errors';
import { SelectionPlan } from './selection-plan.entity';

const YEARS = 5;

/** The plan of a county: how many it selects in each of five years. */
export class SelectionPlanService {
  constructor(
    private readonly commands: Commands,
    private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  adoptSelectionPlan(context: RequestContext, input: AdoptSelectionPlan): Promise<SelectionPlan> {
    const work = async (tx: EntityManager) => {
      const plan = this.planOf(context, input);
      await insertAll(tx, SelectionPlan, [plan]);
      const { id, divisionCode, startYear, endYear } = plan;
      const subject = { subjectType: 'SelectionPlan', subjectId: id, divisionCode };
      const event = { type: 'SELECTION_PLAN_ADOPTED', ...subject, payload: { startYear, endYear } };
      return { result: plan, on: [{ type: 'SelectionPlan', id, divisionCode }], events: [event] };
    };
    const result = rowResult(this.manager, SelectionPlan);
    return this.commands.run(context, { name: 'adoptSelectionPlan', needs: 'personnel:manage', input, result, work });
  }

  private planOf({ viewer }: RequestContext, { divisionCode, document, targets }: AdoptSelectionPlan): SelectionPlan {
    if (divisionCode.length !== 6) throw notACounty(divisionCode);
    if (!sees(viewer, divisionCode, this.clock)) throw new NotFound({ zh: '该县（市、区）', en: 'County' });
    const byYear = targets.map(({ year, number }) => ({ year, number })).sort((a, b) => a.year - b.year);
    const startYear = byYear[0]?.year ?? 0;
    const isSound = byYear.every(({ year, number }, index) => year === startYear + index && number >= 1 && number <= 10_000);
    if (byYear.length !== YEARS || startYear < 2000 || startYear > 2100 || !isSound) throw targetsWrong();
    const stated = { divisionCode, document: statedText('document', document, 100), adoptedAt: this.clock() };
    return Object.assign(new SelectionPlan(), { id: uuid(), ...stated, startYear, endYear: startYear + YEARS - 1, targets: byYear });
  }
}
