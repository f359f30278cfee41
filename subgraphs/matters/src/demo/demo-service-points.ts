import { demoId } from '@township-graph/shared/demo/demo-id';
import { DEMO_COUNTIES, demoChildrenOf, demoDivision, JIANGBEI, LANKAO, RUIAN } from '@township-graph/shared/demo/divisions';
import { governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { ServicePoint } from '../service-point/service-point.entity';
import { ServicePointState, ServicePointTier } from '../service-point/service-point.enums';
import { nameKeyOf } from '../service-point/service-point.rules';

/** 政务一体机 of 兰考 */
const KIOSKS = 150;

const OFFICE_HOURS = [
  { weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '12:00' },
  { weekdays: [1, 2, 3, 4, 5], opens: '14:30', closes: '17:30' },
];
const ALWAYS = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }];

const AREA_CODES: Readonly<Record<string, string>> = { [LANKAO]: '0371', [RUIAN]: '0577', [JIANGBEI]: '0574' };

const { COUNTY_CENTER, TOWNSHIP_CENTER, VILLAGE_POINT, KIOSK } = ServicePointTier;

/** Every service point of the demonstration. Addresses and telephones are made up so that anybody sees it. */
export function demoServicePoints(): ServicePoint[] {
  let telephone = 0;
  const phoneOf = (code: string) => {
    telephone += 1;
    return `${AREA_CODES[code.slice(0, 6)]}-0000-${String(telephone).padStart(4, '0')}`;
  };
  const centers = DEMO_COUNTIES.flatMap((county) => [
    point(COUNTY_CENTER, county, '政务服务中心', { phone: phoneOf(county), windows: 60, directors: 1, deputies: 3, staff: 56 }),
    ...governedTownshipsOf(county).map((township) =>
      // The published centre of a township: one director, two deputies, ten others.
      point(TOWNSHIP_CENTER, township, '便民服务中心', { phone: phoneOf(township), windows: 8, directors: 1, deputies: 2, staff: 10 }),
    ),
  ]);
  const villages = governedTownshipsOf(LANKAO).flatMap((township) => demoChildrenOf(township));
  const stations = villages.map(({ code }) => point(VILLAGE_POINT, code, '便民服务站', { phone: phoneOf(code), windows: 1, staff: 1 }));
  const kiosks = villages
    .slice(0, KIOSKS)
    .map(({ code }) => point(KIOSK, code, '政务一体机', { openingHours: ALWAYS, aroundTheClock: true }));
  return [...centers, ...stations, ...kiosks];
}

function point(tier: ServicePointTier, divisionCode: string, name: string, more: Partial<ServicePoint>): ServicePoint {
  const place = placeOf(divisionCode);
  return Object.assign(new ServicePoint(), {
    id: demoId(`service-point:${tier}:${divisionCode}`),
    divisionCode,
    tier,
    name: `${place}${name}`,
    nameInUse: nameKeyOf(`${place}${name}`),
    address: `${place}（示例地址，非真实门牌）`,
    phone: null,
    openingHours: OFFICE_HOURS,
    aroundTheClock: false,
    windows: 0,
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

/** County, township and village, one after the other. */
function placeOf(code: string): string {
  return [6, 9, 12]
    .filter((length) => length <= code.length)
    .map((length) => demoDivision(code.slice(0, length)).name)
    .join('');
}
