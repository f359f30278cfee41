import { describeEnum } from './described-enum';

/** What an organisation is. 机构类别 */
export enum OrganizationKind {
  PARTY_ORGAN = 'PARTY_ORGAN',
  COUNTY_GOVERNMENT = 'COUNTY_GOVERNMENT',
  GOVERNMENT_DEPARTMENT = 'GOVERNMENT_DEPARTMENT',
  SUBDISTRICT_OFFICE = 'SUBDISTRICT_OFFICE',
  TOWNSHIP_GOVERNMENT = 'TOWNSHIP_GOVERNMENT',
  INTERNAL_OFFICE = 'INTERNAL_OFFICE',
  STATION = 'STATION',
  STATIONED_UNIT = 'STATIONED_UNIT',
  PUBLIC_INSTITUTION = 'PUBLIC_INSTITUTION',
  VILLAGE_COMMITTEE = 'VILLAGE_COMMITTEE',
  COLLECTIVE_ECONOMIC_ORGANIZATION = 'COLLECTIVE_ECONOMIC_ORGANIZATION',
  MASS_ORGANIZATION = 'MASS_ORGANIZATION',
  ENTERPRISE = 'ENTERPRISE',
  COORDINATION_BODY = 'COORDINATION_BODY',
}

describeEnum(
  OrganizationKind,
  'OrganizationKind',
  { en: 'What an organisation is', zh: '机构类别' },
  {
    PARTY_ORGAN: { en: 'Party committee or its working organ', zh: '党委机关' },
    COUNTY_GOVERNMENT: { en: "People's government of a county, city or district", zh: '县级人民政府' },
    GOVERNMENT_DEPARTMENT: { en: 'Government department', zh: '政府工作部门' },
    SUBDISTRICT_OFFICE: { en: 'Subdistrict office: dispatched organ of the county government', zh: '街道办事处（派出机关）' },
    TOWNSHIP_GOVERNMENT: { en: 'Township or town government', zh: '乡镇人民政府' },
    INTERNAL_OFFICE: { en: 'Office inside an organisation, without a credit code', zh: '内设机构' },
    STATION: { en: 'Station that a county department keeps in a township', zh: '派出机构（站所）' },
    STATIONED_UNIT: { en: 'Unit stationed elsewhere, staffed by its department', zh: '派驻机构' },
    PUBLIC_INSTITUTION: { en: 'Public institution', zh: '事业单位' },
    VILLAGE_COMMITTEE: { en: "Villagers' or residents' committee", zh: '村（居）民委员会' },
    COLLECTIVE_ECONOMIC_ORGANIZATION: { en: 'Rural collective economic organisation', zh: '农村集体经济组织' },
    MASS_ORGANIZATION: { en: 'Mass organisation', zh: '群团组织' },
    ENTERPRISE: { en: 'Enterprise', zh: '企业' },
    COORDINATION_BODY: { en: 'Coordination body without posts of its own', zh: '议事协调机构' },
  },
);
