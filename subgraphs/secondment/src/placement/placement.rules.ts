import { PayBearer, PlacementKind } from './placement.enums';

/** Selection is paid by the county's budget; whoever keeps the post keeps its pay (公务员法§72: 不改变人事关系). */
export function payBearerOf(kind: PlacementKind): PayBearer {
  if (kind === PlacementKind.SELECTION) return PayBearer.COUNTY_BUDGET;
  return kind === PlacementKind.TRANSFERRED ? PayBearer.HOST_ORGANIZATION : PayBearer.HOME_ORGANIZATION;
}

/** What is wrong with the days: all but a transfer are for a time, and end after they begin. */
export function termFault(kind: PlacementKind, startsOn: string, endsOn: string | null): 'NO_END' | 'END_NEEDED' | 'TERM' | null {
  if (kind === PlacementKind.TRANSFERRED) return endsOn === null ? null : 'NO_END';
  if (endsOn === null) return 'END_NEEDED';
  return endsOn < startsOn ? 'TERM' : null;
}
