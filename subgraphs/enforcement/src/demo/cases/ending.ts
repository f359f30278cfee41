import { CaseSource } from '../../case/case.enums';
import { Respondent } from '../../return-visit/return-visit.enums';
import type { Course } from './course';
import type { DemoCase } from './demo-case';

/** Closed, asked after where that is planned, and on file. */
export function finish(course: Course, demo: DemoCase, reason: string): void {
  course.take('closeCase', 'OFFICER', { reason });
  const { grade, source } = demo;
  const respondent = source === CaseSource.COMPLAINT || source === CaseSource.HOTLINE ? Respondent.COMPLAINANT : Respondent.PARTY;
  if (grade !== null) course.wait(3).take('recordReturnVisit', 'OFFICER', { respondent, grade });
  file(course, demo);
}

/** On file, a few weeks later. */
export function file(course: Course, { key }: DemoCase): void {
  course.wait(10).take('archiveCase', 'OFFICER', { archiveNumber: `DEMO-${key}` });
}
