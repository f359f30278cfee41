import { dayOf } from '@township-graph/shared/clock';
import type { RequestContext } from '@township-graph/shared/context';
import { covers } from '@township-graph/shared/division-code';
import { DomainError } from '@township-graph/shared/errors';
import { insertAll } from '@township-graph/shared/insert-all';
import { refusal } from '@township-graph/shared/state-machine';
import { statedText, words } from '@township-graph/shared/stated-text';
import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, notYourCase, upheld } from '../case/case.errors';
import type { CaseMoveGiven, CaseMoving } from '../case/case-moving';
import { TransferKind } from '../case-transfer/case-transfer.enums';
import type { CaseTransferService } from '../case-transfer/case-transfer.service';
import { receivingOrgan } from '../case-transfer/receiving-organ';
import { heldPower } from '../power-grant/held-power';
import { PowerGrant } from '../power-grant/power-grant.entity';
import { JurisdictionDispute } from './jurisdiction-dispute.entity';
import { isAbove } from './superior';

interface Organ {
  readonly creditCode: string;
  readonly name: string;
}

export interface ReportDisputeGiven extends CaseMoveGiven {
  readonly other: Organ;
  readonly consultation: string;
}

export interface DesignateGiven extends CaseMoveGiven {
  readonly designated: Organ;
  readonly superiorName: string;
  readonly documentNumber: string;
  readonly reason: string;
}

const BASIS = '行政处罚法§25②';

/** Whose a case is, where two organs dispute it: consulted about, else designated by the one above both (行政处罚法§25②). */
export class JurisdictionService {
  constructor(
    private readonly moving: CaseMoving,
    private readonly transfers: CaseTransferService,
  ) {}

  reportJurisdictionDispute(context: RequestContext, input: ReportDisputeGiven): Promise<EnforcementCase> {
    const consultation = words('consultation', input.consultation, 500);
    const otherName = statedText('other.name', input.other.name, 100);
    const { creditCode: otherCreditCode } = input.other;
    return this.moving.move(context, input, {
      name: 'reportJurisdictionDispute',
      needs: 'enforcement:manage',
      action: 'reportDispute',
      legalBasis: BASIS,
      change: async (tx, enforcementCase) => {
        const { id: caseId, divisionCode, organCreditCode } = enforcementCase;
        if (otherCreditCode === organCreditCode || otherCreditCode === (await holderOf(tx, enforcementCase)))
          throw invalid('DISPUTE_WITH_SELF', '管辖争议的另一方须为其他机关', 'A dispute is with another organ', { field: 'other' });
        if (await openDispute(tx, enforcementCase))
          upheld(refusal('DISPUTE_OPEN', '管辖争议已经报请，尚未指定', 'A dispute was reported, and nothing is designated yet'));
        await this.transfers.refusePending(tx, caseId);
        const reported = { otherCreditCode, otherName, consultation, reportedAt: this.moving.clock() };
        await insertAll(tx, JurisdictionDispute, [{ id: uuid(), caseId, divisionCode, ...UNDESIGNATED, ...reported }]);
        return {};
      },
    });
  }

  /** On a report, or at once. Another organ gets the case as by a transfer that it cannot return. */
  designateJurisdiction(context: RequestContext, input: DesignateGiven): Promise<EnforcementCase> {
    const designationReason = words('reason', input.reason, 500);
    const superiorName = statedText('superiorName', input.superiorName, 100);
    const documentNumber = statedText('documentNumber', input.documentNumber, 60);
    const designatedName = statedText('designated.name', input.designated.name, 100);
    const { creditCode: designatedCreditCode } = input.designated;
    return this.moving.move(
      context,
      { ...input, note: `${superiorName}指定${designatedName}管辖（${documentNumber}）` },
      {
        name: 'designateJurisdiction',
        needs: 'enforcement:manage',
        action: async (enforcementCase, tx) =>
          (await holderOf(tx, enforcementCase)) === designatedCreditCode ? 'designateHere' : 'designateElsewhere',
        legalBasis: BASIS,
        change: async (tx, enforcementCase) => {
          await this.refuseNotAbove(tx, context, designatedCreditCode);
          const elsewhere = await this.elsewhere(tx, context, enforcementCase, designatedCreditCode);
          await this.transfers.refusePending(tx, enforcementCase.id);
          const superior = { superiorCreditCode: context.viewer.organization, superiorName, designatedAt: this.moving.clock() };
          const said = { designatedCreditCode, designatedName, documentNumber, designationReason };
          await record(tx, enforcementCase, { ...said, ...superior });
          if (elsewhere === null) return {};
          const recipient = { recipientCreditCode: designatedCreditCode, recipientDivisionCode: elsewhere };
          const to = { ...recipient, recipient: designatedName, reason: designationReason };
          return this.transfers.handOverAtOnce(tx, enforcementCase, TransferKind.DESIGNATION, to);
        },
      },
    );
  }

