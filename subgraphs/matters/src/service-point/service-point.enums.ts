import { describeEnum, type Words } from '@township-graph/shared/described-enum';

export enum ServicePointTier {
  COUNTY_CENTER = 'COUNTY_CENTER',
  TOWNSHIP_CENTER = 'TOWNSHIP_CENTER',
  VILLAGE_POINT = 'VILLAGE_POINT',
  KIOSK = 'KIOSK',
}

const TIER_WORDS: Words<ServicePointTier> = {
  COUNTY_CENTER: { en: 'County service centre', zh: '县级政务服务中心' },
  TOWNSHIP_CENTER: { en: 'Township service centre', zh: '乡镇（街道）便民服务中心' },
  VILLAGE_POINT: { en: 'Village service point', zh: '村（社区）便民服务站（代办点）' },
  KIOSK: { en: 'Kiosk', zh: '自助终端（政务一体机）' },
};

describeEnum(ServicePointTier, 'ServicePointTier', { en: 'Tier of a service point', zh: '服务点层级' }, TIER_WORDS);

export enum ServicePointState {
  IN_SERVICE = 'IN_SERVICE',
  CLOSED = 'CLOSED',
}

describeEnum(
  ServicePointState,
  'ServicePointState',
  { en: 'State of a service point', zh: '服务点状态' },
  {
    IN_SERVICE: { en: 'It serves people at its hours', zh: '服务中' },
    CLOSED: { en: 'Closed for good; what was done there stays on record', zh: '已撤销（历史记录保留）' },
  },
);

export enum ServicePointAction {
  CHANGE = 'CHANGE',
  CLOSE = 'CLOSE',
}

describeEnum(
  ServicePointAction,
  'ServicePointAction',
  { en: 'What can be done with a service point', zh: '服务点可执行操作' },
  {
    CHANGE: { en: 'changeServicePoint', zh: '变更' },
    CLOSE: { en: 'closeServicePoint', zh: '撤销' },
  },
);
