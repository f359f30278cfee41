import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import { INVESTIGATION_OVER } from '../case/case.moves';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { FORGOTTEN } from '../notice/forgotten';
import { Evidence } from './evidence.entity';
import { ExclusionGround } from './evidence.enums';
import { exclusionRefusal, monitoringReviewRefusal, verificationRefusal } from './evidence.rules';

interface EvidenceGiven extends CaseMoveGiven {
  readonly evidenceId: string;
}

export interface VerifyGiven extends EvidenceGiven {
  readonly finding: string;
  readonly partyToldOn?: string | null;
}

export interface ReviewMonitoringGiven extends EvidenceGiven {
  readonly isCompliant: boolean;
  readonly legalOpinion: string;
  readonly technicalOpinion: string;
}

export interface ExcludeGiven extends EvidenceGiven {
  readonly ground: ExclusionGround;
  readonly reason: string;
}

/** What evidence may be the basis of a finding, and what may not (行政处罚法§41, §46). */
export class EvidenceService {
  constructor(private readonly moving: CaseMoving) {}

  verifyEvidence(context: RequestContext, input: VerifyGiven): Promise<EnforcementCase> {
    const finding = words('finding', input.finding, 500);
    return this.moving.move(context, input, {
      name: 'verifyEvidence',
      needs: 'enforcement:handle',
      action: 'verifyEvidence',
      legalBasis: '行政处罚法§46②',
      change: async (tx, enforcementCase) => {
        const evidence = await this.evidenceOf(tx, enforcementCase, input);
        const partyToldOn = input.partyToldOn ?? null;
        upheld(verificationRefusal(evidence, partyToldOn));
        if (partyToldOn !== null) this.refuseToldOn(evidence, partyToldOn);
        await tx.update(Evidence, { id: evidence.id }, { isVerified: true, finding, partyToldOn });
        return { verifiedEvidence: enforcementCase.verifiedEvidence + 1 };
      },
    });
  }

  /** Device and record, by law and by technique; what does not meet the law is out (§41①②). */
  reviewMonitoringRecord(context: RequestContext, input: ReviewMonitoringGiven): Promise<EnforcementCase> {
    const legalOpinion = words('legalOpinion', input.legalOpinion, 500);
    const technicalOpinion = words('technicalOpinion', input.technicalOpinion, 500);
    const { isCompliant: isMonitoringCompliant } = input;
    return this.moving.move(context, input, {
      name: 'reviewMonitoringRecord',
      needs: 'enforcement:review',
      action: 'reviewMonitoringRecord',
      legalBasis: '行政处罚法§41①②',
      change: async (tx, enforcementCase) => {
        const evidence = await this.evidenceOf(tx, enforcementCase, input);
        upheld(monitoringReviewRefusal(evidence));
        const out = { exclusion: ExclusionGround.MONITORING, exclusionReason: legalOpinion, excludedAt: this.moving.clock() };
        const said = { isMonitoringCompliant, legalOpinion, technicalOpinion };
        await tx.update(Evidence, { id: evidence.id }, { ...said, ...(!isMonitoringCompliant && out) });
        return {};
      },
    });
  }

  /** It stays on record, and is the basis of nothing: what was reviewed, told or heard on it is done anew (§46③). */
  excludeEvidence(context: RequestContext, input: ExcludeGiven): Promise<EnforcementCase> {
    const exclusionReason = words('reason', input.reason, 500);
    return this.moving.move(
      context,
      { ...input, note: exclusionReason },
      {
        name: 'excludeEvidence',
        needs: 'enforcement:manage',
        action: async (enforcementCase, tx) => ((await this.undoes(tx, enforcementCase, input)) ? 'excludeAndReopen' : 'excludeEvidence'),
        legalBasis: '行政处罚法§41②、§46②③',
        change: async (tx, enforcementCase) => {
          const evidence = await this.evidenceOf(tx, enforcementCase, input);
          upheld(exclusionRefusal(evidence));
          const excludedAt = this.moving.clock();
          await tx.update(Evidence, { id: evidence.id }, { exclusion: input.ground, exclusionReason, excludedAt });
          if (!evidence.isVerified) return {};
          const { verifiedEvidence, excludedEvidence } = enforcementCase;
          const counts = { verifiedEvidence: verifiedEvidence - 1, excludedEvidence: excludedEvidence + 1 };
          return (await this.undoes(tx, enforcementCase, input)) ? { ...counts, ...FORGOTTEN } : counts;
        },
      },
    );
  }

  /** Whether anything was done that rests on it. */
  private async undoes(tx: EntityManager, enforcementCase: EnforcementCase, input: EvidenceGiven): Promise<boolean> {
    const { isVerified } = await this.evidenceOf(tx, enforcementCase, input);
    return isVerified && INVESTIGATION_OVER.some((state) => state === enforcementCase.state);
  }

  private refuseToldOn({ collectedOn, isFromMonitoring }: Evidence, on: string): void {
    if (!isFromMonitoring || on < collectedOn || on > dayOf(this.moving.clock()))
      throw invalid(
        'TOLD_DAY',
        '告知日期只用于电子技术监控设备记录，且不早于取证日期、不晚于当日',
        'Only of what a device recorded, after it was recorded and by today',
        { field: 'partyToldOn' },
      );
  }

  private evidenceOf(tx: EntityManager, enforcementCase: EnforcementCase, { evidenceId }: EvidenceGiven): Promise<Evidence> {
    return this.moving.recordOf(tx, Evidence, enforcementCase, evidenceId, ['该证据', 'Evidence']);
  }
}
