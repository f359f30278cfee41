/** What people call things that lists name formally. A name is also found by these. */
const COMMON_NAMES: readonly (readonly [formal: string, common: string])[] = [
  ['最低生活保障', '低保'],
  ['特困人员', '五保'],
  ['基本医疗保险', '医保'],
  ['医疗救助', '大病救助'],
  ['养老保险', '社保'],
  ['社会保障卡', '社保卡'],
  ['住房公积金', '公积金'],
  ['不动产', '房产'],
  ['户口', '户籍'],
  ['户口', '上户'],
  ['个体工商户', '个体户'],
  ['食品经营许可', '食品证'],
  ['退役军人', '退伍军人'],
  ['计划生育', '计生'],
  ['高龄津贴', '老年补贴'],
  ['老年人优待证', '老年证'],
  ['烟花爆竹', '鞭炮'],
  ['农机', '农业机械'],
];

/** The common names of what a formal name speaks of. */
export function commonNamesOf(name: string): string[] {
  return COMMON_NAMES.filter(([formal]) => name.includes(formal)).map(([, common]) => common);
}
