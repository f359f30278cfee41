const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** 2026-03-11 → 2026年3月11日, as official documents write days (GB/T 9704). */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Money as it is written so that nobody can add a stroke: 20050 fen → 贰佰元伍角. */
export function chineseYuan(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const [jiao, cent] = [Math.floor(fen / 10) % 10, fen % 10];
  const whole = yuan > 0 ? `${chineseWhole(yuan)}元` : '';
  if (jiao === 0 && cent === 0) return `${whole || '零元'}整`;
  const gap = jiao === 0 && yuan > 0 ? '零' : '';
  return `${whole}${gap}${jiao > 0 ? `${DIGITS[jiao]}角` : ''}${cent > 0 ? `${DIGITS[cent]}分` : '整'}`;
}

/** Groups of four digits; a gap of noughts, within a group or between two, is said once. */
function chineseWhole(yuan: number): string {
  let words = '';
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const four = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (four === 0) continue;
    words += (words !== '' && four < 1000 ? '零' : '') + fourDigits(four) + GROUPS[group];
  }
  return words;
}

function fourDigits(four: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(four / 10 ** place) % 10;
    if (digit === 0) gap = words !== '';
    else {
      words += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
      gap = false;
    }
  }
  return words;
}

/** What a fine or a confiscated sum is called on a page. */
export const moneyText = (yuan: string, fen: number): string => `人民币${yuan.replace(/\.00$/, '')}元（大写：${chineseYuan(fen)}）`;
