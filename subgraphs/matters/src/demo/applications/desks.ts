import { addWorkdays } from '@township-graph/shared/calendar';
import type { DemoRandom } from '@township-graph/shared/demo/random';
import { ApplicationChannel, ApplicationState, HandlerTier } from '../../application/application.enums';
import type { ApplicationAction } from '../../application/application.moves';
import { TimeUnit } from '../../matter/time-limit';
import { officeMinute } from './courses';
import type { DemoCourse, StepDetails } from './demo-course';
import { instantOf } from './demo-intake';
import type { Offer, Place, Township } from './offers';

type Step = readonly [action: ApplicationAction, workdaysLater: number, details?: StepDetails];

/** Something that is not done yet, on a desk of each township. */
export interface Desk {
  readonly at: 'CENTER' | 'VILLAGE';
  readonly channel: ApplicationChannel;
  /** Working days before the day of loading on which it came. */
  readonly workdaysAgo: number;
  /** What was done about it, each so many working days after it came. */
  readonly steps: readonly Step[];
  /** Working days promised, at least and at most. */
  readonly promised: readonly [least: number, most: number];
}

const { WINDOW, COMPUTER, MOBILE } = ApplicationChannel;
/** Longer than anything below has lain. */
const IN_TIME = [12, 60] as const;

/** Each open state; overdue ones; what villages took in, here still there, here forwarded to the township. */
export const DESKS: readonly Desk[] = [
  { at: 'CENTER', channel: MOBILE, workdaysAgo: 1, steps: [], promised: IN_TIME },
  { at: 'CENTER', channel: COMPUTER, workdaysAgo: 2, steps: [['preReview', 1]], promised: IN_TIME },
  { at: 'CENTER', channel: WINDOW, workdaysAgo: 2, steps: [], promised: IN_TIME },
  {
    at: 'CENTER',
    channel: WINDOW,
    workdaysAgo: 4,
    steps: [['requestCorrection', 2, { missingMaterials: ['户口簿复印件'] }]],
    promised: IN_TIME,
  },
  { at: 'VILLAGE', channel: WINDOW, workdaysAgo: 2, steps: [['accept', 1]], promised: IN_TIME },
  { at: 'VILLAGE', channel: WINDOW, workdaysAgo: 3, steps: [['handOn', 1]], promised: IN_TIME },
  {
    at: 'VILLAGE',
    channel: WINDOW,
    workdaysAgo: 4,
    steps: [
      ['accept', 1],
      ['forward', 2],
    ],
    promised: IN_TIME,
  },
  {
    at: 'CENTER',
    channel: WINDOW,
    workdaysAgo: 6,
    steps: [
      ['accept', 1],
      ['review', 2],
    ],
    promised: IN_TIME,
  },
  {
    at: 'CENTER',
    channel: WINDOW,
    workdaysAgo: 9,
    steps: [
      ['accept', 1],
      ['review', 2],
      ['suspend', 4],
    ],
    promised: IN_TIME,
  },
  // Three to eight working days were promised, and ten or more have passed since.
  {
    at: 'CENTER',
    channel: WINDOW,
    workdaysAgo: 11,
    steps: [
      ['accept', 1],
      ['review', 2],
    ],
    promised: [3, 8],
  },
  {
    at: 'VILLAGE',
    channel: WINDOW,
    workdaysAgo: 18,
    steps: [
      ['accept', 1],
      ['forward', 2],
    ],
    promised: [3, 15],
  },
];

/** Where it lies, and a matter that fits: decided by the township, within so many days. */
export function deskPlace({ at, promised: [least, most] }: Desk, { center, villages }: Township, random: DemoRandom) {
  const place: Place = at === 'CENTER' ? center : random.pick(villages);
  const fits = ({ decidingTier, revisions }: Offer) => {
    const { promisedValue, promisedUnit } = revisions.at(-1)!;
    return decidingTier === HandlerTier.TOWNSHIP && promisedUnit === TimeUnit.WORKDAY && promisedValue >= least && promisedValue <= most;
  };
  return { place, offer: random.pick(place.promised.filter(fits)) };
}

export function deskCourse(course: DemoCourse, { channel, steps }: Desk, day: string, minute: number, random: DemoRandom): void {
  course.begin(channel === WINDOW ? ApplicationState.RECEIVED : ApplicationState.SUBMITTED, instantOf(day, minute));
  for (const [action, workdays, details] of steps)
    course.take(action, instantOf(addWorkdays(day, workdays), officeMinute(random)), details);
}
