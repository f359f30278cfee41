import { type MoveRefusal, refusal } from '@township-graph/shared/state-machine';
import { StatementStanding } from './notice.enums';

export interface NoticeFacts {
  /** When the party was told of what is proposed; null before. */
  readonly notifiedAt: Date | null;
  readonly statement: StatementStanding;
  /** The last instant of the time to speak that the notice gave. */
  readonly statementUntil: Date | null;
  readonly now: Date;
}

/** No penalty unless the party was told of it first (行政处罚法§44, §62). */
export const noticeRefusal = ({ notifiedAt }: Pick<NoticeFacts, 'notifiedAt'>): MoveRefusal | null =>
  notifiedAt === null
    ? refusal(
        'NOTICE_MISSING',
        '未告知拟作出的处罚内容及事实、理由、依据，不得作出处罚决定（行政处罚法第四十四条、第六十二条）',
        'No penalty unless the party was told of it with facts, reasons and basis (行政处罚法 §44, §62)',
      )
    : null;

/** No penalty while the party may still speak, unless it spoke, or gave that up expressly (行政处罚法§45, §62). */
export function statementRefusal(facts: NoticeFacts): MoveRefusal | null {
  const { statement, statementUntil, now } = facts;
  const isSettled = statement !== StatementStanding.OPEN || (statementUntil !== null && now > statementUntil);
  return (
    noticeRefusal(facts) ??
    (isSettled
      ? null
      : refusal(
          'STATEMENT_OPEN',
          '当事人陈述、申辩期限未满且未明确放弃，不得作出处罚决定（行政处罚法第四十五条、第六十二条）',
          'The party may still state its case and has not waived that (行政处罚法 §45, §62)',
        ))
  );
}

/** A statement never makes it worse: what is decided is no heavier than what the party was told (行政处罚法§45②). */
export const heavierThanToldRefusal = (isHeavier: boolean): MoveRefusal | null =>
  isHeavier
    ? refusal(
        'HEAVIER_THAN_TOLD',
        '不得因陈述、申辩给予更重的处罚；加重须依据新查明的事实重新告知（行政处罚法第四十四条、第四十五条第二款）',
        'No heavier than the party was told: more needs new facts and a new notice (行政处罚法 §44, §45②)',
      )
    : null;
