import { badInput, DomainError, NotFound } from '@township-graph/shared/errors';

export const teamNotFound = () => new NotFound({ zh: '该执法队伍', en: 'Enforcement team' });

export const teamOutsideDuty = (divisionCode: string) =>
  new DomainError(
    'FORBIDDEN',
    'OUTSIDE_DIVISIONS',
    { zh: '执法队伍由县（市、区）设置，不在您的管辖范围内', en: 'The county sets its teams up, and that is outside your divisions' },
    { divisionCode },
  );

export const wrongHome = (kind: string, divisionCode: string) =>
  badInput(
    'WRONG_HOME',
    { zh: '专业执法队驻地为县，其余为乡镇（街道）', en: 'A professional team is at home in the county, any other in a township' },
    { kind, divisionCode },
  );

export const wrongCoverage = (kind: string) =>
  badInput(
    'WRONG_COVERAGE',
    {
      zh: '“1+X”执法队覆盖驻地和同县其他乡镇（街道），共 2 至 50 个；其他队伍只覆盖驻地',
      en: 'A shared team covers its host and other townships of the county, 2 to 50 in all; any other its home alone',
    },
    { kind },
  );

export const departmentOutOfPlace = (kind: string) =>
  badInput(
    'DEPARTMENT_OF_STATION',
    { zh: '派驻站所须指明派出部门，其他队伍没有', en: 'A station names its department; no other team has one' },
    { kind },
  );

export const coveredAlready = (divisionCodes: readonly string[], teamId: string) =>
  new DomainError(
    'CONFLICT',
    'COVERED_ALREADY',
    { zh: '该乡镇（街道）已有综合执法队覆盖：一支队伍管执法', en: 'A comprehensive team covers the township already: one team enforces' },
    { divisionCodes, teamId },
  );

export const notShared = () =>
  new DomainError('CONFLICT', 'NOT_SHARED', { zh: '只有“1+X”执法队可以调整覆盖范围', en: 'Only a shared team covers more or less' });

export const coverageBackdated = (effectiveOn: string, today: string) =>
  badInput(
    'COVERAGE_BACKDATED',
    { zh: '覆盖范围自今日或以后调整', en: 'What a team covers is changed from today on, or later' },
    { effectiveOn, today },
  );
