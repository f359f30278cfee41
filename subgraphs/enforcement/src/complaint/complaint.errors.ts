import { badInput, NotFound } from '@township-graph/shared/errors';

export const powerUnknown = () => new NotFound({ zh: '该执法事项', en: 'Power' });

export const wrongHandler = (labour: string, divisionCode: string) =>
  badInput(
    'DIVISION_OF_LABOUR',
    {
      zh: '常见多发、简易的由本县乡镇（街道）办理，专业、跨区域的由县级部门办理',
      en: 'What is common and simple goes to a township of the county, the rest to its department',
    },
    { labour, divisionCode },
  );

export const professionalPower = (powerId: string) =>
  badInput(
    'PROFESSIONAL_POWER',
    { zh: '该事项属专业领域，由县级部门办理', en: 'That takes professional means: it goes to the department' },
    { powerId },
  );

export const caseOutOfPlace = () =>
  badInput('CASE_OF_COMPLAINT', { zh: '立案查处的须填案件标识，其他结果不填', en: 'A case is named where one was filed, and only there' });

export const badGrade = () =>
  badInput('SATISFACTION', {
    zh: '满意度为 1 至 5 的整数，匿名的不填',
    en: 'A grade is a whole number from 1 to 5; nobody grades what is anonymous',
  });
