import { addWorkdays, isWorkday } from '@township-graph/shared/calendar';
import type { DemoRandom } from '@township-graph/shared/demo/random';
import { ApplicationChannel, ApplicationState, DeliveryMethod } from '../../application/application.enums';
import { VillageRole } from '../../matter/matter.enums';
import { TimeUnit } from '../../matter/time-limit';
import type { DemoCourse, StepDetails } from './demo-course';
import { instantOf } from './demo-intake';
import type { Turn } from './turns';

const { WINDOW, COURIER, KIOSK } = ApplicationChannel;
const { SUBMITTED, RECEIVED } = ApplicationState;

/** Offices are open 08:30–12:00 and 14:30–17:30; what is done at once begins an hour before they close at the latest. */
const SITTINGS = [
  { opens: 8 * 60 + 30, lasts: 150 },
  { opens: 14 * 60 + 30, lasts: 120 },
] as const;

/** A minute of a day on which an office is open, with an hour left. */
export function officeMinute(random: DemoRandom): number {
  const { opens, lasts } = random.pick(SITTINGS);
  return opens + random.below(lasts);
}

/** 6:00 to 22:00 */
export const kioskMinute = (random: DemoRandom): number => 6 * 60 + random.below(16 * 60);

interface End {
  readonly action: 'refuse' | 'return' | 'dismissAsNotRequired' | 'withdraw' | 'terminate';
  readonly reason?: string;
}

/** Before it is accepted. */
const ENDS_EARLY: Readonly<Partial<Record<Turn, End>>> = {
  REFUSED: { action: 'refuse', reason: '示例：不符合申请条件' },
  RETURNED: { action: 'return', reason: '示例：不属于本机关职权范围' },
  NOT_REQUIRED: { action: 'dismissAsNotRequired', reason: '示例：依法不需要办理' },
  WITHDRAWN_EARLY: { action: 'withdraw' },
};

/** While it is under review. */
const ENDS_LATE: Readonly<Partial<Record<Turn, End>>> = {
  WITHDRAWN_LATE: { action: 'withdraw' },
  TERMINATED: { action: 'terminate', reason: '示例：申请人死亡' },
};

export interface Mailing {
  readonly trackingNumber: string;
}

/** Done while one waits; what is mailed leaves on the next working day. */
export function immediateCourse(course: DemoCourse, day: string, minute: number, mailing: Mailing | null): void {
  const { channel } = course.application;
  // A machine takes seconds, a clerk minutes.
  const byMachine = channel === KIOSK;
  const pace = byMachine ? 0.25 : 2;
  let passed = minute;
  const next = () => {
    passed += pace;
    return instantOf(day, passed);
  };
  begin(course, instantOf(day, minute));
  if (course.application.state === SUBMITTED) course.take('receive', next(), {}, byMachine);
  course.take('accept', next(), {}, byMachine);
  while (course.application.handlerTier !== course.application.decidingTier) if (!course.take('forward', next(), {}, byMachine)) return;
  course.take('decide', next(), {}, byMachine);
  if (!course.take('complete', next(), {}, byMachine)) return;
  if (mailing) mailed(course, addWorkdays(day, 1), mailing);
  else course.take('deliver', next(), { delivery: { method: methodOf(course) } }, byMachine);
}

/** Over days. Each step is taken in opening hours of a working day; the promise is kept, but for the late. */
export function promisedCourse(
  course: DemoCourse,
  day: string,
  minute: number,
  turn: Turn,
  mailing: Mailing | null,
  random: DemoRandom,
): void {
  begin(course, instantOf(day, minute));
  let today = day;
  // Steps of one day follow one another, a minute apart.
  let passed = minute;
  const step = (action: Parameters<DemoCourse['take']>[0], workdays: number, details?: StepDetails) => {
    if (workdays > 0 || !isWorkday(today)) {
      today = addWorkdays(today, Math.max(1, workdays));
      passed = 9 * 60 + random.below(60);
    }
    passed += 1;
    return course.take(action, instantOf(today, passed), details);
  };
  const promised = workdaysPromised(course);
  if (course.application.state === SUBMITTED && !step('receive', 1)) return;
  const early = ENDS_EARLY[turn];
  if (early) return void step(early.action, 1, early);
  if (turn === 'CORRECTED' && !(step('requestCorrection', 2, { missingMaterials: ['户口簿复印件'] }) && step('supplement', 4))) return;
  if (!step('accept', 1)) return;
  while (course.application.handlerTier !== course.application.decidingTier) if (!step('forward', 0)) return;
  if (!step('review', 0)) return;
  const late = ENDS_LATE[turn];
  if (late) return void step(late.action, 1, late);
  if (turn === 'SUSPENDED' && !(step('suspend', 0) && step('resume', 6))) return;
  if (turn === 'EXTENDED' && !step('extend', 0, { reason: '示例：案情复杂', workdays: 5 })) return;
  if (!step('decide', workdaysTaken(turn, promised, random), turn === 'DENIED' ? { reason: '示例：经审查不符合法定条件' } : {})) return;
  if (!step('complete', 0)) return;
  if (mailing) mailed(course, addWorkdays(today, 1), mailing);
  else step('deliver', 1 + random.below(4), { delivery: { method: methodOf(course) } });
}

/** Whether the law leaves room to be late against the promise alone. */
export function mayBeLate({ application }: DemoCourse): boolean {
  const { promisedValue, promisedUnit, statutoryValue, statutoryUnit } = application;
  if (promisedUnit !== TimeUnit.WORKDAY || promisedValue < 1) return false;
  return statutoryValue === null ? promisedValue + 3 <= 20 : statutoryUnit === TimeUnit.WORKDAY && promisedValue + 3 <= statutoryValue;
}

function begin(course: DemoCourse, at: Date): void {
  const { channel } = course.application;
  course.begin(channel === WINDOW || channel === COURIER ? RECEIVED : SUBMITTED, at);
}

function mailed(course: DemoCourse, day: string, { trackingNumber }: Mailing): void {
  const delivery = { method: DeliveryMethod.MAIL, courier: '示例快递', trackingNumber };
  course.take('deliver', instantOf(day, 9 * 60), { delivery });
}

/** At the window, by the village’s agent, or as an electronic certificate. */
function methodOf({ application: { channel, villageRole } }: DemoCourse): DeliveryMethod {
  if (villageRole === VillageRole.AGENT && channel === WINDOW) return DeliveryMethod.HOME_VISIT;
  return channel === WINDOW ? DeliveryMethod.PICK_UP : DeliveryMethod.ELECTRONIC;
}

/** From its acceptance, or since it went on. The day on which it goes on counts already. */
function workdaysTaken(turn: Turn, promised: number, random: DemoRandom): number {
  if (turn === 'LATE') return promised + 1 + random.below(2);
  if (turn === 'EXTENDED') return promised + 2;
  return random.below(turn === 'SUSPENDED' ? promised : promised + 1);
}

function workdaysPromised({ application: { promisedValue, promisedUnit } }: DemoCourse): number {
  return promisedUnit === TimeUnit.WORKDAY ? promisedValue : Math.floor((promisedValue * 5) / 7);
}
