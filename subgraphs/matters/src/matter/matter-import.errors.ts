import { badInput, DomainError } from '@township-graph/shared/errors';

/** The same refusal, naming the column it is about. Never with what the cell says: it may be anything. */
export const inColumn = (column: string, { code, reason, text }: DomainError) =>
  new DomainError(code, reason, { zh: `${column}：${text.zh}`, en: `${column}: ${text.en}` }, { column });

export const cellEmpty = () => badInput('CELL_EMPTY', { zh: '不能为空', en: 'may not be empty' });

export const textTooLong = (longest: number) =>
  badInput('TEXT_TOO_LONG', { zh: `不得超过 ${longest} 字`, en: `has ${longest} characters at most` });

export const numberExpected = (most: number) =>
  badInput('NUMBER_EXPECTED', { zh: `应为 0 至 ${most} 的整数`, en: `is a whole number from 0 to ${most}` });

export const valueUnknown = (accepts: string) =>
  badInput('VALUE_UNKNOWN', { zh: `取值无法识别，可填：${accepts}`, en: `a value is unknown; known are: ${accepts}` });

export const listTooLong = (most: number) => badInput('LIST_TOO_LONG', { zh: `不得超过 ${most} 项`, en: `has ${most} entries at most` });

export const materialUnreadable = () =>
  badInput('MATERIAL_UNREADABLE', {
    zh: '应写作“名称:必备:原件1份:复印件1份”，各项以 | 或 ； 分隔',
    en: 'is written “名称:必备:原件1份:复印件1份”, entries parted by | or ；',
  });

export const localCodeMalformed = () =>
  badInput('MALFORMED_LOCAL_CODE', {
    zh: '应为至多 50 位字母、数字及 . _ -，且不是实施编码',
    en: 'has at most 50 letters, digits and . _ -, and is no implementation code',
  });

export const wrongDivisionLevel = (digits: number) =>
  badInput('WRONG_DIVISION_LEVEL', { zh: `应为 ${digits} 位代码`, en: `is a code of ${digits} digits` });

export const villageOutsideTownship = () =>
  badInput('VILLAGE_OUTSIDE_TOWNSHIP', {
    zh: '村居代码不属于本行的乡镇街道代码',
    en: 'A village does not lie in a township of the row',
  });

export const villageMissing = () =>
  badInput('VILLAGE_MISSING', { zh: '村级事项须填写村居代码', en: 'A village matter names its villages in 村居代码' });

export const siteOutsideOrgan = () =>
  badInput('SITE_OUTSIDE_ORGAN', {
    zh: '办理地（乡镇街道、村居）不在实施主体所在区划内',
    en: 'A place of handling lies outside the division of the implementing organ',
  });

export const organDivisionUnclear = () =>
  badInput('ORGAN_DIVISION_UNCLEAR', {
    zh: '无法由乡镇街道代码确定实施主体所在区划，请填写“实施主体所在区划”',
    en: 'Where the implementing organ is does not follow from the row: fill in 实施主体所在区划',
  });

export const entrustmentUnclear = () =>
  badInput('ENTRUSTMENT_UNCLEAR', {
    zh: '权力来源为委托的须填写委托部门，其他不得填写',
    en: 'Entrusted matters, and only those, name the entrusting department in 委托部门',
  });

export const feeWithoutBasis = () =>
  badInput('FEE_WITHOUT_BASIS', { zh: '收费事项须填写收费依据', en: 'What costs a fee names its basis in 收费依据' });

export const rowsDisagree = (firstLine: number) =>
  badInput(
    'ROWS_DISAGREE',
    {
      zh: `与第 ${firstLine} 行同为一个实施编码，除乡镇街道、村居外须完全一致（跨乡镇的事项请填写“实施主体所在区划”）`,
      en: `Line ${firstLine} has the same implementation code: all but the place of handling must be equal (where the organ is stands in 实施主体所在区划)`,
    },
    { firstLine },
  );

export const siteRepeated = (firstLine: number) =>
  badInput(
    'SITE_REPEATED',
    { zh: `第 ${firstLine} 行起已有同一事项、同一办理地`, en: `The same matter at the same place stands in line ${firstLine} or after it` },
    { firstLine },
  );

export const endsBeforeItBegins = (day: string) =>
  badInput('DAYS_REVERSED', {
    zh: `计划取消日期须晚于生效日期 ${day}`,
    en: `The planned end must be later than the first day, ${day}`,
  });

export const draftNeverPublished = () =>
  badInput('NEVER_PUBLISHED', { zh: '拟稿事项未曾公布，不能取消', en: 'A draft was never published and cannot be taken out of the list' });

export const draftAfterPublication = () =>
  new DomainError('CONFLICT', 'PUBLISHED_ALREADY', {
    zh: '已公布的事项不能再改为拟稿',
    en: 'What was published does not become a draft again',
  });

export const revisionBackdated = (validFrom: string) =>
  new DomainError(
    'CONFLICT',
    'REVISION_BACKDATED',
    {
      zh: `内容有变化，但生效日期不晚于现有版本的生效日期 ${validFrom}：请填写其后的日期；该版本已生效的，留空即按导入当日生效`,
      en: `The matter has changed, but not after its last revision took effect (${validFrom}): give a later day, or none for today if that one has begun`,
    },
    { validFrom },
  );

export const outsideDivisions = (code: string) =>
  new DomainError('FORBIDDEN', 'OUTSIDE_DIVISIONS', { zh: `${code} 不在您的管辖范围内`, en: `${code} is outside your divisions` });
