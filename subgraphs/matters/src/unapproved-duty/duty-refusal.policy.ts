import type { Clock } from '@township-graph/shared/clock';
import { covers } from '@township-graph/shared/division-code';
import { divisionsOf, holds, type Viewer } from '@township-graph/shared/viewer';
import type { DutyRefusal } from './duty-refusal.entity';
import type { DutyRefusalAction } from './duty-refusal.status';

type Judged = Pick<DutyRefusal, 'divisionCode' | 'assignedByCreditCode' | 'raisedBy'>;

/** Its county sees it and does not refuse for it. */
export function isOfTheAssigned(viewer: Viewer, { divisionCode }: Pick<DutyRefusal, 'divisionCode'>, clock: Clock): boolean {
  return divisionsOf(viewer, clock).some((code) => code.length > 6 && covers(code, divisionCode));
}

/** A body of the county or above that neither assigned the duty nor refuses it. */
export function mayDecide(
  { organization, ...viewer }: Viewer,
  { divisionCode, assignedByCreditCode, raisedBy }: Judged,
  clock: Clock,
): boolean {
  const isAbove = divisionsOf({ organization, ...viewer }, clock).some((code) => code.length === 6 && covers(code, divisionCode));
  return isAbove && organization !== null && organization !== assignedByCreditCode && organization !== raisedBy;
}

/** Whether `availableActions` names it. */
export function mayAct(viewer: Viewer, action: DutyRefusalAction, refusal: Judged, clock: Clock): boolean {
  if (action === 'withdrawDutyRefusal') return holds(viewer, 'matters:handle') && isOfTheAssigned(viewer, refusal, clock);
  return holds(viewer, 'matters:manage') && mayDecide(viewer, refusal, clock);
}
