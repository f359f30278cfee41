import { makeAcceptanceNumber } from '@township-graph/shared/acceptance-number';
import { addWorkdays } from '@township-graph/shared/calendar';
import { dayOf } from '@township-graph/shared/clock';
import { DemoRandom } from '@township-graph/shared/demo/random';
import type { TimelineEntry } from '@township-graph/shared/timeline/timeline-entry.entity';
import type { AcceptanceSerial } from '../../application/acceptance-serial';
import { ApplicationChannel, ApplicationState } from '../../application/application.enums';
import { HandlingKind } from '../../matter/matter.enums';
import { ServicePointTier } from '../../service-point/service-point.enums';
import type { DeadlineRow } from '../demo-clocks';
import { demoServicePoints } from '../demo-service-points';
import type { ApplicationDay, Range } from './application-days';
import { immediateCourse, kioskMinute, type Mailing, mayBeLate, officeMinute, promisedCourse } from './courses';
import { type ApplicationRow, DemoCourse, type Kept } from './demo-course';
import { applicationRow, type Intake, instantOf } from './demo-intake';
import { type RatedCourse, type RatingRow, rate } from './demo-ratings';
import { DESKS, deskCourse, deskPlace } from './desks';
import type { Place, Township } from './offers';
import { isMailed, type Turn, turnAtKiosk, turnElsewhere } from './turns';

/** The rows of a day's applications. */
export interface DayRows {
  readonly applications: ApplicationRow[];
  readonly entries: TimelineEntry[];
  readonly deadlines: DeadlineRow[];
  readonly ratings: RatingRow[];
  readonly serials: AcceptanceSerial[];
}

type Course = (course: DemoCourse) => void;

interface Planned {
  readonly intake: Intake;
  readonly course: Course;
}

/** One in eight of what was done is rated. */
const RATED = 0.125;

/** Windows first. */
const CHANNELS = [
  ...Array<ApplicationChannel>(12).fill(ApplicationChannel.WINDOW),
  ...Array<ApplicationChannel>(4).fill(ApplicationChannel.MOBILE),
  ...Array<ApplicationChannel>(3).fill(ApplicationChannel.COMPUTER),
  ApplicationChannel.COURIER,
];

/** Of ten that do not come by kiosk, three come to a village. */
const AT_VILLAGES = 0.3;

/** Makes the rows of days, each by its own sequence of chance: the same whatever was made before. */
export class DayMaker {
  private readonly villages: readonly Place[];
  private readonly withKiosk: readonly Place[];

  constructor(
    private readonly townships: readonly Township[],
    private readonly now: Date,
  ) {
    const kioskCodes = new Set(
      demoServicePoints().flatMap(({ tier, divisionCode }) => (tier === ServicePointTier.KIOSK ? [divisionCode] : [])),
    );
    this.villages = townships.flatMap(({ villages }) => villages);
    this.withKiosk = this.villages.filter(({ divisionCode }) => kioskCodes.has(divisionCode));
  }

  rowsOf(day: ApplicationDay): DayRows {
    const random = new DemoRandom(`applications:${day.day}`);
    const planned = [...this.atKiosks(day, random), ...this.elsewhere(day, random), ...this.onDesks(day, random)];
    planned.sort((a, b) => a.intake.minute - b.intake.minute);
    const rows: DayRows = { applications: [], entries: [], deadlines: [], ratings: [], serials: [] };
    const serials = new Map<string, number>();
    for (const { intake, course: run } of planned) {
      const application = applicationRow(intake, random);
      const { implementationCode } = application;
      const serial = (serials.get(implementationCode) ?? 0) + 1;
      serials.set(implementationCode, serial);
      application.acceptanceNumber = makeAcceptanceNumber({ implementationCode, day: day.day, serial });
      const course = new DemoCourse(application, intake.place, this.now, random, keptOf(application, day));
      run(course);
      this.add(rows, course, random);
    }
    for (const [implementationCode, lastSerial] of serials) rows.serials.push({ implementationCode, day: day.day, lastSerial });
    return rows;
  }

