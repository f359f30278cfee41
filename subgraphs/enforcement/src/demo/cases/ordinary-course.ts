import { addDays } from '@township-graph/shared/calendar';
import { CaseTransfer } from '../../case-transfer/case-transfer.entity';
import { TransferKind } from '../../case-transfer/case-transfer.enums';
import { DecisionOutcome, NotPunishedGround } from '../../decision/decision.enums';
import { CorrectionOrder } from '../../investigation/correction-order.entity';
import { EvidenceKind } from '../../investigation/evidence.enums';
import { SuspensionGround } from '../../investigation/investigation.enums';
import { Measure } from '../../investigation/measure.entity';
import { MeasureKind, MeasureOutcome } from '../../investigation/measure.enums';
import { ReviewGround } from '../../legal-review/legal-review.enums';
import type { Course } from './course';
import type { DemoCase } from './demo-case';
import { file, finish } from './ending';
import { execute, serve } from './execution-course';
import { hear } from './notice-course';
import type { Turn } from './turns';

const SPARED: readonly Turn[] = ['FIRST_OFFENCE', 'MINOR', 'NOT_ESTABLISHED'];

/** A clue that comes to nothing. */
export function clueCourse(course: Course, demo: DemoCase): void {
  registerClue(course, demo);
  course.wait(3).take('dismissClue', 'OFFICER', { reason: '示例：经核查，反映的情况不属实' });
  file(course, demo);
}

/** The ordinary procedure, from filing to the file. */
export function ordinaryCourse(course: Course, demo: DemoCase): void {
  if (!investigate(course, demo)) return;
  if (SPARED.includes(demo.turn)) {
    spare(course, demo);
    return;
  }
  const fine = hear(course, demo);
  serve(course, demo);
  execute(course, demo, fine);
}

function registerClue(course: Course, { ground, source }: DemoCase): void {
  const { divisionCode, act } = ground as { divisionCode: string; act: { facts: string; place: string } };
  course.take('registerClue', 'OFFICER', { divisionCode, source, facts: act.facts, place: act.place });
  course.take('checkClue', 'OFFICER');
}

/** Up to the end of the investigation; false where the case ends with it. */
function investigate(course: Course, demo: DemoCase): boolean {
  const { random, ground, investigators, power, turn } = demo;
  if (random.chance(0.3)) {
    registerClue(course, demo);
    course.wait(2 + random.below(4));
  }
  course.take('fileCase', 'OFFICER', ground);
  const filedOn = course.day;
  course.wait(1).take('recordInvestigation', 'OFFICER', {
    officerIds: investigators,
    showedCertificates: true,
    evidence: [
      { kind: EvidenceKind.SITE_RECORD, name: '示例：现场检查笔录', proves: `示例：${power.cause}`, isVerified: true },
      { kind: EvidenceKind.PARTY_STATEMENT, name: '示例：询问笔录', proves: '示例：当事人陈述事情经过', isVerified: true },
    ],
  });
  if (turn === 'PRESERVED' || turn === 'SEIZED') hold(course, demo);
  if (turn === 'SUSPENDED') standStill(course);
  if (turn === 'TERMINATED') return end(course, demo);
  if (turn === 'TRANSFERRED' || turn === 'POLICE') return handOver(course, demo);
  if (turn !== 'NOT_ESTABLISHED') order(course, demo);
  if (turn === 'EXTENDED') extend(course, demo, filedOn);
  course.wait(1 + random.below(5)).take('concludeInvestigation', 'OFFICER', {
    reviewGrounds: turn === 'REVIEWED' || turn === 'HEARING' ? [ReviewGround.COMPLEX] : [],
    needsDeliberation: turn === 'DELIBERATED' || turn === 'HEARING',
  });
  return true;
}

