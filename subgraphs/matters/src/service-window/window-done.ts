import type { Acted, Done } from '@township-graph/shared/command/commands';
import type { TimelineSubject } from '@township-graph/shared/timeline/timeline';
import type { ServiceWindow } from './service-window.entity';

export const subjectOfWindow = ({ id, divisionCode }: ServiceWindow): TimelineSubject => ({ type: 'ServiceWindow', id, divisionCode });

/** What a command on a window says that it did. */
export function doneOnWindow(
  window: ServiceWindow,
  type: string,
  also: { readonly on: readonly Acted[]; readonly events: Done<unknown>['events'] } = { on: [], events: [] },
): Done<ServiceWindow> {
  const { id, divisionCode, servicePointId, number, state, version } = window;
  const event = { type, subjectType: 'ServiceWindow', subjectId: id, divisionCode, payload: { servicePointId, number, state, version } };
  return { result: window, on: [subjectOfWindow(window), ...also.on], events: [event, ...(also.events ?? [])] };
}
