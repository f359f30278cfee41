/*
 * How personal data looks to those who may not see it (个人信息保护法§6, §51: no more than the purpose needs).
 * What cannot be recognised is hidden whole. Identity numbers are masked where they are understood, in citizen-id.ts.
 */
const HIDDEN = '***';

/** Compound surnames still in common use; one that is missing here only hides more. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 ' +
    '慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 ' +
    '轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 ' +
    '公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 完颜 纳兰 叶赫 那拉 爱新 东陵'
  ).split(' '),
);

/**
 * A personal name with all but the surname hidden: 张三 and 张三丰 → 张*, 欧阳锋 → 欧阳*. One asterisk always, so that
 * the length is hidden too. Names without a Chinese surname (阿依古丽·买买提) keep their first character.
 */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const surname = characters.slice(0, 2).join('');
  if (characters.length > 2 && COMPOUND_SURNAMES.has(surname)) return `${surname}*`;
  return characters.length > 1 ? `${characters[0]}*` : '*';
}

/** A telephone number with its middle hidden: 13800000000 → 138****0000, 0371-60000000 → 0371-****0000. */
export function maskPhone(phone: string): string {
  const compact = phone.replace(/[\s-]/g, '');
  const mobile = /^(?:\+?86)?(1\d{2})\d{4}(\d{4})$/.exec(compact);
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  const landline = /^(010|02\d|0[3-9]\d{2})\d{3,4}(\d{4})$/.exec(compact);
  return landline ? `${landline[1]}-****${landline[2]}` : HIDDEN;
}

/**
 * The first 镇, 乡, 街道 or 苏木 that is not part of a longer name (景德镇市, 镇平县, 桐乡街道). What precedes it may hold
 * no road, house or village, and no blank or mark that parts it from other words: an address that names no township before
 * those is not understood.
 */
const TO_THE_TOWNSHIP = /^[^路巷弄村号室栋\s\p{P}]*?[^省市县区旗路巷弄村号室栋\s\p{P}](?:街道|镇|乡|苏木)(?![市县区街镇乡])/u;

/** An address down to its township, 兰考县谷营镇四明堂村3号 → 兰考县谷营镇***; all of it hidden if no township is found. */
export function maskAddress(address: string): string {
  const toTheTownship = TO_THE_TOWNSHIP.exec(address.trim())?.[0] ?? '';
  return `${toTheTownship}${HIDDEN}`;
}

/** Citizen numbers (18 digits or 17 and an X, born 18..–20..) and mobile numbers, also written 138-1234-5678 or +86 138…, 0086 138…. */
const CITIZEN_NUMBER = String.raw`\d{6}(?:18|19|20)\d{9}[\dXx]`;
const MOBILE_NUMBER = String.raw`(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}`;
/** Taken whole, so that nothing within it is looked at: of request ids in the form of a UUID, one in 7,000 holds what reads as a mobile number. */
const UUID = '(?<![0-9A-Fa-f])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f])';
/** Hex digits on either side mean a hash or a longer number. One letter before it may end a word. */
const PERSONAL = String.raw`(?<!\d|[0-9A-Fa-f-]{4}[A-Fa-f])(?:${CITIZEN_NUMBER}|${MOBILE_NUMBER})(?![0-9A-Fa-f])`;
const UUID_OR_PERSONAL = new RegExp(`(${UUID})|${PERSONAL}`, 'g');

/** The line without citizen and mobile numbers. JSON stays JSON: a number that stands bare becomes 0, in a string it becomes `***`. */
export function maskPersonalData(line: string): string {
  return line.replace(UUID_OR_PERSONAL, (match: string, uuid: string | undefined, offset: number) => {
    if (uuid !== undefined) return uuid;
    const isBare = /[:,[-]/.test(line.charAt(offset - 1)) && /[,}\].]/.test(line.charAt(offset + match.length));
    return isBare ? '0' : '***';
  });
}

/** Free text with these names masked wherever they stand in it, and every number that looks like a person's. */
export function maskPersons(text: string, names: readonly string[]): string {
  return maskPersonalData(names.reduce((said, name) => said.replaceAll(name, maskName(name)), text));
}
