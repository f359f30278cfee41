import { ServicePoint } from '../service-point.entity';
import { ServicePointState, ServicePointTier } from '../service-point.enums';

/** A township's hall, open on weekdays with a break at noon; what a test says differs. */
export function hallAt(divisionCode: string, id: string, more: Partial<ServicePoint> = {}): ServicePoint {
  return Object.assign(new ServicePoint(), {
    id,
    divisionCode,
    tier: ServicePointTier.TOWNSHIP_CENTER,
    name: '示例便民服务中心',
    address: '示例地址',
    phone: null,
    openingHours: [
      { weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '12:00' },
      { weekdays: [1, 2, 3, 4, 5], opens: '14:30', closes: '17:30' },
    ],
    aroundTheClock: false,
    windows: 1,
    directors: 0,
    deputies: 0,
    staff: 0,
    isDemonstration: true,
    state: ServicePointState.IN_SERVICE,
    closedOn: null,
    version: 1,
    ...more,
  });
}
