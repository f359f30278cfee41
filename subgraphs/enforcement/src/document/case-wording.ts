import { dayOf } from '@township-graph/shared/clock';
import { termOf } from '@township-graph/shared/described-enum';
import type { Penalty } from '../decision/penalty.rules';
import type { Evidence } from '../investigation/evidence.entity';
import { EvidenceKind } from '../investigation/evidence.enums';
import { yuanOf } from '../money';
import { PenaltyKind } from '../power/power.enums';
import { chineseDay, moneyText } from './chinese-writing';

export const dayText = (instant: Date): string => chineseDay(dayOf(instant));

const OFFSET_MS = 8 * 3_600_000;

/** 2026年3月11日9时30分, in Asia/Shanghai. */
export function timeText(instant: Date): string {
  const local = new Date(instant.getTime() + OFFSET_MS);
  return `${dayText(instant)}${local.getUTCHours()}时${local.getUTCMinutes()}分`;
}

/** 1.…；2.…, one a line. */
export const numbered = (texts: readonly string[]): string =>
  texts.length === 1
    ? `${texts[0]}。`
    : texts.map((text, index) => `${index + 1}. ${text}${index === texts.length - 1 ? '。' : '；'}`).join('\n');

function penaltyText({ kind, fen, days, object }: Penalty): string {
  const of = object ? `（${object}）` : '';
  const sum = fen ? moneyText(yuanOf(fen), fen) : '';
  return `${termOf(PenaltyKind, kind)}${of}${sum}${days ? `${days}日` : ''}`;
}

export const penaltiesText = (penalties: readonly Penalty[]): string => numbered(penalties.map(penaltyText));

/** What proves it: the evidence that was found to be true, and is not excluded (行政处罚法§46②③). */
export const evidenceText = (evidence: readonly Evidence[]): string =>
  numbered(
    evidence.filter((each) => each.isBasis()).map(({ kind, name, proves }) => `${name}（${termOf(EvidenceKind, kind)}），证明${proves}`),
  );