  private atKiosks({ day, atKiosks }: ApplicationDay, random: DemoRandom): Planned[] {
    return placesIn(atKiosks).map((index) => {
      const place = random.pick(this.withKiosk);
      return planned(place, ApplicationChannel.KIOSK, day, kioskMinute(random), turnAtKiosk(index), null, random);
    });
  }

  private elsewhere({ day, elsewhere }: ApplicationDay, random: DemoRandom): Planned[] {
    return placesIn(elsewhere).map((index) => {
      const mailing = isMailed(index) ? { trackingNumber: `DEMO${day.replaceAll('-', '')}${String(index).padStart(6, '0')}` } : null;
      const place = random.chance(AT_VILLAGES) ? random.pick(this.villages) : random.pick(this.townships).center;
      return planned(place, random.pick(CHANNELS), day, officeMinute(random), turnElsewhere(index), mailing, random);
    });
  }

  private onDesks({ day, workdaysAgo }: ApplicationDay, random: DemoRandom): Planned[] {
    if (workdaysAgo === null || this.isRestDay(day, workdaysAgo)) return [];
    return DESKS.filter((desk) => desk.workdaysAgo === workdaysAgo).flatMap((desk) =>
      this.townships.map((township) => {
        const { place, offer } = deskPlace(desk, township, random);
        const minute = officeMinute(random);
        const intake = { place, offer, channel: desk.channel, day, minute };
        return { intake, course: (course: DemoCourse) => deskCourse(course, desk, day, minute, random) };
      }),
    );
  }

  /** A weekend has as many working days after it as its Monday: what lies on desks came on that. */
  private isRestDay(day: string, workdaysAgo: number): boolean {
    return addWorkdays(dayOf(this.now), -workdaysAgo) !== day;
  }

  private add(rows: DayRows, course: DemoCourse, random: DemoRandom): void {
    const rated = course.application.state === ApplicationState.DELIVERED && random.chance(RATED) ? rate(course, random) : null;
    archive(course, rated);
    rows.applications.push(course.application);
    rows.entries.push(...course.entries, ...(rated?.entries ?? []));
    rows.deadlines.push(...course.deadlines(), ...(rated?.deadlines ?? []));
    if (rated) rows.ratings.push(rated.rating);
  }
}

function planned(
  place: Place,
  channel: ApplicationChannel,
  day: string,
  minute: number,
  turn: Turn | null,
  mailing: Mailing | null,
  random: DemoRandom,
): Planned {
  const offer = random.pick(turn ? place.promised : place.immediate);
  const course: Course = turn
    ? (each) => promisedCourse(each, day, minute, turn === 'LATE' && !mayBeLate(each) ? 'PLAIN' : turn, mailing, random)
    : (each) => immediateCourse(each, day, minute, mailing);
  return { intake: { place, offer, channel, day, minute }, course };
}

/**
 * At full size every step and deadline of all would be two million rows, and a gigabyte. Of what was done at once in the
 * published year the steps are kept, and of what a machine did in a minute the application alone.
 */
function keptOf({ handlingKind, channel }: ApplicationRow, { workdaysAgo }: ApplicationDay): Kept {
  if (workdaysAgo !== null || handlingKind !== HandlingKind.IMMEDIATE) return 'ALL';
  return channel === ApplicationChannel.KIOSK ? 'NOTHING' : 'STEPS';
}

const ENDED = [
  ApplicationState.DELIVERED,
  ApplicationState.RATED,
  ApplicationState.REFUSED,
  ApplicationState.NOT_REQUIRED,
  ApplicationState.RETURNED,
  ApplicationState.WITHDRAWN,
  ApplicationState.TERMINATED,
];

/** What took days is put on file a month after it ended. */
function archive(course: DemoCourse, rated: RatedCourse | null): void {
  const { application } = course;
  if (!ENDED.includes(application.state) || application.promisedValue === 0) return;
  const endedAt = rated?.rating.ratedAt ?? application.deliveredAt ?? application.endedAt!;
  course.take('archive', instantOf(addWorkdays(dayOf(endedAt), 20), 9 * 60 + 30));
}

const placesIn = ({ from, to }: Range): number[] => Array.from({ length: to - from }, (_, index) => from + index);
