import { PlacementKind, PlacementState } from './placement.enums';

/** A placement as far as it gives access. */
export interface Duty {
  readonly kind: PlacementKind;
  readonly state: PlacementState;
  readonly divisionCode: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** A division, and the last day on which somebody serves in it; null where no day is set. */
export interface DutyPlace {
  readonly code: string;
  readonly until: string | null;
}

const { PLANNED, SERVING } = PlacementState;

/**
 * Where somebody is on duty on a day: where they are placed, to the last day of it, and at home otherwise. It goes by the days, so
 * access begins and ends on them although nobody has looked yet.
 */
export function dutyOn(day: string, home: string, duties: readonly Duty[]): DutyPlace[] {
  const live = duties.filter(
    ({ kind, state, startsOn, endsOn }) =>
      // Who was transferred is at home there.
      kind !== PlacementKind.TRANSFERRED &&
      (state === SERVING || state === PLANNED) &&
      startsOn <= day &&
      (endsOn === null || day <= endsOn),
  );
  return live.length === 0 ? [{ code: home, until: null }] : live.map(({ divisionCode: code, endsOn: until }) => ({ code, until }));
}
