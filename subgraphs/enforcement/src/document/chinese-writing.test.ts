import { chineseDay, chineseYuan, moneyText } from './chinese-writing';

test.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [105, '壹元零伍分'],
  [20050, '贰佰元伍角整'],
  [10_00, '壹拾元整'],
  [1001_00, '壹仟零壹元整'],
  [30_000_00, '叁万元整'],
  [10_010_00, '壹万零壹拾元整'],
  [100_200_00, '壹拾万零贰佰元整'],
  [1_000_000_00, '壹佰万元整'],
  [20_000_000_00, '贰仟万元整'],
  [120_003_045_67, '壹亿贰仟万叁仟零肆拾伍元陆角柒分'],
])('%i fen are %s', (fen, words) => expect(chineseYuan(fen)).toBe(words));

test('days and sums as a page has them', () => {
  expect(chineseDay('2026-03-01')).toBe('2026年3月1日');
  expect(moneyText('30000.00', 30_000_00)).toBe('人民币30000元（大写：叁万元整）');
});
