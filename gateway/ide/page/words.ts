/** Every sentence of our own page, in both languages. GraphiQL's and Voyager's own controls stay as they come. */

export type Language = 'zh' | 'en';

const zh = {
  product: '乡镇数据联邦图',
  productInOtherLanguage: 'Township Graph',
  pages: '页面',
  queryPage: '查询',
  schemaPage: '结构图',
  languageSwitch: '界面语言',

  signedOut: '未登录',
  publicOnly: '只看公开数据',
  token: '访问令牌',
  tokenIntroduction: '贴入令牌（JWT）后，请求以该身份发出。令牌只留在本标签页，关闭即清除，不写入地址栏。',
  tokenPlaceholder: '在此粘贴令牌，形如 eyJhbGciOi…',
  tokenReplace: '换一个令牌',
  tokenClear: '清除令牌',
  close: '关闭',
  notAToken: '这不是令牌：应是以两个英文句点分成三段的一串字符。',
  unverified: '以上由令牌解码得出，真伪以服务端验证为准。',
  name: '姓名',
  organization: '机构',
  divisions: '区划',
  scopes: '权限',
  expiry: '有效期',
  nobody: '未署名',
  noDivisions: '无：只看公开数据',
  noScopes: '无：只看公开数据',
  noExpiry: '未写明',
  expired: '已过期',
  expiredAt: (when: string) => `已于 ${when} 过期，请换一个令牌`,
  expiresAt: (when: string, left: string) => `到 ${when}，还有${left}`,
  left: (left: string) => `剩${left}`,
  until: (day: string) => `至 ${day}`,
  days: (count: number) => ` ${count} 天`,
  hours: (count: number) => ` ${count} 小时`,
  minutes: (count: number) => ` ${count} 分钟`,
  levels: { 2: '省级', 4: '市级', 6: '县级', 9: '乡级', 12: '村级' } as Readonly<Record<number, string>>,

  examples: '示例查询',
  examplesIntroduction: '点开一条，按 Ctrl+Enter 运行。改动只留在本标签页。',
  emptyTitle: '还没有运行',
  emptyHint: '按 Ctrl+Enter 或点运行按钮，结果显示在这里。',
  emptyHintTouch: '点运行按钮，结果显示在这里。',
  errors: (count: number) => `${count} 个错误`,
  opening: '正在打开…',
  unreachable: '连不上服务，请稍后再试。',
  notJson: (status: number) => `服务返回的不是 JSON（HTTP ${status}）。`,

  startFrom: '从',
  reach: '看',
  steps: (count: number) => `${count} 步之内`,
  allSteps: '所能到达的全部（较慢）',
  types: (count: number) => `${count} 个类型`,
  schemaRefused: '读不到数据结构',
  schemaRefusedHint: '此处可能要求带 schema:read 权限的令牌。请在右上角贴入令牌。',
  schemaFailed: '画不出结构图',
};

/** The sentences of one language. */
export type Words = typeof zh;

const en: Words = {
  product: 'Township Graph',
  productInOtherLanguage: '乡镇数据联邦图',
  pages: 'Pages',
  queryPage: 'Query',
  schemaPage: 'Schema map',
  languageSwitch: 'Language',

  signedOut: 'Signed out',
  publicOnly: 'public data only',
  token: 'Access token',
  tokenIntroduction:
    'Paste a token (JWT) and requests are sent as its holder. It stays in this browser tab, is gone when the tab closes, and never enters the address.',
  tokenPlaceholder: 'Paste a token here, such as eyJhbGciOi…',
  tokenReplace: 'Use another token',
  tokenClear: 'Clear token',
  close: 'Close',
  notAToken: 'This is not a token: it should be one string of three parts, joined by two dots.',
  unverified: 'Decoded from the token; whether it is genuine is for the server to say.',
  name: 'Name',
  organization: 'Organisation',
  divisions: 'Divisions',
  scopes: 'Rights',
  expiry: 'Valid',
  nobody: 'Unnamed',
  noDivisions: 'None: public data only',
  noScopes: 'None: public data only',
  noExpiry: 'Not stated',
  expired: 'expired',
  expiredAt: (when) => `Expired at ${when}; use another token`,
  expiresAt: (when, left) => `Until ${when}, ${left} left`,
  left: (left) => `${left} left`,
  until: (day) => `until ${day}`,
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  levels: { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'township', 12: 'village' },

  examples: 'Example queries',
  examplesIntroduction: 'Open one and press Ctrl+Enter to run it. Changes stay in this browser tab.',
  emptyTitle: 'Nothing has run yet',
  emptyHint: 'Press Ctrl+Enter or the run button; the answer appears here.',
  emptyHintTouch: 'Press the run button; the answer appears here.',
  errors: (count) => (count === 1 ? '1 error' : `${count} errors`),
  opening: 'Opening…',
  unreachable: 'The service cannot be reached. Please try again later.',
  notJson: (status) => `The service did not answer with JSON (HTTP ${status}).`,

  startFrom: 'From',
  reach: 'show',
  steps: (count) => (count === 1 ? 'what is one step away' : `what is within ${count} steps`),
  allSteps: 'all that can be reached (slow)',
  types: (count) => (count === 1 ? '1 type' : `${count} types`),
  schemaRefused: 'The schema cannot be read',
  schemaRefusedHint: 'This service may ask for a token with the right schema:read. Paste one at the top right.',
  schemaFailed: 'The schema cannot be drawn',
};

export const WORDS: Readonly<Record<Language, Words>> = { zh, en };

/** What a scope lets its holder do, in plain words; a scope that is not listed is shown as it is written. */
const SCOPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'directory:manage': { zh: '维护区划与机构', en: 'maintain divisions and organisations' },
  'matters:read': { zh: '查看事项与办件', en: 'see matters and applications' },
  'matters:handle': { zh: '办理事项', en: 'handle applications' },
  'matters:manage': { zh: '管理事项清单', en: 'manage the catalogue of matters' },
  'enforcement:read': { zh: '查看执法案件', en: 'see enforcement cases' },
  'enforcement:handle': { zh: '办理执法案件', en: 'handle enforcement cases' },
  'enforcement:review': { zh: '法制审核', en: 'review cases for legality' },
  'enforcement:manage': { zh: '管理执法赋权', en: 'manage enforcement powers' },
  'personnel:read': { zh: '查看人员编制', en: 'see staff and establishments' },
  'personnel:manage': { zh: '管理人员编制', en: 'manage staff and establishments' },
  'assessment:read': { zh: '查看考核', en: 'see appraisals' },
  'assessment:score': { zh: '考核评分', en: 'score appraisals' },
  'assessment:manage': { zh: '管理考核', en: 'manage appraisals' },
  'coordination:read': { zh: '查看治理事件', en: 'see governance events' },
  'coordination:handle': { zh: '办理治理事件', en: 'handle governance events' },
  'coordination:manage': { zh: '管理网格与协同', en: 'manage grids and coordination' },
  'pii:read': { zh: '查看个人信息（留痕）', en: 'see personal data (audited)' },
  export: { zh: '导出数据', en: 'export data' },
  'schema:read': { zh: '查看数据结构', en: 'read the schema' },
  'audit:read': { zh: '查看审计记录', en: 'read audit trails' },
};

/** A scope in plain words. */
export function scopeInWords(scope: string, language: Language): string {
  return SCOPES[scope]?.[language] ?? scope;
}
