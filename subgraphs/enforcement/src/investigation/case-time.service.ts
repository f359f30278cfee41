import type { RequestContext } from '@township-graph/shared/context';
import { LimitUnit } from '@township-graph/shared/deadline';
import { statedText, words } from '@township-graph/shared/stated-text';
import { DECISION_CLOCK } from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { decideByNow } from '../case/decide-by';
import { SUSPENSION_WORDS, type SuspensionGround } from './investigation.enums';
import type { ReasonedGiven } from './investigation.service';

interface LawfulGiven extends ReasonedGiven {
  readonly legalBasis: string;
}

/** The ninety days: they stand still, go on and are lengthened by a law, regulation or rule that is named (行政处罚法§60). */
export class CaseTimeService {
  constructor(private readonly moving: CaseMoving) {}

  /** The time stands still where a law, regulation or rule says so (§60). */
  suspendCase(context: RequestContext, input: LawfulGiven & { readonly ground: SuspensionGround }): Promise<EnforcementCase> {
    const note = `${SUSPENSION_WORDS[input.ground].zh}：${words('reason', input.reason, 400)}`;
    const legalBasis = statedText('legalBasis', input.legalBasis, 100);
    return this.moving.move(
      context,
      { ...input, note },
      {
        name: 'suspendCase',
        needs: 'enforcement:manage',
        action: 'suspendCase',
        legalBasis,
        change: async (tx, enforcementCase) => {
          await this.moving.deadlines.suspend(tx, enforcementCase.id, [DECISION_CLOCK], legalBasis);
          return { decideBy: await decideByNow(tx, this.moving.deadlines, enforcementCase) };
        },
      },
    );
  }

  resumeCase(context: RequestContext, input: CaseMoveGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'resumeCase',
      needs: 'enforcement:handle',
      action: 'resumeCase',
      change: async (tx, enforcementCase) => {
        await this.moving.deadlines.resume(tx, enforcementCase.id, [DECISION_CLOCK]);
        return { decideBy: await decideByNow(tx, this.moving.deadlines, enforcementCase) };
      },
    });
  }

  extendCase(context: RequestContext, input: LawfulGiven & { readonly days: number }): Promise<EnforcementCase> {
    const { days } = input;
    const note = words('reason', input.reason, 500);
    const basis = statedText('legalBasis', input.legalBasis, 100);
    const { longestExtension } = this.moving.settings;
    if (!Number.isInteger(days) || days < 1 || days > longestExtension)
      throw invalid('EXTENSION_TOO_LONG', `每次延长 1 至 ${longestExtension} 日`, `1 to ${longestExtension} days at a time`, {
        longest: longestExtension,
      });
    return this.moving.move(
      context,
      { ...input, note },
      {
        name: 'extendCase',
        needs: 'enforcement:manage',
        action: 'extendCase',
        legalBasis: basis,
        change: async (tx, enforcementCase) => {
          await this.moving.deadlines.extend(tx, enforcementCase.id, DECISION_CLOCK, {
            limit: { value: days, unit: LimitUnit.DAY },
            basis,
          });
          return { decideBy: await decideByNow(tx, this.moving.deadlines, enforcementCase) };
        },
      },
    );
  }
}
