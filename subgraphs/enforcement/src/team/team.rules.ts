import { TeamKind } from './team.enums';
import { departmentOutOfPlace, wrongCoverage, wrongHome } from './team.errors';

export interface TeamFacts {
  readonly kind: TeamKind;
  readonly divisionCode: string;
  readonly covers: readonly string[];
  readonly hasDepartment: boolean;
}

const MOST_COVERED = 50;

/** Refuses what no team is: where it is at home, what it covers, who keeps it. */
export function checkTeam({ kind, divisionCode, covers, hasDepartment }: TeamFacts): void {
  if (divisionCode.length !== (kind === TeamKind.PROFESSIONAL ? 6 : 9)) throw wrongHome(kind, divisionCode);
  if (hasDepartment !== (kind === TeamKind.STATION)) throw departmentOutOfPlace(kind);
  checkCoverage(kind, divisionCode, covers);
}

export function checkCoverage(kind: TeamKind, divisionCode: string, covers: readonly string[]): void {
  const places = new Set(covers);
  const isWithin = covers.every((code) => code === divisionCode || (code.length === 9 && code.startsWith(divisionCode.slice(0, 6))));
  const isEnough = kind === TeamKind.SHARED ? places.size >= 2 && places.size <= MOST_COVERED : places.size === 1;
  if (!isWithin || !isEnough || !places.has(divisionCode) || places.size < covers.length) throw wrongCoverage(kind);
}
