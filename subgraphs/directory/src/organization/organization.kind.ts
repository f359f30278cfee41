import { OrganizationKind } from '@township-graph/shared/organization-kind';
import { registerEnumType } from 'type-graphql';

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What an organisation is. 机构类别。',
  valuesConfig: {
    PARTY_ORGAN: { description: 'Party committee or its working organ. 党委机关。' },
    COUNTY_GOVERNMENT: { description: "People's government of a county, city or district. 县级人民政府。" },
    GOVERNMENT_DEPARTMENT: { description: 'Government department. 政府工作部门。' },
    SUBDISTRICT_OFFICE: { description: 'Subdistrict office: dispatched organ of the county government. 街道办事处（派出机关）。' },
    TOWNSHIP_GOVERNMENT: { description: 'Township or town government. 乡镇人民政府。' },
    INTERNAL_OFFICE: { description: 'Office inside an organisation, without a credit code. 内设机构。' },
    STATION: { description: 'Station that a county department keeps in a township. 派出机构（站所）。' },
    STATIONED_UNIT: { description: 'Unit stationed elsewhere, staffed by its department. 派驻机构。' },
    PUBLIC_INSTITUTION: { description: 'Public institution. 事业单位。' },
    VILLAGE_COMMITTEE: { description: "Villagers' or residents' committee. 村（居）民委员会。" },
    COLLECTIVE_ECONOMIC_ORGANIZATION: { description: 'Rural collective economic organisation. 农村集体经济组织。' },
    MASS_ORGANIZATION: { description: 'Mass organisation. 群团组织。' },
    ENTERPRISE: { description: 'Enterprise. 企业。' },
    COORDINATION_BODY: { description: 'Coordination body without posts of its own. 议事协调机构。' },
  },
});
