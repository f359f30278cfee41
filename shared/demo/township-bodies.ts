/** One of the bodies that every township of 兰考 has. All names are demonstration data. */
export interface TownshipBody {
  /** Stable, the same in every township. */
  readonly role: string;
  readonly name: string;
}

/** A station (站所) of a county department. */
export interface TownshipStation extends TownshipBody {
  /** The role of the department that it belongs to. */
  readonly department: string;
}

/** 七办: the published reform gives each township 7 internal offices; which seven is our choice. */
export const TOWNSHIP_OFFICES: readonly TownshipBody[] = [
  { role: 'OFFICE_GENERAL', name: '党政综合办公室' },
  { role: 'OFFICE_PARTY_BUILDING', name: '党建工作办公室' },
  { role: 'OFFICE_ECONOMY', name: '经济发展办公室' },
  { role: 'OFFICE_SOCIAL_AFFAIRS', name: '社会事务办公室' },
  { role: 'OFFICE_PUBLIC_SAFETY', name: '平安建设办公室' },
  { role: 'OFFICE_EMERGENCY', name: '应急管理办公室' },
  { role: 'OFFICE_ENFORCEMENT', name: '综合行政执法办公室' },
];

/** 五中心: the published reform gives each township 5 public institutions; which five is our choice. */
export const TOWNSHIP_INSTITUTIONS: readonly TownshipBody[] = [
  { role: 'CENTER_PUBLIC_SERVICE', name: '便民服务中心' },
  { role: 'CENTER_GOVERNANCE', name: '综合治理中心' },
  { role: 'CENTER_PARTY_MASSES', name: '党群服务中心' },
  { role: 'CENTER_AGRICULTURE', name: '农业农村服务中心' },
  { role: 'CENTER_CONSTRUCTION', name: '村镇建设服务中心' },
];

/** The stations that county departments keep in each township of 兰考. */
export const LANKAO_STATIONS: readonly TownshipStation[] = [
  { role: 'STATION_POLICE', name: '派出所', department: 'PUBLIC_SECURITY' },
  { role: 'STATION_JUSTICE', name: '司法所', department: 'JUSTICE' },
  { role: 'STATION_MARKET', name: '市场监督管理所', department: 'MARKET_REGULATION' },
  { role: 'STATION_LAND', name: '自然资源所', department: 'NATURAL_RESOURCES' },
  { role: 'STATION_FINANCE', name: '财政所', department: 'FINANCE' },
  { role: 'STATION_HUMAN_RESOURCES', name: '人力资源和社会保障所', department: 'HUMAN_RESOURCES' },
  { role: 'STATION_VETERANS', name: '退役军人服务站', department: 'VETERANS' },
];

/** The stations of the two townships of 瑞安 whose functional centres the demonstration shows. */
export const RUIAN_STATIONS: readonly TownshipStation[] = [
  { role: 'STATION_POLICE', name: '派出所', department: 'PUBLIC_SECURITY' },
  { role: 'STATION_JUSTICE', name: '司法所', department: 'JUSTICE' },
  { role: 'STATION_MARKET', name: '市场监督管理所', department: 'MARKET_REGULATION' },
  { role: 'STATION_LAND', name: '自然资源和规划所', department: 'NATURAL_RESOURCES' },
  { role: 'STATION_ENFORCEMENT', name: '综合行政执法中队', department: 'URBAN_MANAGEMENT' },
  { role: 'STATION_EMERGENCY', name: '应急管理所', department: 'EMERGENCY' },
  { role: 'STATION_FINANCE', name: '财政所', department: 'FINANCE' },
  { role: 'STATION_HUMAN_RESOURCES', name: '人力资源和社会保障所', department: 'HUMAN_RESOURCES' },
  { role: 'STATION_AGRICULTURE', name: '农业技术推广站', department: 'AGRICULTURE' },
  { role: 'STATION_VETERANS', name: '退役军人服务站', department: 'VETERANS' },
];
