import { dayOf } from '@township-graph/shared/clock';
import { termOf } from '@township-graph/shared/described-enum';
import { TransferKind, TransferState } from '../case-transfer/case-transfer.enums';
import { MeasureOutcome } from '../investigation/measure.enums';
import { yuanOf } from '../money';
import { dayText, numbered } from './case-wording';
import { moneyText } from './chinese-writing';
import { DocumentItemKind as Item } from './document.enums';
import { composer, item } from './document-content';

const DISPOSED: readonly (MeasureOutcome | null)[] = [MeasureOutcome.CONFISCATED, MeasureOutcome.DESTROYED];
const NOT_APPROVED: readonly TransferState[] = [TransferState.PROPOSED, TransferState.DENIED];

const sumText = (what: string, fen: number) => (fen > 0 ? [`${what}${moneyText(yuanOf(fen), fen)}`] : []);

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
  TRANSFER_LETTER: composer(
    ({ transfers }) => transfers.filter(({ state }) => !NOT_APPROVED.includes(state)),
    ({ kind, recipient, reason, decidedAt, handedOverAt }, { case: { cause, facts }, evidence, measures }) => ({
      on: dayOf(handedOverAt ?? decidedAt!),
      items: [
        item(Item.CONTENT, `${recipient}：\n现将${cause}一案移送你机关处理。移送类别：${termOf(TransferKind, kind)}。`),
        item(Item.FACTS, facts),
        item(Item.REASONS, reason),
        item(Item.EVIDENCE, evidence.length > 0 ? numbered(evidence.map(({ name }) => name)) : '无。'),
      ],
      things: measures.filter(({ outcome }) => outcome === MeasureOutcome.HANDED_OVER).flatMap(({ things }) => things),
    }),
  ),
} as const;