  /** Organs that enforce are what is designated, and stand above none; and none designates itself. */
  private async refuseNotAbove(tx: EntityManager, { viewer }: RequestContext, designated: string): Promise<void> {
    if (viewer.organization === designated) throw designatesItself();
    if (viewer.organization === null || (await receivingOrgan(tx, viewer.organization))) throw notYourCase();
  }

  /** Where the organ is that gets the case, null where it has it: each with the power on the day, and below the one that designates. */
  private async elsewhere(
    tx: EntityManager,
    { viewer }: RequestContext,
    enforcementCase: EnforcementCase,
    holderCreditCode: string,
  ): Promise<string | null> {
    const { divisionCode: place, powerId } = enforcementCase;
    const { clock } = this.moving;
    const isKept = (await holderOf(tx, enforcementCase)) === holderCreditCode;
    const organ = isKept ? null : await receivingOrgan(tx, holderCreditCode);
    if (!isKept && !organ)
      throw invalid('DESIGNEE_UNKNOWN', '被指定的机关没有行政处罚权', 'That organ has no powers to impose penalties', {
        field: 'designated',
      });
    const at = organ?.divisionCode ?? place;
    if (!isAbove(viewer, [place, at], clock)) throw noCommonSuperior(at);
    // What a township holds in its own name nobody above it has there.
    const divisionCode = covers(at, place) ? place : at;
    await heldPower(tx, { powerId: powerId!, divisionCode, holderCreditCode }, dayOf(clock()));
    return organ?.divisionCode ?? null;
  }
}

const UNDESIGNATED = {
  designatedCreditCode: null,
  designatedName: null,
  superiorCreditCode: null,
  superiorName: null,
  documentNumber: null,
  designationReason: null,
  designatedAt: null,
} as const;

/** Who holds the power that the case was filed by: of an entrusted one, not the organ in whose name it is decided. */
async function holderOf(tx: EntityManager, { grantId }: EnforcementCase): Promise<string> {
  const { holderCreditCode } = await tx.findOneByOrFail(PowerGrant, { id: grantId! });
  return holderCreditCode;
}

const openDispute = (tx: EntityManager, { id: caseId }: EnforcementCase): Promise<JurisdictionDispute | null> =>
  tx.findOneBy(JurisdictionDispute, { caseId, designatedAt: IsNull() });

/** To the dispute that was reported; without one it is on record by itself. */
async function record(tx: EntityManager, enforcementCase: EnforcementCase, said: Partial<JurisdictionDispute>): Promise<void> {
  const open = await openDispute(tx, enforcementCase);
  if (open) {
    await tx.update(JurisdictionDispute, { id: open.id }, said);
    return;
  }
  const { id: caseId, divisionCode } = enforcementCase;
  const unreported = { otherCreditCode: null, otherName: null, consultation: null, reportedAt: null };
  await insertAll(tx, JurisdictionDispute, [{ id: uuid(), caseId, divisionCode, ...unreported, ...said }]);
}

const designatesItself = () =>
  new DomainError('FORBIDDEN', 'DESIGNATES_ITSELF', {
    zh: '不得指定本机关管辖（行政处罚法第二十五条第二款）',
    en: 'No organ designates itself (行政处罚法 §25②)',
  });

const noCommonSuperior = (divisionCode: string) =>
  new DomainError(
    'FORBIDDEN',
    'OUTSIDE_DIVISIONS',
    {
      zh: '应当由共同的上一级行政机关指定管辖（行政处罚法第二十五条第二款）',
      en: 'Only what stands above both designates (行政处罚法 §25②)',
    },
    { divisionCode },
  );
