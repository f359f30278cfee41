import { badInput, conflict, NotFound } from '@township-graph/shared/errors';

export const placementUnknown = () => new NotFound({ zh: '该下沉记录', en: 'Placement' });

/** Of many, it says who. */
export const placedAlready = (staffMemberId: string) =>
  conflict('PLACED_ALREADY', { zh: '该人员已在下沉岗位', en: 'They are placed already' }, { staffMemberId });

export const bannedFromSelection = (staffMemberId: string, until: string) =>
  conflict(
    'BANNED',
    { zh: `该人员 ${until} 前（含当日）不得参加选派`, en: `They are banned from selection until ${until}` },
    { staffMemberId, until },
  );

export const atHome = () => badInput('AT_HOME', { zh: '接收单位不能是原单位', en: 'Nobody is placed where they are at home' });

export const byCampaignOnly = () =>
  badInput('SELECTION_BY_CAMPAIGN', { zh: '选派须经选派程序聘用', en: 'Who is selected is appointed by a selection' });

export const termWrong = (reason: 'NO_END' | 'END_NEEDED' | 'TERM') =>
  badInput(reason, {
    zh: { NO_END: '调动没有结束日期', END_NEEDED: '须填写结束日期', TERM: '结束日期不得早于开始日期' }[reason],
    en: { NO_END: 'A transfer has no end', END_NEEDED: 'It has an end', TERM: 'It ends after it begins' }[reason],
  });

export const transferNotNow = () =>
  badInput('TRANSFER_DAY', { zh: '调动在办理当日或之后登记', en: 'A transfer is recorded when it has happened' });

export const noFreePost = () =>
  conflict('NO_FREE_POST', {
    zh: '接收单位没有空余核定编制（地方各级人民政府机构设置和编制管理条例§6）',
    en: 'The organisation has no approved post free (地方各级人民政府机构设置和编制管理条例 §6)',
  });

export const placeWrong = (divisionCode: string) =>
  badInput('PLACE', { zh: '接收区划须在同一县内', en: 'They serve within the county' }, { divisionCode });

export const gradeWrong = (isCivilServant: boolean) =>
  badInput(
    'GRADE_REGIME',
    isCivilServant
      ? { zh: '公务员及参公人员填写公务员考核等次（公务员法§38）', en: 'A civil servant has a grade of the civil service (公务员法 §38)' }
      : {
          zh: '事业单位人员填写事业单位考核档次（事业单位人事管理条例§21）',
          en: 'Others have a grade of public institutions (事业单位人事管理条例 §21)',
        },
  );

export const yearWrong = (year: number) =>
  badInput('APPRAISAL_YEAR', { zh: '考核年度须为已在岗且已开始的年度', en: 'A year is appraised of which something was served' }, { year });

export const appraisedAlready = (year: number) =>
  conflict('APPRAISED_ALREADY', { zh: `${year} 年度考核已经登记`, en: `The year ${year} has been appraised already` }, { year });

export const powerNeeded = (power: string) =>
  conflict('POWER_NOT_GRANTED', { zh: '派出部门未授予该项权力（“三权”）', en: 'The department has not granted that power' }, { power });
