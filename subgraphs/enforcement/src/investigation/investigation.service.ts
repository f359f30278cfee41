import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { statedText, words } from '@township-graph/shared/stated-text';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import type { CaseColumns, CaseMoveGiven, CaseMoving } from '../case/case-moving';
import type { Harm } from '../decision/decision.enums';
import type { CaseGround } from '../filing/case-ground';
import { investigatorsOf } from '../filing/case-team';
import type { ReviewGround } from '../legal-review/legal-review.enums';
import { fenOf } from '../money';
import { FORGOTTEN } from '../notice/forgotten';
import { EnforcementPower } from '../power/power.entity';
import { Evidence, NEW_EVIDENCE } from './evidence.entity';
import type { EvidenceKind } from './evidence.enums';
import { unreviewedMonitoring } from './evidence.rules';

export interface InvestigationGiven extends CaseMoveGiven {
  readonly officerIds: readonly string[];
  readonly showedCertificates: boolean;
  readonly evidence: readonly {
    readonly kind: EvidenceKind;
    readonly name: string;
    readonly proves: string;
    readonly collectedOn?: string | null;
    readonly isVerified: boolean;
    readonly isFromMonitoring?: boolean | null;
  }[];
  readonly endedOn?: string | null;
  readonly harm?: Harm | null;
  readonly gains?: string | null;
}

export interface ReasonedGiven extends CaseMoveGiven {
  readonly reason: string;
}

export interface ConcludeGiven extends CaseMoveGiven {
  readonly reviewGrounds: readonly ReviewGround[];
  readonly needsDeliberation: boolean;
}

/** From filing to the end of the investigation. */
export class InvestigationService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly ground: CaseGround,
  ) {}

  recordInvestigation(context: RequestContext, input: InvestigationGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'recordInvestigation',
      needs: 'enforcement:handle',
      action: 'recordInvestigation',
      legalBasis: '行政处罚法§42、§54、§55',
      change: async (tx, enforcementCase) => {
        await this.byItsOfficers(tx, enforcementCase, input.officerIds);
        if (!input.showedCertificates)
          upheld(
            refusal(
              'CERTIFICATES_NOT_SHOWN',
              '调查时应当主动出示执法证件（行政处罚法第五十五条）',
              'Certificates must be shown (行政处罚法 §55)',
            ),
          );
        const verified = await this.recordEvidence(tx, enforcementCase, input);
        return {
          ...(await this.found(tx, enforcementCase, input)),
          verifiedEvidence: enforcementCase.verifiedEvidence + verified,
        };
      },
    });
  }

  concludeInvestigation(context: RequestContext, input: ConcludeGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'concludeInvestigation',
      needs: 'enforcement:handle',
      action: 'concludeInvestigation',
      legalBasis: '行政处罚法§57①',
      change: () => ({ reviewGrounds: [...new Set(input.reviewGrounds)], needsDeliberation: input.needsDeliberation }),
    });
  }

  /** New facts are looked into: what was told, reviewed and deliberated on them has to be done anew. */
  reopenInvestigation(context: RequestContext, input: ReasonedGiven): Promise<EnforcementCase> {
    return this.moving.move(
      context,
      { ...input, note: words('reason', input.reason, 500) },
      {
        name: 'reopenInvestigation',
        needs: 'enforcement:handle',
        action: 'reopenInvestigation',
        legalBasis: '行政处罚法§40、§54',
        change: () => FORGOTTEN,
      },
    );
  }

  /** Such as: the party died or was dissolved, and nobody stands in for it. */
  terminateCase(context: RequestContext, input: ReasonedGiven): Promise<EnforcementCase> {
    const reason = words('reason', input.reason, 500);
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name: 'terminateCase',
        needs: 'enforcement:manage',
        action: 'terminateCase',
        change: async (tx, { id }) => {
          await this.moving.deadlines.lapse(tx, id);
          return { endReason: reason, endedAt: this.moving.clock() };
        },
      },
    );
  }

  /** Two of the officers that the case has now, and each may act on this day (§42). */
  async byItsOfficers(tx: EntityManager, { id, divisionCode }: EnforcementCase, officerIds: readonly string[]): Promise<void> {
    const team = await investigatorsOf(tx, id);
    if (officerIds.some((each) => !team.includes(each)))
      upheld(refusal('OFFICER_NOT_OF_CASE', '该人员不是本案办案人员', 'An officer is not one of the case’s'));
    await this.ground.team(tx, officerIds, divisionCode, dayOf(this.moving.clock()));
  }

  private async recordEvidence(
    tx: EntityManager,
    { id: caseId, divisionCode }: EnforcementCase,
    { evidence }: InvestigationGiven,
  ): Promise<number> {
    const today = dayOf(this.moving.clock());
    const rows = evidence.map(({ kind, name, proves, collectedOn, isVerified, ...given }) => {
      const on = collectedOn ?? today;
      const isFromMonitoring = given.isFromMonitoring ?? false;
      if (isFromMonitoring && isVerified) upheld(unreviewedMonitoring());
      if (on > today) throw invalid('EVIDENCE_DAY', '取证日期不得晚于当日', 'Evidence is not taken on a day to come');
      return {
        id: uuid(),
        caseId,
        divisionCode,
        kind,
        name: statedText('evidence.name', name, 200),
        proves: words('evidence.proves', proves, 1000),
        collectedOn: on,
        isVerified,
        ...NEW_EVIDENCE,
        isFromMonitoring,
      };
    });
    if (rows.length > 0) await insertAll(tx, Evidence, rows);
    return rows.filter(({ isVerified }) => isVerified).length;
  }

  /** What the investigation found out about the act itself. */
  private async found(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    { endedOn, harm, gains }: InvestigationGiven,
  ): Promise<CaseColumns> {
    const columns: { -readonly [K in keyof CaseColumns]: CaseColumns[K] } = {};
    if (endedOn) {
      const { isContinuing, actOn } = enforcementCase;
      if (!isContinuing || endedOn < actOn! || endedOn > dayOf(this.moving.clock()))
        throw invalid(
          'ACT_DAYS',
          '终了日期只用于连续、继续状态的行为，且不早于发生日期、不晚于当日',
          'Only an act that goes on ends, after it began and by today',
        );
      columns.actEndedOn = endedOn;
    }
    if (harm) {
      const power = await tx.findOneByOrFail(EnforcementPower, { id: enforcementCase.powerId! });
      columns.harm = harm;
      columns.isGraveHarm = power.touchesLifeHealthOrFinance && harm !== 'NONE';
    }
    if (gains) columns.gainsFen = fenOf('gains', gains);
    return columns;
  }
}
