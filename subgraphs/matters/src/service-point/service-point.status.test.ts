import { machineFaults } from '@township-graph/shared/state-machine';
import { ServicePointState } from './service-point.enums';
import { SERVICE_POINT_MOVES } from './service-point.status';

test('a service point that is closed for good is at its end, and every other can come there', () => {
  const expected = { states: Object.values(ServicePointState), finals: [ServicePointState.CLOSED] };
  expect(machineFaults(SERVICE_POINT_MOVES, expected)).toEqual([]);
});
