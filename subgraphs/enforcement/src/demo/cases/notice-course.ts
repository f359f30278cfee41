import { addDays, addWorkdays } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';
import { HEARING_REQUEST_RULE, untilOf } from '../../case/case.deadlines';
import { DecisionOutcome } from '../../decision/decision.enums';
import { ReviewResult } from '../../legal-review/legal-review.enums';
import { earliestHearingOn } from '../../notice/hearing.rules';
import { leastOf } from '../../notice/hearing-right.rules';
import { PenaltyKind } from '../../power/power.enums';
import type { Course } from './course';
import type { DemoCase } from './demo-case';

const fined = (yuan: number) => [{ kind: PenaltyKind.FINE, amount: String(yuan) }];

/** Told, heard and decided; the fine, in yuan, that is decided. */
export function hear(course: Course, demo: DemoCase): number {
  const { turn, power } = demo;
  const proposed = demo.fine!;
  const facts = `示例：${power.cause}，有现场笔录等为证`;
  if (turn === 'REVIEWED') review(course, demo);
  course.wait(1).take('notifyParty', 'OFFICER', { penalties: fined(proposed), facts, reasons: '示例：事实清楚，证据确凿' });
  const decided = turn === 'HEARD' ? afterStatement(course, proposed, demo) : proposed;
  if (turn === 'SILENT') passTheTime(course, demo);
  else if (turn === 'HEARING') hold(course, demo);
  else if (turn !== 'HEARD') waive(course, demo);
  if (turn === 'DELIBERATED') deliberate(course);
  course.wait(1).take('decideCase', 'HEAD', { outcome: DecisionOutcome.PENALTY, facts, penalties: fined(decided) });
  return decided;
}

const mayBeHeard = ({ fine, power, partyKind, settings }: DemoCase) => fine! * 100 >= leastOf(settings.hearingThresholds, power, partyKind);

function waive(course: Course, demo: DemoCase): void {
  course.wait(1 + demo.random.below(3));
  course.take('recordStatement', 'OFFICER', { waivesStatement: true, waivesHearing: mayBeHeard(demo) });
}

/** What the party says counts: where the law leaves room, the fine becomes lower. */
function afterStatement(course: Course, proposed: number, demo: DemoCase): number {
  const lower = Math.max(demo.leastFine, proposed - 100);
  const said = { content: '示例：请求从轻处罚', isAdopted: lower < proposed, examination: '示例：经复核，当事人积极改正' };
  course.wait(1).take('recordStatement', 'OFFICER', said);
  if (mayBeHeard(demo)) course.take('recordStatement', 'OFFICER', { waivesHearing: true });
  return lower;
}

/** The party says nothing: until the time to speak is over, nothing is decided. */
function passTheTime(course: Course, { settings }: DemoCase): void {
  const told = course.at;
  const ends = [untilOf(settings.statement, told), untilOf(HEARING_REQUEST_RULE, told)].map(dayOf).sort();
  course.until(addDays(ends.at(-1)!, 1));
}

/** Asked for, told of seven working days ahead, held by somebody else; then reviewed, and deliberated on. */
function hold(course: Course, demo: DemoCase): void {
  course.wait(2).take('requestHearing', 'OFFICER');
  course.wait(1);
  const heldOn = addWorkdays(earliestHearingOn(course.day), 1);
  const heldAt = new Date(startOfDay(heldOn).getTime() + 8.5 * 3_600_000);
  course.take('scheduleHearing', 'REVIEWER', { hostId: demo.hostId, heldAt, place: '示例听证室' });
  course.until(heldOn).take('holdHearing', 'REVIEWER', { record: '示例：听证笔录', report: '示例：听证报告，建议维持' });
  review(course, demo);
  deliberate(course);
}

function review(course: Course, { reviewerId }: DemoCase): void {
  course.wait(1).take('submitForLegalReview', 'OFFICER');
  course
    .wait(2)
    .take('reviewCase', 'REVIEWER', { reviewerId, result: ReviewResult.PASSED, opinion: '示例：事实清楚、程序合法、适用法律正确' });
}

function deliberate(course: Course): void {
  const participants = ['示例甲', '示例乙', '示例丙'];
  course.wait(1).take('deliberateCase', 'HEAD', { participants, record: '示例：集体讨论笔录', conclusion: '示例：同意拟处罚意见' });
}
