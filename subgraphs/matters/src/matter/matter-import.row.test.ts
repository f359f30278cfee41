import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import { DomainError } from '@township-graph/shared/errors';
import { columnTable } from './matter-import.help';
import { importedMatter } from './matter-import.row';

const organ = demoCreditCode('11', '410225', 1201);
const other = demoCreditCode('11', '410225', 15);
const code = (level: number, creditCode = organ) => `${creditCode}${level}410199801000`;

const OWN: Readonly<Record<string, string>> = {
  事项名称: '农村宅基地审批',
  实施编码: code(5),
  事项类型: '01',
  行使层级: '5',
  实施主体编码: organ,
  实施主体: '三义寨乡人民政府',
  办件类型: '2',
  法定办结时限: '20',
  承诺办结时限: '10',
  办理流程: '受理:核对材料；决定',
  乡镇街道代码: '410225201',
};
const VILLAGE = { 实施编码: code(6), 行使层级: '6', 村居代码: '410225201240', 村级办理方式: '受理转报' };
const COUNTY = { 实施编码: code(4), 行使层级: '4', 乡镇街道代码: '' };

const read = (change: Readonly<Record<string, string>> = {}) => importedMatter({ ...OWN, ...change });

const refusalOf = (change: Readonly<Record<string, string>>): DomainError => {
  try {
    read(change);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('not refused');
};

test.each<[string, Record<string, string>, string, string | null]>([
  ['a name that is missing', { 事项名称: '' }, 'CELL_EMPTY', '事项名称'],
  ['a name that is too long', { 事项名称: '长'.repeat(201) }, 'TEXT_TOO_LONG', '事项名称'],
  ['a name that unfolds past the index', { 事项名称: '\ufdfa'.repeat(100) }, 'TEXT_TOO_LONG', '事项名称'],
  ['an implementation code cut off', { 实施编码: code(5).slice(0, 30) }, 'MALFORMED_IMPLEMENTATION_CODE', '实施编码'],
  ['a code of another organ', { 实施编码: code(5, other) }, 'CODES_DISAGREE', null],
  ['a code of another level', { 实施编码: code(4) }, 'CODES_DISAGREE', null],
  ['another basic code', { 基本编码: '410199801001' }, 'CODES_DISAGREE', null],
  ['a wrong check character', { 实施主体编码: `${organ.slice(0, 17)}0` }, 'WRONG_CREDIT_CODE_CHECK', '实施主体编码'],
  ['a kind that is none', { 事项类型: '12' }, 'VALUE_UNKNOWN', '事项类型'],
  ['a kind as a spreadsheet’s fraction', { 事项类型: '1.0' }, 'VALUE_UNKNOWN', '事项类型'],
  ['a handling kind that we do not know', { 办件类型: '9' }, 'VALUE_UNKNOWN', '办件类型'],
  ['a state that is none', { 事项状态: '正常' }, 'VALUE_UNKNOWN', '事项状态'],
  ['one unknown value among known ones', { 服务对象: '自然人；外星人' }, 'VALUE_UNKNOWN', '服务对象'],
  ['yes and no otherwise', { 是否收费: '也许' }, 'VALUE_UNKNOWN', '是否收费'],
  ['a promise beyond the law', { 承诺办结时限: '21' }, 'PROMISE_BEYOND_LAW', null],
  ['no promise', { 承诺办结时限: '' }, 'CELL_EMPTY', '承诺办结时限'],
  ['a promise in words', { 承诺办结时限: '十日' }, 'NUMBER_EXPECTED', '承诺办结时限'],
  ['a negative promise', { 承诺办结时限: '-1' }, 'NUMBER_EXPECTED', '承诺办结时限'],
  ['at once in ten days', { 办件类型: '即办件' }, 'IMMEDIATE_TAKES_TIME', null],
  ['no steps', { 办理流程: ' ； ' }, 'TOO_MANY_STEPS', null],
  ['five steps', { 办理流程: '一|二|三|四|五' }, 'TOO_MANY_STEPS', null],
  ['a day that does not exist', { 计划生效日期: '2026-02-30' }, 'MALFORMED_DAY', '计划生效日期'],
  ['a day in words', { 计划取消日期: '明年' }, 'MALFORMED_DAY', '计划取消日期'],
  ['a township as a spreadsheet wrote it', { 乡镇街道代码: '4.10E+11' }, 'MALFORMED_DIVISION_CODE', '乡镇街道代码'],
  ['a county for a township', { 乡镇街道代码: '410225' }, 'WRONG_DIVISION_LEVEL', '乡镇街道代码'],
  ['a township for a village', { ...VILLAGE, 村居代码: '410225201000' }, 'WRONG_DIVISION_LEVEL', '村居代码'],
  ['a village of another township', { ...VILLAGE, 村居代码: '410225001001' }, 'VILLAGE_OUTSIDE_TOWNSHIP', null],
  ['a village matter without villages', { ...VILLAGE, 村居代码: '' }, 'VILLAGE_MISSING', null],
  ['a village matter without a role', { ...VILLAGE, 村级办理方式: '' }, 'VILLAGE_ROLE', null],
  ['a township matter with a village’s role', { 村级办理方式: '代办' }, 'VILLAGE_ROLE', null],
  ['an organ that may be anywhere', { 乡镇街道代码: '' }, 'ORGAN_DIVISION_UNCLEAR', null],
  ['an organ in two townships', { 乡镇街道代码: '410225001；410225201' }, 'ORGAN_DIVISION_UNCLEAR', null],
  ['an organ of one county in a township of another', { 乡镇街道代码: '330381116' }, 'ORGAN_DIVISION_UNCLEAR', null],
  ['handling outside the organ’s division', { 实施主体所在区划: '410225201', 乡镇街道代码: '410225001' }, 'SITE_OUTSIDE_ORGAN', null],
  ['an entrusted matter that nobody entrusts', { 权力来源: '上级委托' }, 'ENTRUSTMENT_UNCLEAR', null],
  ['an entrusting department of an own matter', { 委托部门: '县交通运输局' }, 'ENTRUSTMENT_UNCLEAR', null],
  ['an organ that entrusts itself', { 权力来源: '同级委托', 委托部门: '县局', 委托部门编码: organ }, 'ENTRUSTED_TO_ITSELF', null],
  [
    'an organ that entrusts itself under another’s guidance',
    { 权力来源: '同级委托', 委托部门: '县局', 委托部门编码: organ, 牵头部门: '市局', 牵头部门编码: other },
    'ENTRUSTED_TO_ITSELF',
    null,
  ],
  ['entrusted coercion', { 权力来源: '上级委托', 委托部门: '县局', 事项类型: '03' }, 'COERCION_ENTRUSTED', null],
  ['a department’s matter as devolved', { 权力来源: '上级下放', 实施主体所在区划: '410225' }, 'DEVOLVED_TO_DEPARTMENT', null],
  ['a kind that the national code denies', { 事项类型: '02', 实施编码: `${organ}5000199801000` }, 'KIND_DISAGREES', null],
  ['a promise of no time', { 承诺办结时限: '0' }, 'PROMISE_TAKES_NO_TIME', null],
  ['a fee without a basis', { 是否收费: '是' }, 'FEE_WITHOUT_BASIS', null],
  ['a material with a strange mark', { 申请材料: '身份证:三份' }, 'MATERIAL_UNREADABLE', '申请材料'],
  ['a hundred and one materials', { 申请材料: '表|'.repeat(101) }, 'LIST_TOO_LONG', '申请材料'],
  ['a local code that is a national one', { 地方事项编码: code(5) }, 'MALFORMED_LOCAL_CODE', '地方事项编码'],
  ['a version that is no number', { 事项版本: 'v2' }, 'NUMBER_EXPECTED', '事项版本'],
])('%s is refused', (_, change, reason, column) => {
  const { reason: found, details, text } = refusalOf(change);
  expect(found).toBe(reason);
  if (!column) return;
  expect(details).toEqual({ column });
  expect(text.zh).toMatch(new RegExp(`^${column}：`));
});

test('a refusal never repeats what the cell says', () => {
  const secret = '张三410225199001011234';
  for (const column of [...Object.keys(OWN), '申请材料', '权力来源', '计划生效日期', '村居代码', '事项版本', '是否收费', '地方事项编码']) {
    try {
      read({ [column]: `${secret}:x` });
    } catch (error) {
      const { message, text, details } = error as DomainError;
      expect(JSON.stringify([message, text, details])).not.toContain('张三');
    }
  }
});

test('values are taken as the standard’s code, as the Chinese word, as the graph’s name and under the databases’ column names', () => {
  const { digest } = read();
  expect(read({ 事项类型: '行政许可', 行使层级: '镇(乡、街道)级', 办件类型: ' 承诺件 ' }).digest).toBe(digest);
  expect(read({ 事项类型: 'LICENSING', 行使层级: 'TOWNSHIP', 办件类型: 'promised', 法定办结时限单位: 'WORKDAY' }).digest).toBe(digest);
  expect(read({ 事项类型: '1', 乡镇街道代码: '410225201000', 实施编码: code(5).toLowerCase() }).digest).toBe(digest);
  const { 事项类型: task_type, 办理流程: handle_flow, 乡镇街道代码: town_code, ...rest } = OWN;
  expect(importedMatter({ ...rest, task_type: task_type!, handle_flow: handle_flow!, town_code: town_code! } as never).digest).toBe(digest);
  expect(read({ 办理形式: '2,1', 服务对象: '6、1' }).guide).toMatchObject({
    channels: ['WINDOW', 'COMPUTER'],
    serviceObjects: ['NATURAL_PERSON', 'OTHER'],
  });
});

test('days are taken as platforms and spreadsheets write them', () => {
  for (const day of ['2026-01-05', '2026/1/5', '20260105', '2026年1月5日', '2026-01-05 00:00:00', '2026-01-05 00:00:00.0'])
    expect(read({ 计划生效日期: day }).startsOn).toBe('2026-01-05');
  for (const day of ['2026-1', '05/01/2026', '46027', '2026-01-05 10:00'])
    expect(refusalOf({ 计划生效日期: day }).reason).toBe('MALFORMED_DAY');
});

test('lists inside a cell become steps, materials and legal bases, none of them verified', () => {
  const { guide, matter } = read({
    申请材料: '申请表；身份证:必备:原件1份:复印件2份；户口簿:共享；委托书：非必备：复印件1份',
    设定依据: '《土地管理法》第六十二条|农村宅基地管理办法:第三条:村民建房；应当申请：从其规定',
    办理形式: '窗口；自助终端',
  });
  expect(guide.steps).toEqual([
    { name: '受理', content: '核对材料' },
    { name: '决定', content: '' },
  ]);
  expect(guide.materials.map(({ name, originals, copies, required, shared }) => [name, originals, copies, required, shared])).toEqual([
    ['申请表', 1, 0, true, false],
    ['身份证', 1, 2, true, false],
    ['户口簿', 0, 0, true, true],
    ['委托书', 0, 1, false, false],
  ]);
  expect(guide.legalBases).toEqual([
    { title: '土地管理法', article: '第六十二条', text: null, verified: false },
    { title: '农村宅基地管理办法', article: '第三条', text: '村民建房；应当申请：从其规定', verified: false },
  ]);
  expect(matter).toMatchObject({ stepCount: 2, selfService: true });
});

test.each<[string, Record<string, string>, string, string[]]>([
  ['an own matter of a township', {}, '410225201', ['410225201']],
  ['one of a village', VILLAGE, '410225201', ['410225201240']],
  [
    'villages without their township',
    { ...VILLAGE, 乡镇街道代码: '', 村居代码: '410225201241,410225201240' },
    '410225201',
    ['410225201240', '410225201241'],
  ],
  ['a department’s, at the county', COUNTY, '410225', ['410225']],
  ['a department’s, at townships', { ...COUNTY, 乡镇街道代码: '410225201|410225001' }, '410225', ['410225001', '410225201']],
  ['a department’s, that villages accept', { ...VILLAGE, 实施主体所在区划: '410225' }, '410225', ['410225201240']],
  ['one where the organ says it is', { 实施主体所在区划: '410225201', 乡镇街道代码: '' }, '410225201', ['410225201']],
  ['a main item, which is a heading', { ...COUNTY, 事项层次: '主项' }, '410225', []],
])('%s belongs to its organ’s division', (_, change, divisionCode, sites) => {
  expect(read(change)).toMatchObject({ matter: { divisionCode }, sites });
});

test('a matter at once needs no promise; the entrusting department guides it; an abolished one ends on the day of its end', () => {
  expect(read({ 办件类型: '即办件', 承诺办结时限: '' }).matter.promisedValue).toBe(0);
  expect(read({ 权力来源: '5', 委托部门: '县交通运输局' }).matter).toMatchObject({ leadName: '县交通运输局', leadCreditCode: null });
  const ended = read({ 事项状态: '取消', 计划生效日期: '2020-01-01', 计划取消日期: '2026-05-01' });
  expect(ended).toMatchObject({ startsOn: '2026-05-01', matter: { validTo: null } });
  expect(read({ 计划取消日期: '2026-05-01' })).toMatchObject({ startsOn: null, matter: { validTo: '2026-05-01' } });
});

test('the documented columns are those that are read', () => {
  const documented = readFileSync(path.join(__dirname, '../../data/matter-columns.md'), 'utf8');
  expect(documented).toContain(columnTable());
});
