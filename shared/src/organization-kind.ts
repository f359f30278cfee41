/** What an organisation is. 机构类别 */
export enum OrganizationKind {
  /** 党委机关: a committee of the Party and its working organs, such as 编办 and 政法委 */
  PARTY_ORGAN = 'PARTY_ORGAN',
  /** 县级人民政府: the people's government of a county, county-level city or district */
  COUNTY_GOVERNMENT = 'COUNTY_GOVERNMENT',
  /** 政府工作部门 */
  GOVERNMENT_DEPARTMENT = 'GOVERNMENT_DEPARTMENT',
  /** 街道办事处: a 派出机关 of the county government, not a level of government of its own */
  SUBDISTRICT_OFFICE = 'SUBDISTRICT_OFFICE',
  /** 乡镇政府 */
  TOWNSHIP_GOVERNMENT = 'TOWNSHIP_GOVERNMENT',
  /** 内设机构: an office inside an organisation; it has no credit code of its own */
  INTERNAL_OFFICE = 'INTERNAL_OFFICE',
  /** 派出机构、站所: what a county department keeps in a township (派出所、司法所、市场监管所 …) */
  STATION = 'STATION',
  /** 派驻机构: stationed in a township or another organisation, managed there, staffed by its department */
  STATIONED_UNIT = 'STATIONED_UNIT',
  /** 事业单位 */
  PUBLIC_INSTITUTION = 'PUBLIC_INSTITUTION',
  /** 村（居）民委员会: 基层群众性自治组织 */
  VILLAGE_COMMITTEE = 'VILLAGE_COMMITTEE',
  /** 农村集体经济组织 */
  COLLECTIVE_ECONOMIC_ORGANIZATION = 'COLLECTIVE_ECONOMIC_ORGANIZATION',
  /** 群团组织 */
  MASS_ORGANIZATION = 'MASS_ORGANIZATION',
  /** 企业 */
  ENTERPRISE = 'ENTERPRISE',
  /** 议事协调机构: has no establishment (编制) of its own */
  COORDINATION_BODY = 'COORDINATION_BODY',
}
