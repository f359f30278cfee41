import { describeEnum, type Words } from '@township-graph/shared/described-enum';
import { CASE_PROCEDURE_WORDS, CASE_SOURCE_WORDS, CASE_STATE_WORDS } from '../case/case.enums';
import { DECISION_OUTCOME_WORDS } from '../decision/decision.enums';
import { POWER_GRANT_MODE_WORDS } from '../power-grant/power-grant.enums';

export enum EnforcementDimension {
  DIVISION = 'DIVISION',
  DOMAIN = 'DOMAIN',
  CAUSE = 'CAUSE',
  YEAR = 'YEAR',
  MONTH = 'MONTH',
  PROCEDURE = 'PROCEDURE',
  SOURCE = 'SOURCE',
  POWER_MODE = 'POWER_MODE',
  STATE = 'STATE',
  OUTCOME = 'OUTCOME',
}

describeEnum(
  EnforcementDimension,
  'EnforcementDimension',
  { en: 'What cases can be grouped by', zh: '案件统计维度' },
  {
    DIVISION: { en: 'Division that handles it: a township, or the county', zh: '办案区划（乡镇或者县）' },
    DOMAIN: { en: 'Field of enforcement', zh: '执法领域' },
    CAUSE: { en: 'Cause', zh: '案由' },
    YEAR: { en: 'Year it was registered, YYYY', zh: '登记年份' },
    MONTH: { en: 'Month it was registered, YYYY-MM', zh: '登记月份' },
    PROCEDURE: { en: 'Procedure', zh: '办案程序' },
    SOURCE: { en: 'Where it came from', zh: '案件来源' },
    POWER_MODE: { en: 'By which right the organ holds the power', zh: '权力来源' },
    STATE: { en: 'State', zh: '案件状态' },
    OUTCOME: { en: 'What was decided; null before', zh: '决定结果（未决定的为空）' },
  },
);

interface DimensionPlan {
  readonly code: string;
  readonly label?: string;
  readonly words?: Words;
}

export const DIMENSIONS: Readonly<Record<EnforcementDimension, DimensionPlan>> = {
  DIVISION: { code: 'row.divisionCode' },
  DOMAIN: { code: 'row.domain' },
  CAUSE: { code: 'row.powerId', label: 'row.cause' },
  YEAR: { code: 'SUBSTR(row.openedOn, 1, 4)' },
  MONTH: { code: 'SUBSTR(row.openedOn, 1, 7)' },
  PROCEDURE: { code: 'row.procedure', words: CASE_PROCEDURE_WORDS },
  SOURCE: { code: 'row.source', words: CASE_SOURCE_WORDS },
  POWER_MODE: { code: 'row.grantMode', words: POWER_GRANT_MODE_WORDS },
  STATE: { code: 'row.state', words: CASE_STATE_WORDS },
  OUTCOME: { code: 'row.outcome', words: DECISION_OUTCOME_WORDS },
};
