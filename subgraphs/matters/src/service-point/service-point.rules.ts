import { statedText, textOf } from '@township-graph/shared/stated-text';
import type { OpeningHours, ServicePoint } from './service-point.entity';
import { ServicePointTier } from './service-point.enums';
import { hoursMalformed, hoursOverlap, hoursUnclear, notAroundTheClock, outOfRange, tierDisagrees } from './service-point.errors';

/** What is said of a service point. */
export interface Description {
  readonly tier: ServicePointTier;
  readonly name: string;
  readonly address: string;
  readonly phone?: string | null;
  readonly openingHours?: readonly OpeningHours[] | null;
  readonly aroundTheClock: boolean;
  readonly windows: number;
  readonly directors: number;
  readonly deputies: number;
  readonly staff: number;
}

type Described = Pick<ServicePoint, Exclude<keyof Description, 'openingHours'> | 'openingHours'>;

/** How many digits the codes of the divisions have that such a point serves: a kiosk stands anywhere. */
const DIGITS: Readonly<Record<ServicePointTier, readonly number[]>> = {
  COUNTY_CENTER: [6],
  TOWNSHIP_CENTER: [9],
  VILLAGE_POINT: [12],
  KIOSK: [6, 9, 12],
};

const ALWAYS: readonly OpeningHours[] = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }];
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MOST_POSTS = 10_000;

/** The columns of a service point so described in this division, or a refusal that says what does not go together. */
export function checkedDescription(description: Description, divisionCode: string): Described {
  const { tier, aroundTheClock, openingHours, windows, directors, deputies, staff } = description;
  if (!DIGITS[tier].includes(divisionCode.length)) throw tierDisagrees(tier, DIGITS[tier]);
  if (aroundTheClock && tier !== ServicePointTier.KIOSK) throw notAroundTheClock();
  if (aroundTheClock === Boolean(openingHours?.length)) throw hoursUnclear();
  return {
    tier,
    name: statedText('name', description.name, 100),
    address: statedText('address', description.address, 200),
    phone: textOf('phone', description.phone || null, 30),
    aroundTheClock,
    openingHours: aroundTheClock ? [...ALWAYS] : checkedHours(openingHours ?? []),
    windows: inRange('windows', windows, 0, 999),
    directors: inRange('directors', directors, 0, MOST_POSTS),
    deputies: inRange('deputies', deputies, 0, MOST_POSTS),
    staff: inRange('staff', staff, 0, MOST_POSTS),
  };
}

/** By what names are told apart where one goes by them: blanks, width and case make no other. */
export const nameKeyOf = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase().slice(0, 200);

export function inRange(argument: string, value: number, minimum: number, maximum: number): number {
  if (value >= minimum && value <= maximum) return value;
  throw outOfRange(argument, minimum, maximum);
}

function checkedHours(hours: readonly OpeningHours[]): OpeningHours[] {
  if (!hours.every(isWellFormed)) throw hoursMalformed();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const spans = hours.filter(({ weekdays }) => weekdays.includes(weekday)).toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
    if (spans.some(({ opens }, index) => index > 0 && opens < spans[index - 1]!.closes)) throw hoursOverlap(weekday);
  }
  return hours.map(({ weekdays, opens, closes }) => ({ weekdays: [...weekdays].sort(), opens, closes }));
}

function isWellFormed({ weekdays, opens, closes }: OpeningHours): boolean {
  const areDays = weekdays.length > 0 && new Set(weekdays).size === weekdays.length && weekdays.every((day) => day >= 1 && day <= 7);
  return areDays && TIME.test(opens) && (TIME.test(closes) || closes === '24:00') && opens < closes;
}
