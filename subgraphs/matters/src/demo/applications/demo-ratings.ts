import { addDays, addWorkdays, isWorkday } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import { demoIdAt } from '@township-graph/shared/demo/demo-id';
import type { DemoRandom } from '@township-graph/shared/demo/random';
import type { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import { periodsFrom } from '../../periods';
import type { Rating } from '../../rating/rating.entity';
import { BAD_FROM, RatingState } from '../../rating/rating.enums';
import { RATING_MACHINE, type RatingAction } from '../../rating/rating.moves';
import { CALL_BACK, MEND } from '../../rating/rating.service';
import { type DeadlineRow, DemoClocks } from '../demo-clocks';
import type { DemoCourse } from './demo-course';
import { instantOf } from './demo-intake';

export type RatingRow = Omit<Rating, 'gradeText'>;

export interface RatedCourse {
  readonly rating: RatingRow;
  readonly entries: readonly TimelineEntry[];
  readonly deadlines: readonly DeadlineRow[];
}

/** Of a thousand who rate: 720 非常满意, 200 满意, 60 基本满意, 15 不满意, 5 非常不满意. */
const GRADES = [720, 920, 980, 995, 1000] as const;

/** Words that bad ratings come with. */
const COMMENTS = ['示例：等候时间较长', '示例：告知不够清楚'];

/** Rates what was delivered; a bad one is called back about on the next day and mended, or found without ground. */
export function rate(course: DemoCourse, random: DemoRandom): RatedCourse | null {
  const { application, now } = course;
  const drawn = random.below(1000);
  const grade = 1 + GRADES.findIndex((upTo) => drawn < upTo);
  const ratedAt = new Date(application.deliveredAt!.getTime() + 60_000);
  if (!course.take('rate', ratedAt, { grade }, true)) return null;
  const isBad = grade >= BAD_FROM;
  const rating = {
    id: demoIdAt(ratedAt, random),
    applicationId: application.id,
    divisionCode: application.divisionCode,
    grade,
    comment: isBad ? random.pick(COMMENTS) : null,
    ratedAt,
    followUpGrade: null,
    followUpComment: null,
    followUpAt: null,
    state: isBad ? RatingState.CALL_BACK : RatingState.GIVEN,
    version: 1,
  };
  return isBad ? mended(rating, course, now, random) : { rating, entries: [], deadlines: [] };
}

function mended(rating: RatingRow, course: DemoCourse, now: Date, random: DemoRandom): RatedCourse {
  const { callBack, amends } = periodsFrom({});
  const clocks = new DemoClocks();
  const entries: TimelineEntry[] = [];
  const subject = { subjectType: 'Rating', subjectId: rating.id, divisionCode: rating.divisionCode };
  const record = (action: RatingAction, from: RatingState, to: RatingState, at: Date, note: string | null) => {
    const { actor, organization } = from === RatingState.GIVEN ? { actor: null, organization: null } : course.clerk();
    entries.push({ id: demoIdAt(at, random), ...subject, at, action, from, to, actor, organization, note, legalBasis: null });
  };
  const move = (action: RatingAction, at: Date, note: string) => {
    if (at > now) return false;
    const to = RATING_MACHINE.next(rating.state, action, undefined);
    record(action, rating.state, to, at, note);
    Object.assign(rating, { state: to, version: rating.version + 1 });
    return true;
  };
  clocks.start(CALL_BACK, callBack, rating.ratedAt);
  record('turnBad', RatingState.GIVEN, RatingState.CALL_BACK, rating.ratedAt, null);
  // The day after, or the first working day if that is none: until then the period runs.
  const next = addDays(dayOf(rating.ratedAt), 1);
  const calledOn = isWorkday(next) ? next : addWorkdays(next, 1);
  const calledAt = instantOf(calledOn, 10 * 60);
  if (move('callBack', calledAt, '示例：已电话回访')) {
    clocks.meet(CALL_BACK, calledAt);
    clocks.start(MEND, amends, calledAt);
    const doneAt = instantOf(addWorkdays(calledOn, 2 + random.below(3)), 10 * 60);
    const isUnfounded = random.chance(0.2);
    const isDone = isUnfounded ? move('dismiss', doneAt, '示例：经核查不属实') : move('mend', doneAt, '示例：已整改并反馈');
    if (isDone) clocks.meet(MEND, doneAt);
  }
  return { rating, entries, deadlines: clocks.rows(subject, now, ({ startedAt }) => demoIdAt(startedAt, random)) };
}
