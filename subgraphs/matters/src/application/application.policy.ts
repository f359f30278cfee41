import type { Clock } from '@township-graph/shared/clock';
import { scopePrefixOf } from '@township-graph/shared/division-code';
import { holds, prefixesOf, sees, type Viewer } from '@township-graph/shared/viewer';
import type { Application } from './application.entity';
import { HandlerTier } from './application.enums';

/** The longest prefix of a duty that reaches the tier. */
const LONGEST_PREFIX: Readonly<Record<HandlerTier, number>> = { VILLAGE: 12, TOWNSHIP: 9, DEPARTMENT: 6 };

type Placed = Pick<Application, 'divisionCode' | 'handlerTier'>;

/** Whether a viewer's duty reaches the tier that an application lies at: a village does not act for its township. */
export function actsAtTier(viewer: Viewer, { divisionCode, handlerTier }: Placed, clock: Clock): boolean {
  const code = scopePrefixOf(divisionCode);
  return prefixesOf(viewer, clock).some((prefix) => code.startsWith(prefix) && prefix.length <= LONGEST_PREFIX[handlerTier]);
}

/** Whether a viewer may act on an application at all. */
export function canHandle(viewer: Viewer, application: Placed, clock: Clock): boolean {
  return holds(viewer, 'matters:handle') && sees(viewer, application.divisionCode, clock) && actsAtTier(viewer, application, clock);
}
