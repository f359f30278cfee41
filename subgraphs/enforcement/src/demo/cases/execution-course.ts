import { addDays, addMonths } from '@township-graph/shared/calendar';
import { dayOf, startOfDay } from '@township-graph/shared/clock';
import { PAYMENT_RULE, untilOf } from '../../case/case.deadlines';
import { yuanOf } from '../../money';
import { reminderRipeOn } from '../../payment/court.rules';
import { lateFine } from '../../payment/late-fine.rules';
import { CourtResult, PaymentChannel, PaymentPurpose } from '../../payment/payment.enums';
import { PenaltyKind } from '../../power/power.enums';
import { Remedy } from '../../remedy/remedy.entity';
import { RemedyKind, RemedyOutcome } from '../../remedy/remedy.enums';
import { ServiceMethod } from '../../service/service.enums';
import { PUBLIC_NOTICE_DAYS } from '../../service/service.rules';
import type { Course } from './course';
import type { DemoCase } from './demo-case';
import { finish } from './ending';

/** Served in seven working days, but for what is late, and for who cannot be found. */
export function serve(course: Course, { turn, random }: DemoCase): void {
  course.wait(turn === 'SERVED_LATE' ? 9 : 1 + random.below(4));
  const on = course.day;
  const method = turn === 'PUBLIC_NOTICE' ? ServiceMethod.PUBLIC_NOTICE : ServiceMethod.DIRECT;
  if (turn === 'PUBLIC_NOTICE') course.until(addDays(on, PUBLIC_NOTICE_DAYS));
  course.take('serveDecision', 'OFFICER', { method, on });
}

/** From the day it is served: paid, put off, late, or asked of the court; and what the party does against it. */
export function execute(course: Course, demo: DemoCase, fine: number): void {
  const { turn } = demo;
  if (turn === 'REVIEW_REVOKED') {
    contest(course, RemedyKind.REVIEW, RemedyOutcome.REVOKED);
    return;
  }
  if (turn === 'REVIEW_CHANGED') change(course, fine);
  else if (turn === 'COURT') askTheCourt(course);
  else if (turn === 'PAID_LATE') payLate(course, fine);
  else if (turn === 'INSTALMENTS') payInParts(course, fine);
  else pay(course.wait(demo.random.below(5)), fine);
  if (turn === 'REVIEW_UPHELD') contest(course, RemedyKind.REVIEW, RemedyOutcome.UPHELD);
  if (turn === 'LAWSUIT') contest(course, RemedyKind.LITIGATION, RemedyOutcome.UPHELD);
  finish(course, demo, turn === 'COURT' ? '示例：人民法院强制执行完毕' : '示例：当事人已履行');
}

/** The last day to pay what was served on the day that the course has come to. */
const dueOn = ({ day }: Course) => dayOf(untilOf(PAYMENT_RULE, startOfDay(day)));

function pay(course: Course, yuan: number, purpose = PaymentPurpose.FINE): void {
  const payment = { purpose, amount: String(yuan), paidOn: course.day, channel: PaymentChannel.BANK };
  course.take('recordPayment', 'OFFICER', payment);
}

/** A few days late, with what is added for them (§72①(1)). */
function payLate(course: Course, yuan: number): void {
  const due = dueOn(course);
  course.until(addDays(due, 3));
  const fen = yuan * 100;
  const added = lateFine({ instalments: [{ dueOn: due, fen }], paid: [], pauses: [], until: course.day });
  pay(course, yuan);
  const payment = { purpose: PaymentPurpose.LATE_FINE, amount: yuanOf(added), paidOn: course.day, channel: PaymentChannel.BANK };
  course.take('recordPayment', 'OFFICER', payment);
}

/** In two parts, for real difficulty (§66②); each is paid a week before it is due. */
function payInParts(course: Course, yuan: number): void {
  const due = dueOn(course);
  const first = Math.floor(yuan / 2);
  const days = [addDays(due, 15), addDays(due, 45)] as const;
  const parts = [
    { dueOn: days[0], amount: String(first) },
    { dueOn: days[1], amount: String(yuan - first) },
  ];
  course.wait(2).take('extendPayment', 'HEAD', { parts, hardship: '示例：当事人经济困难，申请分期缴纳' });
  for (const { dueOn: day, amount } of parts) pay(course.until(addDays(day, -9)), Number(amount));
}

/** Reminded; and when the time for review and litigation is over, the court is asked (行政强制法§53, §54). */
function askTheCourt(course: Course): void {
  const servedOn = course.day;
  course.until(addDays(dueOn(course), 3));
  const remindedOn = course.day;
  course.take('remindParty', 'OFFICER', { servedOn: remindedOn });
  course
    .until(addDays(addMonths(servedOn, 6), 1))
    .until(reminderRipeOn(remindedOn))
    .take('applyToCourt', 'HEAD');
  course.until(addDays(course.day, 60)).take('recordCourtResult', 'OFFICER', { result: CourtResult.ENFORCED });
}

/** A review makes it lighter; while it goes on nothing is added, and on its last day the rest is paid. */
function change(course: Course, yuan: number): void {
  const lighter = Math.ceil(yuan / 2);
  contest(course, RemedyKind.REVIEW, RemedyOutcome.CHANGED, { penalties: [{ kind: PenaltyKind.FINE, amount: String(lighter) }] });
  pay(course, lighter);
}

function contest(course: Course, kind: RemedyKind, outcome: RemedyOutcome, more: object = {}): void {
  const body = kind === RemedyKind.REVIEW ? '示例县人民政府' : '示例县人民法院';
  course.wait(3).take('fileRemedy', 'OFFICER', { kind, body, filedOn: course.day });
  course.until(addDays(course.day, 45));
  course.take('concludeRemedy', 'OFFICER', { outcome, concludedOn: course.day, ...more }, { remedyId: Remedy });
}
