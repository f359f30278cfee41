import { demoId } from '@township-graph/shared/demo/demo-id';
import { MatterKind } from '../matter/matter.enums';
import { ReceptionPlan } from '../service-point/reception-plan.entity';
import type { ServicePoint } from '../service-point/service-point.entity';
import { WINDOW_MOVES } from '../service-window/service-window.status';

/** Appointments that one window takes in an hour. */
const APPOINTMENTS_A_WINDOW = 2;

interface Sign {
  readonly name: string;
  readonly kinds: readonly MatterKind[];
}

const EVERYTHING: Sign = { name: '综合窗口', kinds: [] };
/** In a centre, the last windows serve some kinds alone. */
const SPECIAL: readonly Sign[] = [
  { name: '社保救助窗口', kinds: [MatterKind.PAYMENT] },
  { name: '确认登记窗口', kinds: [MatterKind.CONFIRMATION, MatterKind.PUBLIC_SERVICE] },
];

/** The windows of each demonstration point, as many as it publishes; closed, for nobody works there. */
export function demoWindows(points: readonly ServicePoint[]): object[] {
  return points.flatMap(({ id: servicePointId, divisionCode, windows }) =>
    Array.from({ length: windows }, (_, index) => ({
      id: demoId(`service-window:${servicePointId}:${index + 1}`),
      servicePointId,
      divisionCode,
      number: index + 1,
      ...signOf(index, windows),
      state: WINDOW_MOVES.initial,
      clerk: null,
      openedAt: null,
      version: 1,
    })),
  );
}

/** Each demonstration point with windows takes appointments, by how many windows it has. */
export function demoReceptionPlans(points: readonly ServicePoint[]): object[] {
  return points
    .filter(({ windows }) => windows > 0)
    .map(({ id, divisionCode, windows }) => ({
      ...ReceptionPlan.standard(id, divisionCode),
      slotCapacity: windows * APPOINTMENTS_A_WINDOW,
      version: 1,
    }));
}

function signOf(index: number, windows: number): Sign {
  if (windows <= SPECIAL.length) return EVERYTHING;
  return SPECIAL[index - (windows - SPECIAL.length)] ?? EVERYTHING;
}
