import type { RequestContext } from '@township-graph/shared/context';
import { statedText, words } from '@township-graph/shared/stated-text';
import type { EnforcementCase } from '../case/case.entity';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';

/** The end of a case, and its file. */
export class ClosingService {
  constructor(private readonly moving: CaseMoving) {}

  closeCase(context: RequestContext, input: CaseMoveGiven & { readonly reason: string }): Promise<EnforcementCase> {
    const endReason = words('reason', input.reason, 500);
    return this.moving.move(
      context,
      { ...input, note: endReason },
      {
        name: 'closeCase',
        needs: 'enforcement:handle',
        action: 'closeCase',
        legalBasis: '行政处罚法§66',
        change: async (tx, { id }) => {
          await this.moving.deadlines.lapse(tx, id);
          return { endReason, endedAt: this.moving.clock() };
        },
      },
    );
  }

  archiveCase(context: RequestContext, input: CaseMoveGiven & { readonly archiveNumber: string }): Promise<EnforcementCase> {
    const archiveNumber = statedText('archiveNumber', input.archiveNumber, 60);
    return this.moving.move(context, input, {
      name: 'archiveCase',
      needs: 'enforcement:handle',
      action: 'archiveCase',
      legalBasis: '行政处罚法§47',
      change: () => ({ archiveNumber }),
    });
  }
}
