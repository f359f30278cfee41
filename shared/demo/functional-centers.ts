import { DEMO_COUNTIES, demoDivision } from './divisions';
import {
  FUNCTIONAL_CENTER_KINDS,
  type FunctionalCenterKind,
  functionalCenterId,
  functionalCenterSchemeOf,
} from './functional-center-kinds';
import { demoOrganizations, governedTownshipsOf } from './roster';

/** A functional centre (功能中心) of a township: a way to work together, not an organisation, so it has no credit code. */
export interface DemoFunctionalCenter {
  readonly id: string;
  readonly divisionCode: string;
  readonly name: string;
  readonly kind: FunctionalCenterKind;
  /** The member of the township's leadership who heads it. Fictitious, and visibly so (示例甲). */
  readonly lead: string;
  /** Its deputies, who are the heads of its stations (副主任由站所长担任). Fictitious. */
  readonly deputies: readonly string[];
  /** The organisations that work in it: stations, and in 兰考 the township's own offices and institutions. */
  readonly stationIds: readonly string[];
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';

let centers: readonly DemoFunctionalCenter[] | undefined;

/** The functional centres of the demonstration: all 16 townships of 兰考, 马屿镇 and 玉海街道. */
export function demoFunctionalCenters(): readonly DemoFunctionalCenter[] {
  centers ??= DEMO_COUNTIES.flatMap(governedTownshipsOf).flatMap(centersOf);
  return centers;
}

function centersOf(divisionCode: string): DemoFunctionalCenter[] {
  const scheme = functionalCenterSchemeOf(divisionCode);
  const kinds = FUNCTIONAL_CENTER_KINDS.filter((kind) => kind.scheme === scheme);
  const local = demoOrganizations().filter((organization) => organization.divisionCode === divisionCode);
  return kinds.map((kind, index) => {
    const id = functionalCenterId(divisionCode, kind.code);
    const members = local.filter((organization) => organization.functionalCenterId === id);
    return {
      id,
      divisionCode,
      name: `${demoDivision(divisionCode).name}${kind.zh}`,
      kind,
      lead: `示例${STEMS.charAt(index)}`,
      deputies: members.map((_, member) => `示例${STEMS.charAt(index)}${STEMS.charAt(member)}`),
      stationIds: members.map((organization) => organization.id),
    };
  });
}
