import { startOfDay } from '@township-graph/shared/clock';
import { demoId } from '@township-graph/shared/demo/demo-id';
import { LANKAO } from '@township-graph/shared/demo/divisions';
import { departmentOf, governedTownshipsOf } from '@township-graph/shared/demo/roster';
import { AppraisalCatalogue } from '../catalogue/catalogue.entity';
import { CatalogueItem } from '../catalogue/catalogue-item.entity';
import { VetoItem } from '../catalogue/veto-item.entity';
import { AppraisalScheme } from '../scheme/scheme.entity';
import { SchemeState, SubjectKind } from '../scheme/scheme.enums';
import { schemeTemplates } from '../scheme/scheme-templates';
import { InspectionPlan } from '../supervision/inspection-plan.entity';
import { InspectionVisit } from '../supervision/inspection-visit.entity';

const APPROVED = '示例政办20号';

/** What is on the list, by the template of its scheme. */
export const LISTED = {
  TOWNSHIP: { name: '县对乡镇（街道）量化考核', subject: '组织', kinds: [SubjectKind.DIVISION] },
  MUTUAL_DEPARTMENTS: { name: '乡镇（街道）评县直部门', subject: '组织', kinds: [SubjectKind.ORGANIZATION] },
  ANNUAL_STAFF: { name: '选派人员年度考核', subject: '人社', kinds: [SubjectKind.STAFF_MEMBER] },
} as const;

export type ListedCode = keyof typeof LISTED;

const CODES = Object.keys(LISTED) as ListedCode[];
const catalogueId = demoId(`appraisal-catalogue:${LANKAO}`);
export const itemId = (code: ListedCode) => demoId(`catalogue-item:${LANKAO}:${code}`);
export const schemeId = (code: ListedCode) => demoId(`appraisal-scheme:${LANKAO}:${code}`);
export const organizerOf = (code: ListedCode) => departmentOf(LANKAO, LISTED[code].subject);

/** 兰考's list, made up: how many appraisals there were is not published. */
export function demoCatalogue(year: number): AppraisalCatalogue {
  return Object.assign(new AppraisalCatalogue(), {
    id: catalogueId,
    divisionCode: LANKAO,
    year,
    lastYearCount: 10,
    limitCount: 7,
    isDemonstration: true,
  });
}

export function demoItems(year: number): CatalogueItem[] {
  return CODES.map((code) => {
    const organizer = organizerOf(code);
    return Object.assign(new CatalogueItem(), {
      id: itemId(code),
      catalogueId,
      divisionCode: LANKAO,
      year,
      name: LISTED[code].name,
      organizerCreditCode: organizer.creditCode!,
      organizerName: organizer.name,
      legalBasis: '示例依据',
      approvalDocument: APPROVED,
      subjectKinds: [...LISTED[code].kinds],
      roundsAYear: 1,
    });
  });
}

export function demoVetoes(): VetoItem[] {
  const veto = {
    catalogueId,
    divisionCode: LANKAO,
    code: 'DEMO_VETO',
    name: '示例一票否决事项',
    legalBasis: '示例依据',
    approvalDocument: APPROVED,
  };
  return [Object.assign(new VetoItem(), { ...veto, id: demoId(`veto:${LANKAO}`) })];
}

const planId = demoId(`inspection-plan:${LANKAO}`);

export function demoPlan(year: number): InspectionPlan {
  return Object.assign(new InspectionPlan(), {
    id: planId,
    divisionCode: LANKAO,
    year,
    name: '六督联查（示例）',
    matters: ['一', '二', '三', '四', '五', '六'].map((number) => `示例督查事项${number}`),
    organizerCreditCode: organizerOf('TOWNSHIP').creditCode!,
    visitsAYear: 4,
  });
}

export function demoVisits(year: number): InspectionVisit[] {
  return governedTownshipsOf(LANKAO).map((divisionCode) =>
    Object.assign(new InspectionVisit(), {
      id: demoId(`inspection-visit:${divisionCode}`),
      planId,
      divisionCode,
      visitedOn: `${year}-06-16`,
    }),
  );
}

/** A scheme of 兰考 after each template of which a round is held. */
export function demoSchemes(year: number): AppraisalScheme[] {
  return CODES.map((listed) => {
    const { code: _, source, ...content } = schemeTemplates().find(({ code }) => code === listed)!;
    return Object.assign(new AppraisalScheme(), content, {
      id: schemeId(listed),
      divisionCode: LANKAO,
      bundledKind: null,
      vetoes: [],
      edition: 1,
      predecessorId: null,
      state: SchemeState.CURRENT,
      definedAt: startOfDay(`${year}-01-06`),
    });
  });
}
