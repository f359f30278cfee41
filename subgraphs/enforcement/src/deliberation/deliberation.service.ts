import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { statedText, words } from '@township-graph/shared/stated-text';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { invalid } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { Deliberation } from './deliberation.entity';

export interface DeliberateGiven extends CaseMoveGiven {
  readonly participants: readonly string[];
  readonly record: string;
  readonly conclusion: string;
}

/** Fewer than three decide alone, not together; the law names no number. */
const LEAST_PARTICIPANTS = 3;

/** The heads decide together. */
export class DeliberationService {
  constructor(private readonly moving: CaseMoving) {}

  deliberateCase(context: RequestContext, input: DeliberateGiven): Promise<EnforcementCase> {
    const participants = [...new Set(input.participants.map((name) => statedText('participants', name, 60)))];
    if (participants.length < LEAST_PARTICIPANTS)
      throw invalid('PARTICIPANTS_TOO_FEW', '集体讨论须至少三人参加', 'Three take part at least');
    const record = words('record', input.record, 10_000);
    const conclusion = words('conclusion', input.conclusion, 1000);
    return this.moving.move(context, input, {
      name: 'deliberateCase',
      needs: 'enforcement:manage',
      action: 'deliberateCase',
      legalBasis: '行政处罚法§57②',
      change: async (tx, { id: caseId, divisionCode }) => {
        const deliberatedAt = this.moving.clock();
        await insertAll(tx, Deliberation, [{ id: uuid(), caseId, divisionCode, participants, record, conclusion, deliberatedAt }]);
        return { deliberatedAt };
      },
    });
  }
}
