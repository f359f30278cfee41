import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum RoundState {
  OPEN = 'OPEN',
  SCORING = 'SCORING',
  CALCULATED = 'CALCULATED',
  PUBLICITY = 'PUBLICITY',
  APPEAL = 'APPEAL',
  CONFIRMED = 'CONFIRMED',
  ARCHIVED = 'ARCHIVED',
}

export const ROUND_STATE_WORDS: Words<RoundState> = {
  OPEN: { en: 'Opened; nobody scores yet', zh: '已启动' },
  SCORING: { en: 'Raters score', zh: '评分中' },
  CALCULATED: { en: 'Calculated, not published', zh: '已计算' },
  PUBLICITY: { en: 'Published for objections', zh: '公示' },
  APPEAL: { en: 'Published, and somebody has appealed', zh: '申诉复核' },
  CONFIRMED: { en: 'Confirmed: it has consequences', zh: '已确认' },
  ARCHIVED: { en: 'Archived', zh: '已归档' },
};

describeEnum(RoundState, 'AppraisalRoundState', { en: 'State of a round', zh: '考核轮次状态' }, ROUND_STATE_WORDS);

export enum RoundAction {
  START_SCORING = 'START_SCORING',
  CALCULATE = 'CALCULATE',
  RETURN_TO_SCORING = 'RETURN_TO_SCORING',
  DECIDE_TIE = 'DECIDE_TIE',
  PUBLISH = 'PUBLISH',
  APPEAL = 'APPEAL',
  MAINTAIN = 'MAINTAIN',
  REOPEN = 'REOPEN',
  CONFIRM = 'CONFIRM',
  ARCHIVE = 'ARCHIVE',
  CORRECT = 'CORRECT',
}

describeEnum(
  RoundAction,
  'AppraisalRoundAction',
  { en: 'What can be done with a round', zh: '考核轮次操作' },
  {
    START_SCORING: { en: 'Let raters begin (startScoring)', zh: '开始评分' },
    CALCULATE: { en: 'Calculate (calculateRound)', zh: '计算' },
    RETURN_TO_SCORING: { en: 'Let raters go on (returnToScoring)', zh: '退回评分' },
    DECIDE_TIE: { en: 'Decide who of those that stand equal is excellent (decideTie)', zh: '并列评优审定' },
    PUBLISH: { en: 'Publish for objections (publishRound)', zh: '公示' },
    APPEAL: { en: 'Appeal (fileAppeal)', zh: '申诉' },
    MAINTAIN: { en: 'Let a result stand (decideAppeal)', zh: '维持（申诉复核）' },
    REOPEN: { en: 'Score anew, for an appeal is right (decideAppeal)', zh: '重新评分（申诉成立）' },
    CONFIRM: { en: 'Confirm (confirmRound)', zh: '确认' },
    ARCHIVE: { en: 'Archive (archiveRound)', zh: '归档' },
    CORRECT: { en: 'Calculated anew, for a score was corrected (correctScores)', zh: '更正评分并重新计算' },
  },
);

export enum AdjustmentKind {
  BONUS = 'BONUS',
  DEDUCTION = 'DEDUCTION',
  VETO = 'VETO',
}

describeEnum(
  AdjustmentKind,
  'AppraisalAdjustmentKind',
  { en: 'What is added to a score, or taken from it', zh: '加减分及否决类别' },
  {
    BONUS: { en: 'Points are added, up to the cap', zh: '加分（不超过上限）' },
    DEDUCTION: { en: 'Points are taken off; no score falls below 0', zh: '减分（得分不低于 0）' },
    VETO: { en: 'An approved matter decides by itself: the lowest grade, no rank', zh: '一票否决（限经批准的）' },
  },
);
