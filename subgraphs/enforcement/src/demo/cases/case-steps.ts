import { caseSettingsFrom } from '../../case/case.settings';
import type { PlannedCase } from './case-plan';
import { Course, type Step } from './course';
import { type DemoCase, demoCase } from './demo-case';
import { onTheSpotCourse } from './on-the-spot-course';
import { clueCourse, ordinaryCourse } from './ordinary-course';
import type { Workplaces } from './workplace';

/** A step of a case; `isFirst` begins it, `isLast` is the last that was taken by now. */
export interface CaseStep {
  readonly demo: DemoCase;
  readonly step: Step;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** All steps of these cases that were taken by now, in the order of their time: so that numbers follow it. */
export function stepsTaken(planned: readonly PlannedCase[], workplaces: Workplaces, now: Date): CaseStep[] {
  const settings = caseSettingsFrom();
  const all = planned.flatMap((each) => {
    const places = workplaces[each.at];
    const demo = demoCase(each, places[each.place % places.length]!, settings);
    const steps = stepsOf(demo).filter(({ at }) => at <= now);
    return steps.map((step, index) => ({ demo, step, isFirst: index === 0, isLast: index === steps.length - 1 }));
  });
  return all.sort((a, b) => a.step.at.getTime() - b.step.at.getTime());
}

/** Every step of a case, from what it begins with to the file. */
function stepsOf(demo: DemoCase): readonly Step[] {
  const course = new Course(demo.day, demo.random);
  if (demo.turn === 'ON_THE_SPOT') onTheSpotCourse(course, demo);
  else if (demo.turn === 'DISMISSED') clueCourse(course, demo);
  else ordinaryCourse(course, demo);
  return course.steps;
}
