import { dayOf } from '@township-graph/shared/clock';
import { termOf } from '@township-graph/shared/described-enum';
import { CaseProcedure, CaseSource, CaseState } from '../case/case.enums';
import { DecisionOutcome } from '../decision/decision.enums';
import { ReviewResult } from '../legal-review/legal-review.enums';
import { yuanOf } from '../money';
import type { CaseFile } from './case-file';
import { dayText, evidenceText, penaltiesText } from './case-wording';
import { chineseDay, moneyText } from './chinese-writing';
import { DocumentItemKind as Item } from './document.enums';
import { composer, item, itemIf } from './document-content';

const isOrdinary = ({ case: { procedure, filedAt } }: CaseFile) => procedure === CaseProcedure.ORDINARY && filedAt !== null;
const isProposed = (file: CaseFile) => isOrdinary(file) && file.notices.length + file.decisions.length > 0;

const COMPLETED: readonly CaseState[] = [CaseState.CLOSED, CaseState.ARCHIVED];

/** What heads of the organ sign: that a case is filed, how it is handled, that it is closed. */
export const FILING_DOCUMENTS = {
  FILING_APPROVAL: composer(
    (file) => (isOrdinary(file) ? [file.case] : []),
    ({ source, cause, domain, facts, place, actOn, discoveredOn, filedAt }) => ({
      on: dayOf(filedAt!),
      items: [
        item(Item.SOURCE, `${termOf(CaseSource, source)}，${chineseDay(discoveredOn)}发现`),
        item(Item.CAUSE, `${cause}（${domain}）`),
        item(Item.TIME_AND_PLACE, `${chineseDay(actOn!)}，${place}`),
        item(Item.FACTS, facts),
        item(Item.OPINION, '经核查，符合《中华人民共和国行政处罚法》第五十四条第二款规定的立案标准，建议立案调查。'),
      ],
    }),
  ),
  HANDLING_APPROVAL: composer(
    (file) => (isProposed(file) ? [file.case] : []),
    (_, { case: { cause, domain, facts }, notices, decisions, evidence, reviews }) => {
      const notice = notices.at(-1);
      const decision = decisions.at(-1);
      const latest = notice?.notifiedAt;
      return {
        on: latest ? dayOf(latest) : decision!.decidedOn,
        items: [
          item(Item.CAUSE, `${cause}（${domain}）`),
          item(Item.FACTS, notice?.facts ?? decision?.facts ?? facts),
          ...itemIf(Item.EVIDENCE, evidenceText(evidence)),
          item(Item.LEGAL_BASIS, (notice ?? decision!).legalBasis),
          ...itemIf(Item.REASONS, notice?.reasons),
          item(Item.PENALTIES, notice ? `拟处理意见：${penaltiesText(notice.proposed)}` : outcomeText(decision!.outcome)),
          ...reviews.map(({ result, opinion }) => item(Item.OPINION, `法制审核：${termOf(ReviewResult, result)}。${opinion}`)),
        ],
      };
    },
  ),
  LEGAL_REVIEW_OPINION: composer(
    ({ reviews }) => reviews,
    ({ result, opinion, reviewedAt }, { case: { cause, domain } }) => ({
      on: dayOf(reviewedAt),
      items: [
        item(Item.CAUSE, `${cause}（${domain}）`),
        item(Item.OPINION, opinion),
        item(Item.CONCLUSION, `${termOf(ReviewResult, result)}（《中华人民共和国行政处罚法》第五十八条）。`),
      ],
    }),
  ),
  DELIBERATION_RECORD: composer(
    ({ deliberations }) => deliberations,
    ({ participants, record, conclusion, deliberatedAt }, { case: { cause, domain } }) => ({
      on: dayOf(deliberatedAt),
      items: [
        item(Item.CAUSE, `${cause}（${domain}）`),
        item(Item.TIME_AND_PLACE, dayText(deliberatedAt)),
        item(Item.PARTICIPANTS, `${participants.length}人`, participants),
        item(Item.RECORD, record),
        item(Item.CONCLUSION, conclusion),
      ],
    }),
  ),
  CLOSING_REPORT: composer(
    (file) => (COMPLETED.includes(file.case.state) && file.decisions.length > 0 ? [file.case] : []),
    ({ cause, domain, filedAt, endedAt, endReason }, file) => {
      const decision = file.decisions.at(-1)!;
      return {
        on: dayOf(endedAt!),
        items: [
          item(Item.CAUSE, `${cause}（${domain}）`),
          item(Item.TIME_AND_PLACE, `${dayText(filedAt!)}立案，${chineseDay(decision.decidedOn)}作出决定`),
          item(Item.FACTS, decision.facts),
          item(
            Item.PENALTIES,
            `${decision.documentNumber}：${decision.decided.length > 0 ? penaltiesText(decision.decided) : outcomeText(decision.outcome)}`,
          ),
          item(Item.EXECUTION, executionText(file)),
          item(Item.CONCLUSION, endReason!),
        ],
      };
    },
  ),
} as const;

const outcomeText = (outcome: DecisionOutcome) => `${termOf(DecisionOutcome, outcome)}。`;

function executionText({ payments, corrections, case: { servedOn } }: CaseFile): string {
  const paid = payments.reduce((sum, { fen }) => sum + fen, 0);
  const checked = corrections.filter(({ checkedAt }) => checkedAt !== null);
  return [
    servedOn ? `${chineseDay(servedOn)}送达。` : '',
    paid > 0 ? `已缴纳${moneyText(yuanOf(paid), paid)}。` : '',
    ...checked.map(({ isCorrected, finding }) => `责令改正：${isCorrected ? '已改正' : '未改正'}（${finding}）。`),
  ].join('');
}
