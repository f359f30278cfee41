import { dayOf } from '@township-graph/shared/clock';
import { termOf } from '@township-graph/shared/described-enum';
import { TransferKind, TransferState } from '../case-transfer/case-transfer.enums';
import type { Evidence } from '../investigation/evidence.entity';
import { MeasureOutcome } from '../investigation/measure.enums';
import { yuanOf } from '../money';
import { dayText, numbered } from './case-wording';
import { chineseDay, moneyText } from './chinese-writing';
import { DocumentItemKind as Item } from './document.enums';
import { composer, item, itemIf } from './document-content';

const DISPOSED: readonly (MeasureOutcome | null)[] = [MeasureOutcome.CONFISCATED, MeasureOutcome.DESTROYED];
const NOT_APPROVED: readonly TransferState[] = [TransferState.PROPOSED, TransferState.DENIED];

const sumText = (what: string, fen: number) => (fen > 0 ? [`${what}${moneyText(yuanOf(fen), fen)}`] : []);

const namesOf = (evidence: readonly Evidence[]) => (evidence.length > 0 ? numbered(evidence.map(({ name }) => name)) : '无。');

export const EXECUTION_DOCUMENTS = {
  REMINDER: composer(
    ({ collections }) => collections.filter(({ remindedOn }) => remindedOn !== null),
    (collection, { decisions }) => ({
      on: collection.remindedOn!,
      items: [
        item(Item.CONTENT, `本机关作出的${decisions.at(-1)!.documentNumber}已经送达，你（单位）至今未履行下列义务：`),
        item(
          Item.PENALTIES,
          numbered([
            ...sumText('罚款', collection.unpaidFen()),
            ...sumText('没收违法所得', collection.gainsFen - collection.gainsPaidFen),
            ...sumText('加处罚款', collection.lateFineFen(collection.remindedOn!) - collection.lateFinePaidFen),
          ]),
        ),
        item(Item.TERM, '自收到本催告书之日起十日内履行；逾期仍未履行的，本机关将依法申请人民法院强制执行。'),
        item(Item.LEGAL_BASIS, '依据《中华人民共和国行政强制法》第三十五条、第五十三条、第五十四条。'),
        item(Item.RIGHTS, '你（单位）有权陈述、申辩。'),
      ],
    }),
  ),
  EXECUTION_AGREEMENT: composer(
    ({ agreements }) => agreements,
    ({ terms, remedialMeasures, signedOn, stages, waivedFen, brokenOn }, { decisions }) => ({
      on: signedOn,
      items: [
        item(Item.CONTENT, `就${decisions.at(-1)!.documentNumber}的履行，双方约定：${terms}`),
        item(Item.TERM, numbered(stages.map(({ dueOn, fen }) => `${chineseDay(dueOn)}前缴纳${moneyText(yuanOf(fen), fen)}`))),
        ...itemIf(Item.MITIGATION, remedialMeasures && `当事人采取的补救措施：${remedialMeasures}`),
        ...itemIf(Item.CHANGE, waivedFen > 0 ? `减免加处的罚款${moneyText(yuanOf(waivedFen), waivedFen)}。` : null),
        item(Item.LEGAL_BASIS, '依据《中华人民共和国行政强制法》第四十二条。'),
        item(Item.RIGHTS, '执行协议应当履行；不履行的，本机关恢复强制执行，减免的款项不再减免。'),
        ...itemIf(Item.EXECUTION, brokenOn && `自${chineseDay(brokenOn)}起未按约定履行，恢复强制执行。`),
      ],
    }),
  ),
  GOODS_DISPOSAL: composer(
    ({ measures }) => measures.filter(({ outcome }) => DISPOSED.includes(outcome)),
    ({ things, outcome, endedAt, legalBasis }, { case: { cause } }) => ({
      on: dayOf(endedAt!),
      items: [
        item(Item.CAUSE, cause!),
        item(Item.CONTENT, `${dayText(endedAt!)}，对下列物品${termOf(MeasureOutcome, outcome!)}。`),
        item(Item.LEGAL_BASIS, `${legalBasis}。`),
      ],
      things,
    }),
  ),
  DESIGNATION_LETTER: composer(
    ({ disputes }) => disputes.filter(({ designatedAt }) => designatedAt !== null),
    (dispute, { case: { cause, caseNumber, organName: filedBy } }) => ({
      on: dayOf(dispute.designatedAt!),
      organName: dispute.superiorName!,
      items: [
        item(Item.CONTENT, `${filedBy}立案的${cause}一案（${caseNumber}），指定由${dispute.designatedName}管辖。`),
        ...itemIf(Item.RECORD, dispute.consultation && `与${dispute.otherName}的管辖争议协商不成：${dispute.consultation}`),
        item(Item.REASONS, dispute.designationReason!),
        item(Item.LEGAL_BASIS, '依据《中华人民共和国行政处罚法》第二十五条第二款。'),
      ],
    }),
  ),
  TRANSFER_LETTER: composer(
    ({ transfers }) => transfers.filter(({ state }) => !NOT_APPROVED.includes(state)),
    ({ kind, recipient, reason, decidedAt, handedOverAt }, { case: { cause, facts }, evidence, measures }) => ({
      on: dayOf(handedOverAt ?? decidedAt!),
      items: [
        item(Item.CONTENT, `${recipient}：\n现将${cause}一案移送你机关处理。移送类别：${termOf(TransferKind, kind)}。`),
        item(Item.FACTS, facts),
        item(Item.REASONS, reason),
        item(Item.EVIDENCE, namesOf(evidence.filter(({ exclusion }) => exclusion === null))),
      ],
      things: measures.filter(({ outcome }) => outcome === MeasureOutcome.HANDED_OVER).flatMap(({ things }) => things),
    }),
  ),
} as const;
