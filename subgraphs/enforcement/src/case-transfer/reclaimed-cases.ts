import { type Clock, dayOf } from '@township-graph/shared/clock';
import type { Commands, Done } from '@township-graph/shared/command/commands';
import { held } from '@township-graph/shared/held';
import type { Logger } from '@township-graph/shared/log';
import type { Job, Turn } from '@township-graph/shared/scheduler/job';
import { byId, oneByOne } from '@township-graph/shared/scheduler/one-by-one';
import { systemViewer } from '@township-graph/shared/viewer';
import type { DataSource, EntityManager } from 'typeorm';
import { EnforcementCase } from '../case/case.entity';
import { UNDECIDED } from '../case/case.moves';
import type { CaseMoving } from '../case/case-moving';
import { GrantedPower } from '../power-grant/granted-power.entity';
import { PowerGrant } from '../power-grant/power-grant.entity';
import { OpenCasesRule } from '../power-grant/power-grant.enums';
import { CaseTransfer } from './case-transfer.entity';
import { TransferKind, TransferState } from './case-transfer.enums';
import type { CaseTransferService } from './case-transfer.service';

export interface ReclaimedCasesOptions {
  readonly database: DataSource;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly log?: Logger;
  readonly moving: CaseMoving;
  readonly transfers: CaseTransferService;
}

const TEN_MINUTES_MS = 10 * 60 * 1000;

/**
 * Hands to the department, on the day on which a power is taken back with its open cases, those that are not decided: a reclaim may be
 * decided long before its day. Each once: a case that was handed over is open no more. One that is on its way to another organ or to the
 * police is left until that is answered.
 */
export class ReclaimedCases implements Job {
  readonly name = 'reclaimed-cases';
  readonly everyMs = TEN_MINUTES_MS;

  constructor(private readonly options: ReclaimedCasesOptions) {}

  run(turn: Turn): Promise<void> {
    const { commands, database, log } = this.options;
    return oneByOne(turn, {
      units: byId((after) => this.due(database.manager).andWhere('c.id > :after', { after }).orderBy('c.id').limit(1).getOne()),
      work: ({ id }) => commands.runAsSystem(this.name, (tx) => this.handOver(tx, id)),
      about: ({ id: caseId }) => ({ caseId }),
      undone: ['cases', 'handed over'],
      log,
    });
  }

  /** Null where another instance was here, or somebody moved the case. */
  private async handOver(tx: EntityManager, id: string): Promise<Done<EnforcementCase> | null> {
    const enforcementCase = await held(this.due(tx)).andWhere('c.id = :id', { id }).getOne();
    if (!enforcementCase) return null;
    const { grantId, powerId, divisionCode, version } = enforcementCase;
    const grant = await tx.findOneByOrFail(PowerGrant, { id: grantId! });
    const { reclaimLegalBasis, reclaimNumber } = await tx.findOneByOrFail(GrantedPower, { grantId: grantId!, powerId: powerId! });
    const { moving, transfers } = this.options;
    const context = { viewer: systemViewer(this.name, [divisionCode]) };
    const note = `执法事项收回，在办案件移交${grant.departmentName}（${reclaimNumber}）`;
    const transfer = {
      recipient: grant.departmentName!,
      recipientCreditCode: grant.departmentCreditCode!,
      recipientDivisionCode: grant.countyCode,
      reason: note,
    };
    return moving.step(
      tx,
      context,
      enforcementCase,
      { expectedVersion: version, note },
      {
        action: 'handOverTransfer',
        legalBasis: reclaimLegalBasis!,
        change: () => transfers.handOverAtOnce(tx, enforcementCase, TransferKind.RECLAIM, transfer),
      },
    );
  }

  private due(manager: EntityManager) {
    const pending = manager.createQueryBuilder(CaseTransfer, 't').select('1').where('t.caseId = c.id AND t.state IN (:...pending)');
    return manager
      .createQueryBuilder(EnforcementCase, 'c')
      .innerJoin(GrantedPower, 'item', 'item.grantId = c.grantId AND item.powerId = c.powerId')
      .innerJoin(PowerGrant, 'act', 'act.id = c.grantId AND act.departmentCreditCode IS NOT NULL')
      .where('item.openCases = :rule AND item.reclaimedOn <= :today', {
        rule: OpenCasesRule.HAND_OVER,
        today: dayOf(this.options.clock()),
      })
      .andWhere('c.state IN (:...states)', { states: UNDECIDED })
      .andWhere(`NOT EXISTS (${pending.getQuery()})`, { pending: [TransferState.PROPOSED, TransferState.APPROVED] });
  }
}