/** What is wrong is to be put right, and was when it is looked at, in time. */
function order(course: Course, { power }: DemoCase): void {
  const legalBasis = `行政处罚法§28；${power.legalBasis}`.slice(0, 200);
  course.take('orderCorrection', 'OFFICER', { content: '示例：责令限期改正', legalBasis, dueOn: addDays(course.day, 15) });
  const found = { isCorrected: true, finding: '示例：已改正' };
  course.wait(3).take('checkCorrection', 'OFFICER', found, { orderId: CorrectionOrder });
}

/** Kept as evidence, or seized; given back in time. */
function hold(course: Course, { turn, investigators, power }: DemoCase): void {
  const held = {
    things: [{ name: '示例物品', quantity: 2 }],
    officerIds: investigators,
    approvedBy: '示例负责人',
    reason: '示例：证据可能灭失',
  };
  const isSeized = turn === 'SEIZED';
  if (isSeized) course.take('seizeProperty', 'OFFICER', { ...held, kind: MeasureKind.SEIZURE, legalBasis: power.legalBasis.slice(0, 200) });
  else course.take('preserveEvidence', 'OFFICER', held);
  const outcome = isSeized ? MeasureOutcome.RETURNED : MeasureOutcome.RECORDED;
  course.wait(isSeized ? 12 : 4).take('resolveMeasure', 'OFFICER', { outcome }, { measureId: Measure });
}

function standStill(course: Course): void {
  course.take('suspendCase', 'HEAD', {
    ground: SuspensionGround.EXAMINATION,
    reason: '示例：送检',
    legalBasis: '示例：本机关办案程序规定',
  });
  course.wait(12).take('resumeCase', 'OFFICER');
}

function extend(course: Course, { settings }: DemoCase, filedOn: string): void {
  course.until(addDays(filedOn, 75));
  const days = Math.min(30, settings.longestExtension);
  course.take('extendCase', 'HEAD', { days, reason: '示例：案情复杂', legalBasis: '示例：本机关办案程序规定' });
  course.until(addDays(filedOn, 88));
}

function end(course: Course, demo: DemoCase): boolean {
  course.wait(10).take('terminateCase', 'HEAD', { reason: '示例：当事人死亡，无权利义务承受人' });
  file(course, demo);
  return false;
}

/** To the department, or to the police: approved and handed over at once, and taken over. */
function handOver(course: Course, demo: DemoCase): boolean {
  const isCrime = demo.turn === 'POLICE';
  const kind = isCrime ? TransferKind.POLICE : TransferKind.JURISDICTION;
  const recipient = isCrime ? '示例县公安局' : '示例县级主管部门';
  const reason = isCrime ? '示例：涉嫌犯罪' : '示例：属于专业、跨区域案件';
  const transfer = { transferId: CaseTransfer };
  course.wait(3).take('transferCase', 'OFFICER', { kind, recipient, reason });
  course.take('decideTransfer', 'HEAD', { isApproved: true, reason: '示例：同意移送' }, transfer);
  course.take('handOverTransfer', 'OFFICER', {}, transfer);
  course.wait(1).take('answerTransfer', 'OFFICER', { isTakenOver: true, reason: '示例：已立案' }, transfer);
  file(course, demo);
  return false;
}

/** Not punished, and instructed instead; or there is nothing to punish. */
function spare(course: Course, demo: DemoCase): void {
  const { turn } = demo;
  const facts = '示例：经调查，当事人的行为已查清';
  if (turn === 'NOT_ESTABLISHED') course.wait(2).take('decideCase', 'HEAD', { outcome: DecisionOutcome.NOT_ESTABLISHED, facts });
  else {
    const ground = turn === 'MINOR' ? NotPunishedGround.MINOR_CORRECTED : NotPunishedGround.FIRST_OFFENCE;
    course
      .wait(2)
      .take('decideCase', 'HEAD', { outcome: DecisionOutcome.NOT_PUNISHED, facts, ground, education: '示例：批评教育，告知有关规定' });
  }
  serve(course, demo);
  finish(course, demo, '示例：不予行政处罚');
}
