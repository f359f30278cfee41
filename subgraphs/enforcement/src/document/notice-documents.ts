import { dayOf } from '@township-graph/shared/clock';
import type { CaseFile } from './case-file';
import { dayText, evidenceText, penaltiesText, timeText } from './case-wording';
import { DocumentItemKind as Item } from './document.enums';
import { composer, item, itemIf } from './document-content';

export const NOTICE_DOCUMENTS = {
  PRIOR_NOTICE: composer(
    ({ notices }) => notices,
    (notice, file) => ({
      on: dayOf(notice.notifiedAt),
      items: [
        item(Item.FACTS, notice.facts),
        ...itemIf(Item.EVIDENCE, evidenceText(file.evidence)),
        item(Item.REASONS, notice.reasons),
        item(Item.LEGAL_BASIS, `依据${notice.legalBasis}。`),
        item(Item.PENALTIES, `拟对你（单位）作出如下行政处罚：\n${penaltiesText(notice.proposed)}`),
        item(Item.RIGHTS, rightsText(file, notice.id, notice.offersHearing)),
      ],
    }),
  ),
  STATEMENT_RECORD: composer(
    ({ statements }) => statements,
    ({ isWaived, content, statedAt }, { case: { cause } }) => ({
      on: dayOf(statedAt),
      items: [
        item(Item.CAUSE, cause!),
        item(Item.TIME_AND_PLACE, timeText(statedAt)),
        item(Item.STATEMENT, isWaived ? '当事人明确表示放弃陈述、申辩。' : content!),
      ],
    }),
  ),
  STATEMENT_REVIEW: composer(
    ({ statements }) => statements.filter(({ content, examination }) => content !== null && examination !== null),
    ({ content, examination, isAdopted, statedAt }, { case: { cause } }) => ({
      on: dayOf(statedAt),
      items: [
        item(Item.CAUSE, cause!),
        item(Item.STATEMENT, content!),
        item(Item.OPINION, examination!),
        item(
          Item.CONCLUSION,
          isAdopted ? '当事人提出的事实、理由和证据成立，予以采纳。' : '当事人提出的事实、理由和证据不成立，不予采纳。',
        ),
      ],
    }),
  ),
  HEARING_NOTICE: composer(
    ({ hearings }) => hearings.filter(({ toldAt, heldAt }) => toldAt !== null && heldAt !== null),
    ({ toldAt, heldAt, place, isPublic, hostId }, { case: { cause }, officerNames }) => ({
      on: dayOf(toldAt!),
      items: [
        item(Item.CONTENT, `根据你（单位）的申请，本机关定于下列时间、地点就${cause}一案${isPublic ? '公开' : '不公开'}举行听证。`),
        item(Item.TIME_AND_PLACE, `${timeText(heldAt!)}，${place}`),
        ...hostItem(officerNames.get(hostId!)),
        item(Item.LEGAL_BASIS, '依据《中华人民共和国行政处罚法》第六十三条、第六十四条。'),
        item(
          Item.RIGHTS,
          '听证由本机关指定的非本案调查人员主持，你（单位）认为主持人与本案有直接利害关系的，有权申请回避；可以亲自参加听证，也可以委托一至二人代理。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。',
        ),
      ],
    }),
  ),
  HEARING_RECORD: composer(
    ({ hearings }) => hearings.filter(({ record }) => record !== null),
    ({ record, heldAt, closedAt, place, isPublic }, { case: { cause } }) => ({
      on: dayOf(closedAt ?? heldAt!),
      items: [
        item(Item.CAUSE, cause!),
        item(Item.TIME_AND_PLACE, `${timeText(heldAt!)}，${place}（${isPublic ? '公开' : '不公开'}）`),
        item(Item.RECORD, record!),
      ],
    }),
  ),
  HEARING_REPORT: composer(
    ({ hearings }) => hearings.filter(({ report }) => report !== null),
    ({ report, heldAt, closedAt, isAbandoned }, { case: { cause } }) => ({
      on: dayOf(closedAt ?? heldAt!),
      items: [
        item(Item.CAUSE, cause!),
        item(Item.TIME_AND_PLACE, dayText(heldAt!)),
        item(Item.HEARING, isAbandoned ? '当事人无正当理由未出席或者中途退出，视为放弃听证权利，听证终止。' : '听证依法举行。'),
        item(Item.OPINION, report!),
      ],
    }),
  ),
} as const;

/** Who hosts is told, so that the party can ask for another (§64(4)). */
const hostItem = (name: string | undefined) => (name ? [item(Item.HOST, '本机关指定的听证主持人：', [name])] : []);

/** The rights that a notice opens (行政处罚法§44, §45, §63, §64(1)); the days are those of the notice that stands. */
function rightsText({ case: { statementUntil, hearingUntil }, notices }: CaseFile, noticeId: string, offersHearing: boolean): string {
  const stands = notices.at(-1)!.id === noticeId;
  const until = (day: Date | null) => (stands && day ? `于${dayText(day)}前` : '依法');
  const hearing = offersHearing
    ? `你（单位）要求听证的，应当在收到本告知书后五个工作日内（${until(hearingUntil)}）提出；逾期不提出的，视为放弃听证权利。`
    : '';
  return `你（单位）有权${until(statementUntil)}向本机关陈述、申辩，本机关不因陈述、申辩而给予更重的处罚。${hearing}`;
}
