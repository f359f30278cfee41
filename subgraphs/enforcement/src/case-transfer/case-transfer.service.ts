import type { RequestContext } from '@township-graph/shared/context';
import type { Beside } from '@township-graph/shared/course/course';
import { insertAll } from '@township-graph/shared/insert-all';
import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { statedText, words } from '@township-graph/shared/stated-text';
import { type EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';
import { v7 as uuid } from 'uuid';
import {
  CRIME_ANSWER_CLOCK,
  CRIME_ANSWER_RULE,
  CRIME_APPROVAL_CLOCK,
  CRIME_APPROVAL_RULE,
  CRIME_HANDOVER_CLOCK,
  CRIME_HANDOVER_RULE,
  DECISION_CLOCK,
  PRESERVATION_CLOCK,
  SEIZURE_CLOCK,
} from '../case/case.deadlines';
import type { EnforcementCase } from '../case/case.entity';
import { invalid, upheld } from '../case/case.errors';
import { type CaseColumns, type CaseMoveGiven, type CaseMoving, subjectOf } from '../case/case-moving';
import { decideByNow } from '../case/decide-by';
import { CaseDocument } from '../document/document.entity';
import { Measure } from '../investigation/measure.entity';
import { MeasureOutcome } from '../investigation/measure.enums';
import { FORGOTTEN } from '../notice/forgotten';
import { CaseTransfer } from './case-transfer.entity';
import { TransferKind, TransferState } from './case-transfer.enums';
import { receivingOrgan } from './receiving-organ';

export interface TransferGiven extends CaseMoveGiven {
  readonly kind: TransferKind;
  readonly recipient: string;
  readonly recipientCreditCode?: string | null;
  readonly reason: string;
}

/** To whom a case goes without being asked. */
export interface TransferAtOnce {
  readonly recipient: string;
  readonly recipientCreditCode: string;
  readonly recipientDivisionCode: string;
  readonly reason: string;
}

interface TransferStepGiven extends CaseMoveGiven {
  readonly transferId: string;
}

const { PROPOSED, APPROVED, DENIED, HANDED_OVER, TAKEN_OVER, RETURNED } = TransferState;
const JURISDICTION_BASIS = '行政处罚法§22、§24、§25';
const basisOf = ({ isCrimeSuspected }: Pick<EnforcementCase, 'isCrimeSuspected'>) =>
  isCrimeSuspected ? '行政处罚法§27、行政执法机关移送涉嫌犯罪案件的规定§5' : JURISDICTION_BASIS;

/** To another organ, or to the police: reported, approved in three days, handed over in a day, answered in three. */
export class CaseTransferService {
  constructor(private readonly moving: CaseMoving) {}

  transferCase(context: RequestContext, input: TransferGiven): Promise<EnforcementCase> {
    const { kind } = input;
    const reason = words('reason', input.reason, 500);
    const recipient = statedText('recipient', input.recipient, 100);
    const isCrime = kind === TransferKind.POLICE;
    if (BINDING.has(kind))
      throw invalid(
        'TRANSFER_KIND',
        '收回移交、指定管辖移交不经提出移送办理',
        'What was taken back, or designated, is handed over by that, and not proposed',
      );
    return this.moving.move(
      context,
      { ...input, note: reason },
      {
        name: 'transferCase',
        needs: 'enforcement:handle',
        action: 'proposeTransfer',
        legalBasis: basisOf({ isCrimeSuspected: isCrime }),
        change: async (tx, enforcementCase) => {
          const { id: caseId, divisionCode } = enforcementCase;
          await this.refusePending(tx, caseId);
          const proposedAt = this.moving.clock();
          const to = await recipientColumns(tx, input.recipientCreditCode ?? null, context.viewer.organization);
          await insertAll(tx, CaseTransfer, [
            { id: uuid(), caseId, divisionCode, kind, state: PROPOSED, recipient, ...to, reason, proposedAt },
          ]);
          if (isCrime)
            await this.moving.deadlines.start(tx, subjectOf(enforcementCase), CRIME_APPROVAL_CLOCK, CRIME_APPROVAL_RULE, proposedAt);
          return { isCrimeSuspected: isCrime };
        },
      },
    );
  }

  decideTransfer(
    context: RequestContext,
    input: TransferStepGiven & { readonly isApproved: boolean; readonly reason: string },
  ): Promise<EnforcementCase> {
    const answer = words('reason', input.reason, 500);
    const { isApproved } = input;
    return this.moving.move(
      context,
      { ...input, note: answer },
      {
        name: 'decideTransfer',
        needs: 'enforcement:manage',
        action: 'decideTransfer',
        legalBasis: basisOf,
        change: async (tx, enforcementCase) => {
          const { id, kind } = await this.transferOf(tx, enforcementCase, input, PROPOSED);
          const decidedAt = this.moving.clock();
          await tx.update(CaseTransfer, { id }, { state: isApproved ? APPROVED : DENIED, decidedAt, answer });
          if (kind !== TransferKind.POLICE) return {};
          await this.moving.deadlines.meet(tx, enforcementCase.id, CRIME_APPROVAL_CLOCK);
          if (!isApproved) return { isCrimeSuspected: false };
          await this.moving.deadlines.start(tx, subjectOf(enforcementCase), CRIME_HANDOVER_CLOCK, CRIME_HANDOVER_RULE, decidedAt);
          return {};
        },
      },
    );
  }

  /** With all that was kept or seized (行政强制法§21); the ninety days stand still while it is with others. */
  handOverTransfer(context: RequestContext, input: TransferStepGiven): Promise<EnforcementCase> {
    return this.moving.move(context, input, {
      name: 'handOverTransfer',
      needs: 'enforcement:handle',
      action: 'handOverTransfer',
      legalBasis: basisOf,
      change: async (tx, enforcementCase) => {
        const transfer = await this.transferOf(tx, enforcementCase, input, APPROVED);
        const { deadlines, clock } = this.moving;
        const handedOverAt = clock();
        await tx.update(CaseTransfer, { id: transfer.id }, { state: HANDED_OVER, handedOverAt });
        await deadlines.meet(tx, enforcementCase.id, CRIME_HANDOVER_CLOCK);
        if (transfer.kind === TransferKind.POLICE)
          await deadlines.start(tx, subjectOf(enforcementCase), CRIME_ANSWER_CLOCK, CRIME_ANSWER_RULE, handedOverAt);
        return this.handedOver(tx, enforcementCase, transfer, handedOverAt);
      },
    });
  }

  /** One transfer at a time. */
  async refusePending(tx: EntityManager, caseId: string): Promise<void> {
    const isPending = await tx.existsBy(CaseTransfer, { caseId, state: In([PROPOSED, APPROVED]) });
    if (isPending) upheld(refusal('TRANSFER_PENDING', '移送程序正在进行', 'A transfer is under way'));
  }

  /** What a reclaim or a designation hands over nobody proposes, and nobody refuses. */
  async handOverAtOnce(tx: EntityManager, enforcementCase: EnforcementCase, kind: TransferKind, to: TransferAtOnce): Promise<CaseColumns> {
    const { id: caseId, divisionCode } = enforcementCase;
    const at = this.moving.clock();
    const days = { proposedAt: at, decidedAt: at, handedOverAt: at };
    await insertAll(tx, CaseTransfer, [{ id: uuid(), caseId, divisionCode, kind, state: HANDED_OVER, ...to, ...days }]);
    return this.handedOver(tx, enforcementCase, to, at);
  }

  answerTransfer(
    context: RequestContext,
    input: TransferStepGiven & { readonly isTakenOver: boolean; readonly reason: string },
  ): Promise<EnforcementCase> {
    const answer = words('reason', input.reason, 500);
    const { isTakenOver } = input;
    return this.moving.move(
      context,
      { ...input, note: answer },
      {
        name: 'answerTransfer',
        needs: 'enforcement:handle',
        action: isTakenOver ? 'takeOverTransfer' : 'returnTransfer',
        legalBasis: ({ isCrimeSuspected }) =>
          isCrimeSuspected ? '行政处罚法§27、行政执法机关移送涉嫌犯罪案件的规定§8' : JURISDICTION_BASIS,
        change: async (tx, enforcementCase, beside) => {
          const { id, kind, handedOverAt } = await this.transferOf(tx, enforcementCase, input, HANDED_OVER);
          if (!isTakenOver) upheld(BINDING.get(kind) ?? null);
          const answeredAt = this.moving.clock();
          await tx.update(CaseTransfer, { id }, { state: isTakenOver ? TAKEN_OVER : RETURNED, answeredAt, answer });
          await this.moving.deadlines.meet(tx, enforcementCase.id, CRIME_ANSWER_CLOCK);
          if (isTakenOver) return this.takenOver(tx, enforcementCase, answer, answeredAt);
          beside.push(await documentsLeaving(tx, enforcementCase, handedOverAt!));
          return this.returned(tx, enforcementCase);
        },
      },
    );
  }

  private async takenOver(tx: EntityManager, { id }: EnforcementCase, answer: string, endedAt: Date): Promise<CaseColumns> {
    await this.moving.deadlines.lapse(tx, id);
    return { endReason: `移送：${answer}`.slice(0, 500), endedAt };
  }

  private async returned(tx: EntityManager, enforcementCase: EnforcementCase): Promise<CaseColumns> {
    const { deadlines } = this.moving;
    await deadlines.resume(tx, enforcementCase.id, [DECISION_CLOCK]);
    const nobody = { receivingDivisionCode: null, receivingCreditCode: null };
    return { ...FORGOTTEN, ...nobody, isCrimeSuspected: false, decideBy: await decideByNow(tx, deadlines, enforcementCase) };
  }

  /** The ninety days stand still, what is held goes along, and the recipient reads the case. */
  private async handedOver(
    tx: EntityManager,
    { id: caseId }: EnforcementCase,
    to: Pick<CaseTransfer, 'recipientCreditCode' | 'recipientDivisionCode'>,
    endedAt: Date,
  ): Promise<CaseColumns> {
    await this.moving.deadlines.suspend(tx, caseId, [DECISION_CLOCK], '行政处罚法§22–§27');
    const open = await tx.findBy(Measure, { caseId, outcome: IsNull() });
    for (const { id } of open) {
      await tx.update(Measure, { id }, { outcome: MeasureOutcome.HANDED_OVER, endedAt });
      for (const kind of [PRESERVATION_CLOCK, SEIZURE_CLOCK]) await this.moving.deadlines.meet(tx, id, kind);
    }
    const { recipientDivisionCode: receivingDivisionCode } = to;
    return { openMeasures: 0, receivingDivisionCode, receivingCreditCode: receivingDivisionCode && to.recipientCreditCode };
  }

  private async transferOf(
    tx: EntityManager,
    enforcementCase: EnforcementCase,
    { transferId }: TransferStepGiven,
    wanted: TransferState,
  ): Promise<CaseTransfer> {
    const transfer = await this.moving.recordOf(tx, CaseTransfer, enforcementCase, transferId, ['该移送', 'Transfer']);
    if (transfer.state !== wanted)
      upheld(
        refusal(
          'TRANSFER_STATE',
          `移送当前状态为 ${transfer.state}，不能执行此操作`,
          `The transfer is ${transfer.state}: this is not possible`,
        ),
      );
    return transfer;
  }
}

/** Documents that the recipient was told of, and sees no more once it returns the case. */
async function documentsLeaving(
  tx: EntityManager,
  { id: caseId, divisionCode, receivingDivisionCode }: EnforcementCase,
  since: Date,
): Promise<Beside> {
  if (receivingDivisionCode === null) return { on: [] };
  const documents = await tx.findBy(CaseDocument, { caseId, issuedAt: MoreThanOrEqual(since) });
  const event = { type: 'DOCUMENT_RETURNED', subjectType: 'CaseDocument', divisionCode, concernsNoMore: [receivingDivisionCode] };
  return { on: [], events: documents.map(({ id, kind, version }) => ({ ...event, subjectId: id, payload: { caseId, kind, version } })) };
}

/** What nobody proposed nobody returns. */
const BINDING: ReadonlyMap<TransferKind, MoveRefusal> = new Map([
  [
    TransferKind.RECLAIM,
    refusal(
      'RECLAIM_BINDS',
      '执法事项收回决定已明确在办案件移交本部门，不能退回（行政处罚法第二十四条）',
      'The reclaim says that open cases are the department’s: it cannot return them (行政处罚法 §24)',
    ),
  ],
  [
    TransferKind.DESIGNATION,
    refusal(
      'DESIGNATION_BINDS',
      '案件已由共同的上一级行政机关指定本机关管辖，不能退回（行政处罚法第二十五条第二款）',
      'The common superior designated this organ: it cannot return the case (行政处罚法 §25②)',
    ),
  ],
]);

/** Whom it goes to; an organ of this graph has a place in it. */
async function recipientColumns(tx: EntityManager, creditCode: string | null, own: string | null) {
  if (creditCode !== null && creditCode === own)
    throw invalid('TRANSFER_TO_SELF', '不能移送本机关', 'A case is not transferred to the organ that has it');
  const organ = creditCode === null ? null : await receivingOrgan(tx, creditCode);
  return { recipientCreditCode: creditCode, recipientDivisionCode: organ?.divisionCode ?? null };
}
