import { CASH_CAP_FEN } from '../../decision/simple-procedure.rules';
import { FinePayment } from '../../payment/fine-payment.entity';
import { CashGround, PaymentChannel, PaymentPurpose } from '../../payment/payment.enums';
import { PenaltyKind } from '../../power/power.enums';
import type { Course } from './course';
import type { DemoCase } from './demo-case';
import { finish } from './ending';

/** Found, told and decided at once; reported to the organ; what is not taken in cash is paid at a bank. */
export function onTheSpotCourse(course: Course, demo: DemoCase): void {
  const { fine, random, ground, key } = demo;
  const takesCash = fine !== null && fine * 100 <= CASH_CAP_FEN && random.chance(0.5);
  const penalties = fine === null ? [{ kind: PenaltyKind.WARNING }] : [{ kind: PenaltyKind.FINE, amount: String(fine) }];
  course.take('decideOnTheSpot', 'OFFICER', {
    ...ground,
    penalties,
    evidence: '示例：现场照片、现场笔录',
    showedCertificates: true,
    toldRights: true,
    statement: random.chance(0.2) ? '示例：当事人称不知道有此规定' : null,
    correction: '示例：责令立即改正',
    isCorrected: true,
    ...(takesCash && { cashGround: CashGround.SMALL, receiptNumber: `示例票据${key}` }),
  });
  course.wait(1).take('reportDecision', 'OFFICER');
  if (takesCash)
    for (const step of ['handInCash', 'remitCash']) course.take(step, 'OFFICER', { on: course.day }, { paymentId: FinePayment });
  else if (fine !== null) {
    course.wait(random.below(4));
    const payment = { purpose: PaymentPurpose.FINE, amount: String(fine), paidOn: course.day, channel: PaymentChannel.BANK };
    course.take('recordPayment', 'OFFICER', payment);
  }
  finish(course, demo, '示例：当场处罚，已履行');
}
