import { termOf } from '@township-graph/shared/described-enum';
import type { CaseDecision } from '../decision/case-decision.entity';
import { DecisionOutcome, NotPunishedGround } from '../decision/decision.enums';
import { StatementStanding } from '../notice/notice.enums';
import { RemedyKind, RemedyOutcome } from '../remedy/remedy.enums';
import { ServiceMethod } from '../service/service.enums';
import type { CaseFile } from './case-file';
import { dayText, evidenceText, penaltiesText } from './case-wording';
import { chineseDay } from './chinese-writing';
import { DocumentItemKind as Item } from './document.enums';
import { type Composed, type ContentItem, composer, item, itemIf } from './document-content';

/** What stands: a decision that was revoked is no longer written out. */
const standing =
  (isMeant: (decision: CaseDecision) => boolean) =>
  ({ decisions }: CaseFile) =>
    decisions.filter((each) => each.revocation === null && isMeant(each));

const isPenalty = ({ outcome }: CaseDecision) => outcome === DecisionOutcome.PENALTY;
/** Handed over when it was pronounced: a decision on the spot has no other way to the party. */
const isOnTheSpot = ({ case: { procedure } }: CaseFile) => procedure === 'SIMPLE';

/** All that a decision must say (行政处罚法§59①); the party, the organ and the day are on every page. */
const penaltyItems = (decision: CaseDecision, file: CaseFile): ContentItem[] => [
  item(Item.FACTS, decision.facts),
  ...itemIf(Item.EVIDENCE, evidenceText(file.evidence)),
  ...itemIf(Item.STATEMENT, statementText(file)),
  ...itemIf(Item.HEARING, hearingText(file)),
  item(Item.LEGAL_BASIS, `依据${decision.legalBasis}，决定给予行政处罚。`),
  ...itemIf(Item.MITIGATION, decision.mitigation),
  ...itemIf(Item.PENALTIES, penaltiesText(decision.decided)),
  ...itemIf(Item.PERFORMANCE, decision.performance),
  ...itemIf(Item.REMEDIES, decision.remedies),
  ...itemIf(Item.CHANGE, changeText(file)),
];

export const DECISION_DOCUMENTS = {
  ON_THE_SPOT_DECISION: composer(
    (file) => (isOnTheSpot(file) ? standing(isPenalty)(file) : []),
    (decision, file): Composed => ({
      on: decision.decidedOn,
      items: [item(Item.TIME_AND_PLACE, `${chineseDay(file.case.actOn!)}，${file.case.place}`), ...penaltyItems(decision, file)],
    }),
  ),
  PENALTY_DECISION: composer(
    (file) => (isOnTheSpot(file) ? [] : standing(isPenalty)(file)),
    (decision, file) => ({ on: decision.decidedOn, items: penaltyItems(decision, file) }),
  ),
  NO_PENALTY_DECISION: composer(
    standing((decision) => !isPenalty(decision)),
    (decision, file) => ({
      on: decision.decidedOn,
      items: [
        item(Item.FACTS, decision.facts),
        ...itemIf(Item.EVIDENCE, evidenceText(file.evidence)),
        item(Item.NO_PENALTY, noPenaltyText(decision)),
        item(Item.REMEDIES, decision.remedies),
      ],
    }),
  ),
  SERVICE_RETURN: composer(
    standing(({ servedOn, serviceMethod }) => servedOn !== null && serviceMethod !== ServiceMethod.PUBLIC_NOTICE),
    ({ documentNumber, serviceMethod, servedOn }, { case: { cause } }) => ({
      on: servedOn!,
      items: [
        item(Item.CAUSE, cause!),
        item(Item.CONTENT, `送达文书：${documentNumber}`),
        item(Item.SERVICE, `${termOf(ServiceMethod, serviceMethod!)}，${chineseDay(servedOn!)}送达`),
      ],
    }),
  ),
  SERVICE_ANNOUNCEMENT: composer(
    standing(({ servedOn, serviceMethod }) => servedOn === null || serviceMethod === ServiceMethod.PUBLIC_NOTICE),
    ({ documentNumber, decided, remedies, servedOn }, { case: { cause } }, _, today) => ({
      on: today,
      items: [
        item(
          Item.CONTENT,
          `因采用其他方式无法送达，现就${cause}一案依法公告送达${documentNumber}。请自公告之日起三十日内到本机关领取，逾期即视为送达。`,
        ),
        ...itemIf(Item.PENALTIES, decided.length > 0 ? penaltiesText(decided) : null),
        item(Item.REMEDIES, remedies),
        ...itemIf(Item.SERVICE, servedOn && `公告期满，${chineseDay(servedOn)}视为送达。`),
      ],
    }),
  ),
} as const;

/** That the party was told and heard (行政处罚法§44, §45, §62). */
function statementText({ case: { statement, notifiedAt }, statements }: CaseFile): string | null {
  if (notifiedAt === null) return null;
  const told = `${dayText(notifiedAt)}，本机关依法告知当事人拟作出的行政处罚及其享有的权利。`;
  if (statement === StatementStanding.WAIVED) return `${told}当事人放弃陈述、申辩。`;
  const heard = statements.filter(({ content }) => content !== null);
  if (heard.length === 0) return `${told}当事人在规定期限内未提出陈述、申辩。`;
  const answers = heard.map(
    ({ content, examination, isAdopted }) => `${content}经复核：${examination}，${isAdopted ? '予以采纳' : '不予采纳'}。`,
  );
  return `${told}当事人陈述、申辩：${answers.join('')}`;
}

function hearingText({ hearings }: CaseFile): string | null {
  const held = hearings.filter(({ closedAt }) => closedAt !== null).at(-1);
  if (!held) return null;
  return held.isAbandoned ? '当事人视为放弃听证，听证终止。' : `${dayText(held.heldAt!)}，本机关依当事人申请举行了听证。`;
}

/** A penalty that review or litigation changed is written out as it is now, and says so. */
function changeText({ remedies }: CaseFile): string | null {
  const changed = remedies.filter(({ outcome }) => outcome === RemedyOutcome.CHANGED);
  return changed
    .map(({ kind, body, concludedOn }) => `${chineseDay(concludedOn!)}，经${body}${termOf(RemedyKind, kind)}变更为上述内容。`)
    .join('');
}

function noPenaltyText({ outcome, ground, education, legalBasis }: CaseDecision): string {
  if (outcome === DecisionOutcome.NOT_ESTABLISHED)
    return '经调查，违法事实不能成立。依据《中华人民共和国行政处罚法》第五十七条第一款第三项，决定不予行政处罚。';
  return `你（单位）的行为违反${legalBasis}，但属于${termOf(NotPunishedGround, ground!)}的情形。依据《中华人民共和国行政处罚法》第五十七条第一款第二项，决定不予行政处罚。教育情况：${education}`;
}
