import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoCreditCode } from '@township-graph/shared/credit-code';
import { type ImportOptions, importCsv } from '@township-graph/shared/csv-import';
import { type CsvText, csvFile, csvString } from '@township-graph/shared/csv-text';
import { ImportCheckpoint } from '@township-graph/shared/import-checkpoint';
import { asking, viewerOf } from '@township-graph/shared/testing/ask';
import { ENGINES, freshDatabase, type TestDatabase } from '@township-graph/shared/testing/database';
import { gbk } from '@township-graph/shared/testing/gbk';
import { version } from 'uuid';
import { MATTERS_SCHEMA } from '../database';
import { createMattersSubgraph } from '../subgraph';
import { Matter } from './matter.entity';
import { matterImport } from './matter.import';
import { MatterGuide } from './matter-guide.entity';
import { MatterSite } from './matter-site.entity';

const SAMPLE = path.join(__dirname, '../../data/sample-matters.csv');
const TODAY = '2026-03-02';

type Row = Readonly<Record<string, string>>;

const organ = demoCreditCode('11', '410225', 1201);
const codeOf = (serial: number, level = 5, creditCode = organ) => `${creditCode}${level}4101998${String(serial).padStart(5, '0')}`;

const row = (serial: number, change: Row = {}): Row => ({
  事项名称: `宅基地审批${serial}`,
  实施编码: codeOf(serial),
  事项类型: '行政许可',
  行使层级: '5',
  实施主体编码: organ,
  实施主体: '三义寨乡人民政府',
  办件类型: '承诺件',
  法定办结时限: '20',
  承诺办结时限: '10',
  办理流程: '受理:核对材料；决定:作出决定',
  申请材料: '申请表',
  乡镇街道代码: '410225201',
  村居代码: '',
  实施主体所在区划: '',
  事项状态: '',
  村级办理方式: '',
  设定依据: '《土地管理法》第六十二条',
  计划生效日期: '',
  计划取消日期: '',
  ...change,
});

const csvOf = (...rows: readonly Row[]) =>
  `${[Object.keys(row(0)), ...rows.map((cells) => Object.keys(row(0)).map((column) => cells[column] ?? ''))].map((cells) => cells.join(',')).join('\n')}\n`;

const many = (count: number) => csvOf(...Array.from({ length: count }, (_, serial) => row(serial)));

describe.each(ENGINES)('importing matters on %s', (engine) => {
  let opened: TestDatabase;
  let ask: ReturnType<typeof asking>;
  let today: string;

  const clock = () => new Date(`${today}T02:00:00Z`);
  const load = (csv: string | CsvText, options: ImportOptions = {}) =>
    importCsv(opened.database.manager, typeof csv === 'string' ? csvString(csv) : csv, () => matterImport({ clock }), {
      clock,
      ...options,
    });
  const reasonsOf = async (csv: string | CsvText) => (await load(csv)).badRows.map(({ line, error }) => [line, error.reason]);
  const revisionsOf = async (serial: number) =>
    (await opened.database.manager.find(Matter, { where: { implementationCode: codeOf(serial) }, order: { revision: 'ASC' } })).map(
      ({ revision, state, promisedValue, validFrom, validTo }) => [revision, state, promisedValue, validFrom, validTo],
    );
  const sitesOf = async (serial: number) => {
    const { id } = await opened.database.manager.findOneByOrFail(Matter, { implementationCode: codeOf(serial) });
    const sites = await opened.database.manager.find(MatterSite, {
      where: { matterId: id },
      order: { divisionCode: 'ASC', validFrom: 'ASC' },
    });
    return sites.map(({ divisionCode, validFrom, validTo }) => [divisionCode, validFrom, validTo]);
  };
  const countAll = async () => Promise.all([Matter, MatterGuide, MatterSite].map((entity) => opened.database.manager.count(entity)));

  beforeEach(async () => {
    today = TODAY;
    opened = await freshDatabase(engine, MATTERS_SCHEMA);
    ask = asking((await createMattersSubgraph({ database: opened.database, clock })).execute);
  });

  afterEach(() => opened.close());

  test('a file with bad rows is refused whole, each with its line; the good ones are taken only when asked', async () => {
    const csv = [
      csvOf(
        row(1),
        row(2, { 实施编码: codeOf(2).slice(0, 30) }),
        row(3, { 承诺办结时限: '21' }),
        row(1, { 承诺办结时限: '9', 乡镇街道代码: '410225201' }),
        row(1),
        row(4, { 办理流程: '一|二|三|四|五' }),
        row(5, { 计划生效日期: '2026-02-30' }),
        row(6, { 计划取消日期: TODAY }),
      ).trimEnd(),
      '半行,11410225',
      `${Object.values(row(7)).slice(0, -1).join(',')},"没有`,
    ].join('\n');
    expect(await reasonsOf(csv)).toEqual([
      [3, 'MALFORMED_IMPLEMENTATION_CODE'],
      [4, 'PROMISE_BEYOND_LAW'],
      [5, 'ROWS_DISAGREE'],
      [6, 'SITE_REPEATED'],
      [7, 'TOO_MANY_STEPS'],
      [8, 'MALFORMED_DAY'],
      [9, 'DAYS_REVERSED'],
      [10, 'ROW_WIDTH'],
      [11, 'ROW_MALFORMED'],
    ]);
    expect(await countAll()).toEqual([0, 0, 0]);
    expect(await load(csv, { skipBadRows: true })).toMatchObject({ inserted: 1, bad: 9, isWritten: true });
    expect(await countAll()).toEqual([1, 1, 1]);
  });

  test('a needed column that is missing is named, under its official name', async () => {
    await expect(load(csvOf(row(1)).replace('承诺办结时限', '时限').replace('实施主体,', '主体,'))).rejects.toMatchObject({
      reason: 'COLUMNS_MISSING',
      details: { columns: ['实施主体', '承诺办结时限'] },
    });
    expect(await load(csvOf(row(1)).replace('承诺办结时限', 'promise_day'))).toMatchObject({ inserted: 1 });
  });

  test('a GBK file that a spreadsheet saved is the same file', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'matters-'));
    try {
      const file = path.join(directory, 'gbk.csv');
      writeFileSync(file, gbk(readFileSync(SAMPLE, 'utf8').replaceAll('\n', '\r\n')));
      expect(await load(await csvFile(file))).toMatchObject({ bad: 0, isWritten: true });
      expect(await load(await csvFile(SAMPLE))).toMatchObject({ inserted: 0, updated: 0, unchanged: 13 });
      expect(await opened.database.manager.countBy(Matter, { name: '最低生活保障对象认定（示例）' })).toBe(1);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test('the sample is what it says: real matters of fictitious organs, found, sited and scoped', async () => {
    expect(await load(await csvFile(SAMPLE))).toMatchObject({ rows: 13, bad: 0, inserted: 13 });
    const matters = await opened.database.manager.find(Matter);
    expect(matters).toHaveLength(11);
    for (const { id, implementingCreditCode, name, revision, basisVerified, isDemonstration } of matters) {
      expect(version(id)).toBe(7);
      expect(implementingCreditCode).toContain('DEM0');
      expect(name).toContain('示例');
      expect([revision, basisVerified, isDemonstration]).toEqual([1, false, false]);
    }
    const { data, errors } = await ask(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Division { matters { totalCount nodes { name } } } }
        found: matters(filter: { search: "低保" }) { nodes { division { code } sites { nodes { division { code } } } materials { name shared } legalBases { title article verified } guide { text } } }
        forward: matters(filter: { exerciseLevel: VILLAGE, search: "津贴" }) { nodes { villageRole leadDepartment { name } sites { totalCount } } }
        entrusted: matters(filter: { search: "道路 许可" }) { nodes { powerSource leadDepartment { name } fee { charged basis } } }
      }`,
      undefined,
      { representations: ['410225201', '410225001', '410225201240', '410225001001'].map((code) => ({ __typename: 'Division', code })) },
    );
    expect(errors).toBeUndefined();
    expect(data._entities.map(({ matters }: { matters: { totalCount: number } }) => matters.totalCount)).toEqual([7, 2, 1, 1]);
    const [low] = data.found.nodes;
    expect(low).toMatchObject({
      division: { code: '410225' },
      legalBases: [{ title: '社会救助暂行办法', article: '第十一条', verified: false }],
    });
    expect(low.sites.nodes.map(({ division }: { division: { code: string } }) => division.code)).toEqual(['410225001', '410225201']);
    expect(low.guide.text).toContain('承诺办结时限：20个工作日');
    expect(data.forward.nodes).toEqual([
      { villageRole: 'ACCEPT_FORWARD', leadDepartment: { name: '兰考县民政局' }, sites: { totalCount: 3 } },
    ]);
    expect(data.entrusted.nodes[0]).toMatchObject({ powerSource: 'ENTRUSTED_BY_SUPERIOR', fee: { charged: true } });
  });

  test('the same rows again change nothing, on another day too', async () => {
    await load(many(3));
    const before = await countAll();
    today = '2026-03-09';
    expect(await load(`${many(3)}\n`)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    expect(await countAll()).toEqual(before);
  });

  test('a change is a revision: what held before is what it was, and asOf finds both', async () => {
    await load(csvOf(row(1, { 计划生效日期: '2026-01-01' })));
    expect(await load(csvOf(row(1, { 承诺办结时限: '5' })))).toMatchObject({ updated: 1 });
    expect(await load(csvOf(row(1, { 承诺办结时限: '3', 计划生效日期: '2026-04-01' })))).toMatchObject({ updated: 1 });
    expect(await revisionsOf(1)).toEqual([
      [1, 'PUBLISHED', 10, '2026-01-01', '2026-03-02'],
      [2, 'PUBLISHED', 5, '2026-03-02', '2026-04-01'],
      [3, 'PUBLISHED', 3, '2026-04-01', null],
    ]);
    const code = codeOf(1);
    const { data } = await ask(
      `query ($code: String) {
        before: matter(implementationCode: $code, asOf: "2026-03-01") { id promisedLimit { value } steps { name } }
        now: matter(implementationCode: $code) { id promisedLimit { value } history { revision } }
        then: matter(implementationCode: $code, asOf: "2026-04-01") { id promisedLimit { value } materials { name } }
        listed: matters(filter: { asOf: "2026-02-01" }) { nodes { promisedLimit { value } } }
        never: matter(implementationCode: $code, asOf: "2025-12-31") { id }
      }`,
      undefined,
      { code },
    );
    expect(data.before).toMatchObject({ id: data.now.id, promisedLimit: { value: 10 }, steps: [{ name: '受理' }, { name: '决定' }] });
    expect(data.now).toMatchObject({ promisedLimit: { value: 5 }, history: [{ revision: 3 }, { revision: 2 }, { revision: 1 }] });
    expect(data.then).toMatchObject({ id: data.now.id, promisedLimit: { value: 3 }, materials: [{ name: '申请表' }] });
    expect(data.listed.nodes).toEqual([{ promisedLimit: { value: 10 } }]);
    expect(data.never).toBeNull();
    expect(await sitesOf(1)).toEqual([['410225201', '2026-01-01', null]]);
  });

  test('a change back in time is refused, one of today is corrected today', async () => {
    await load(csvOf(row(1, { 计划生效日期: '2026-01-01' })));
    for (const day of ['2025-12-31', '2026-01-01'])
      expect(await reasonsOf(csvOf(row(1, { 承诺办结时限: '5', 计划生效日期: day })))).toEqual([[2, 'REVISION_BACKDATED']]);
    await load(csvOf(row(1, { 承诺办结时限: '50', 法定办结时限: '60' })));
    await load(csvOf(row(1, { 承诺办结时限: '5', 法定办结时限: '60' })));
    expect(await revisionsOf(1)).toEqual([
      [1, 'PUBLISHED', 10, '2026-01-01', TODAY],
      [2, 'PUBLISHED', 50, TODAY, TODAY],
      [3, 'PUBLISHED', 5, TODAY, null],
    ]);
  });

  test('a draft is for its officials, is replaced by another, and becomes the first revision', async () => {
    await load(csvOf(row(1, { 事项状态: '拟稿', 乡镇街道代码: '410225201', 计划生效日期: '2026-06-01' })));
    await load(csvOf(row(1, { 事项状态: '拟稿', 承诺办结时限: '5' })));
    expect(await revisionsOf(1)).toEqual([[1, 'DRAFT', 5, TODAY, null]]);
    const query = 'query ($code: String) { matter(implementationCode: $code) { state } }';
    const answer = async (viewer?: ReturnType<typeof viewerOf>) => (await ask(query, viewer, { code: codeOf(1) })).data.matter;
    expect(await answer()).toBeNull();
    expect(await answer(viewerOf(['410225001'], ['matters:read']))).toBeNull();
    expect(await answer(viewerOf(['410225201'], ['matters:read']))).toEqual({ state: 'DRAFT' });
    expect(await reasonsOf(csvOf(row(1, { 事项状态: '取消' })))).toEqual([[2, 'NEVER_PUBLISHED']]);
    await load(csvOf(row(1, { 计划生效日期: '2026-01-15' })));
    expect(await revisionsOf(1)).toEqual([[1, 'PUBLISHED', 10, '2026-01-15', null]]);
    expect(await sitesOf(1)).toEqual([['410225201', '2026-01-15', null]]);
    expect(await reasonsOf(csvOf(row(1, { 事项状态: '拟稿' })))).toEqual([[2, 'PUBLISHED_ALREADY']]);
  });

  test('a matter is suspended, taken out of the list with its places, and comes back', async () => {
    const since = { 计划生效日期: '2026-01-01' };
    await load(csvOf(row(1, since)));
    await load(csvOf(row(1, { ...since, 事项状态: '暂停', 计划生效日期: '2026-02-01' })));
    await load(csvOf(row(1, { ...since, 事项状态: '取消', 计划取消日期: '2026-02-15' })));
    expect(await sitesOf(1)).toEqual([['410225201', '2026-01-01', '2026-02-15']]);
    expect(await load(csvOf(row(1, { ...since, 事项状态: '取消', 计划取消日期: '2026-02-15' })))).toMatchObject({ unchanged: 1 });
    await load(csvOf(row(1)));
    expect((await revisionsOf(1)).map(([revision, state, , from, to]) => [revision, state, from, to])).toEqual([
      [1, 'PUBLISHED', '2026-01-01', '2026-02-01'],
      [2, 'SUSPENDED', '2026-02-01', '2026-02-15'],
      [3, 'ABOLISHED', '2026-02-15', TODAY],
      [4, 'PUBLISHED', TODAY, null],
    ]);
    expect(await sitesOf(1)).toEqual([
      ['410225201', '2026-01-01', '2026-02-15'],
      ['410225201', TODAY, null],
    ]);
  });

  test('a planned end ends the last revision, and its rows say so again without change', async () => {
    const seasonal = row(1, { 计划取消日期: '2026-03-10' });
    await load(csvOf(seasonal));
    expect(await revisionsOf(1)).toEqual([[1, 'PUBLISHED', 10, TODAY, '2026-03-10']]);
    today = '2026-05-01';
    expect(await load(csvOf(seasonal))).toMatchObject({ unchanged: 1 });
    expect((await ask('{ matters { totalCount } }')).data.matters.totalCount).toBe(0);
    await load(csvOf(row(1)));
    expect((await revisionsOf(1)).map(([, , , from, to]) => [from, to])).toEqual([
      [TODAY, '2026-03-10'],
      ['2026-05-01', null],
    ]);
  });

  test('rows of one matter add places, in one file or later, across batches, and never take one away', async () => {
    const at = (village: string) => row(1, { 实施编码: codeOf(1, 6), 行使层级: '6', 村居代码: village, 村级办理方式: '代办' });
    const villages = ['410225201240', '410225201241', '410225201242'];
    expect(await load(csvOf(...villages.map(at)), { batchSize: 2 })).toMatchObject({ inserted: 3 });
    expect(await opened.database.manager.count(Matter)).toBe(1);
    today = '2026-03-09';
    expect(await load(csvOf(at('410225201243|410225201240')))).toMatchObject({ inserted: 1 });
    expect(await load(csvOf(at('410225201240')))).toMatchObject({ unchanged: 1 });
    const sites = await opened.database.manager.find(MatterSite, { order: { divisionCode: 'ASC' } });
    expect(sites.map(({ divisionCode, validFrom }) => [divisionCode, validFrom])).toEqual([
      ...villages.map((village) => [village, TODAY]),
      ['410225201243', '2026-03-09'],
    ]);
  });

  test('a legal basis that somebody read stays read; what the organ leaves out is gone from the new revision only', async () => {
    await load(csvOf(row(1)));
    const { id } = await opened.database.manager.findOneByOrFail(Matter, { implementationCode: codeOf(1) });
    const basis = { title: '土地管理法', article: '第六十二条', text: null, verified: true };
    await opened.database.manager.update(MatterGuide, { matterId: id }, { legalBases: [basis] });
    today = '2026-03-09';
    expect(await load(csvOf(row(1)))).toMatchObject({ unchanged: 1 });
    await load(csvOf(row(1, { 申请材料: '' })));
    const guides = await opened.database.manager.find(MatterGuide, { order: { revision: 'ASC' } });
    expect(guides.map(({ materials, legalBases }) => [materials.length, legalBases])).toEqual([
      [1, [basis]],
      [0, [basis]],
    ]);
    expect((await opened.database.manager.findOneByOrFail(Matter, { id, revision: 2 })).basisVerified).toBe(true);
  });

  test('an import cut off goes on after the last batch that was written, and ends as if it never stopped', async () => {
    const text = many(95);
    let reading = 0;
    const dying: CsvText = {
      bytes: text.length,
      async *read() {
        reading += 1;
        const cut = reading === 2 ? text.length / 2 : text.length;
        for (let at = 0; at < cut; at += 500) yield text.slice(at, at + 500);
        if (reading === 2) throw new Error('power cut');
      },
    };
    await expect(load(dying, { batchSize: 10 })).rejects.toThrow('power cut');
    const [written, guides, sites] = await countAll();
    expect(written).toBeGreaterThan(0);
    expect([written! % 10, guides, sites]).toEqual([0, written, written]);
    expect(await load(text, { batchSize: 10 })).toMatchObject({ resumedAfter: written, inserted: 95 - written! });
    expect(await countAll()).toEqual([95, 95, 95]);
    expect(await opened.database.manager.count(ImportCheckpoint)).toBe(0);
  });

  test('a batch that fails leaves nothing behind', async () => {
    const write = () =>
      load(many(5), {
        clock: () => {
          throw new Error('no clock');
        },
      });
    await expect(write()).rejects.toThrow('no clock');
    expect(await countAll()).toEqual([0, 0, 0]);
    expect((await ask('{ matters(filter: { search: "宅基" }) { totalCount } }')).data.matters.totalCount).toBe(0);
  });

  test('a thousand known rows take as many statements as ten', async () => {
    const statements = async (count: number) => {
      await load(many(count));
      return (await opened.statementsOf(() => load(many(count)))).length;
    };
    expect(await statements(1000)).toBe(await statements(10));
  });

  describe('through the graph', () => {
    const mutation =
      'mutation ($input: ImportMattersInput!) { importMatters(input: $input) { rows inserted updated unchanged isWritten rejected { line reason message } } }';
    const clerk = viewerOf(['410225201'], ['matters:manage']);
    const send = (csv: string, viewer = clerk, more = {}) => ask(mutation, viewer, { input: { csv, ...more } });
    const neighbour = row(2, {
      实施编码: codeOf(2, 5, demoCreditCode('11', '410225', 1001)),
      实施主体编码: demoCreditCode('11', '410225', 1001),
      乡镇街道代码: '410225001',
    });

    test('a clerk imports for organs of its own divisions only', async () => {
      const { data, errors } = await send(csvOf(row(1), neighbour));
      expect(errors).toBeUndefined();
      expect(data.importMatters).toEqual({
        rows: 2,
        inserted: 0,
        updated: 0,
        unchanged: 0,
        isWritten: false,
        rejected: [{ line: 3, reason: 'OUTSIDE_DIVISIONS', message: expect.stringContaining('410225001') }],
      });
      expect((await send(csvOf(row(1), neighbour), clerk, { skipBadRows: true })).data.importMatters).toMatchObject({
        inserted: 1,
        isWritten: true,
      });
      expect((await send(csvOf(neighbour), viewerOf(['410225'], ['matters:manage']))).data.importMatters).toMatchObject({ inserted: 1 });
    });

    test('a clerk cannot take over the matters of another organ by saying that it is here', async () => {
      await load(csvOf(neighbour));
      const before = await countAll();
      const moved = { ...neighbour, 实施主体所在区划: '410225201', 乡镇街道代码: '410225201' };
      const anotherOfIts = { ...moved, 实施编码: `${neighbour.实施编码!.slice(0, -1)}9` };
      const ofAnotherCounty = demoCreditCode('11', '330381', 1116);
      const foreign = { ...moved, 实施主体编码: ofAnotherCounty, 实施编码: codeOf(3, 5, ofAnotherCounty) };
      const { data } = await send(csvOf(moved, anotherOfIts, foreign));
      expect(data.importMatters.rejected.map(({ line, reason }: { line: number; reason: string }) => [line, reason])).toEqual([
        [2, 'OUTSIDE_DIVISIONS'],
        [3, 'OUTSIDE_DIVISIONS'],
        [4, 'OUTSIDE_DIVISIONS'],
      ]);
      expect(await countAll()).toEqual(before);
    });

    test.each([
      ['has a planned end', {}],
      ['is a draft with a planned end', { 事项状态: '拟稿' }],
    ])('nor one that %s', async (_, change) => {
      await load(csvOf({ ...neighbour, ...change, 计划取消日期: '2027-01-01' }));
      const before = await opened.database.manager.find(Matter);
      const moved = { ...neighbour, 实施主体所在区划: '410225201', 乡镇街道代码: '410225201', 事项名称: '改了名' };
      const anotherOfIts = { ...moved, 实施编码: `${neighbour.实施编码!.slice(0, -1)}9` };
      const { data } = await send(csvOf(moved, anotherOfIts), clerk, { skipBadRows: true });
      expect(data.importMatters).toMatchObject({
        inserted: 0,
        updated: 0,
        rejected: [{ reason: 'OUTSIDE_DIVISIONS' }, { reason: 'OUTSIDE_DIVISIONS' }],
      });
      expect(await opened.database.manager.find(Matter)).toEqual(before);
    });

    test('nor go on with one that has ended there', async () => {
      await load(csvOf({ ...neighbour, 计划取消日期: '2026-03-03' }));
      const before = await countAll();
      today = '2026-03-10';
      const { data } = await send(csvOf({ ...neighbour, 实施主体所在区划: '410225201', 乡镇街道代码: '410225201', 事项名称: '改了名' }));
      expect(data.importMatters.rejected).toMatchObject([{ reason: 'OUTSIDE_DIVISIONS' }]);
      expect(await countAll()).toEqual(before);
    });

    test('who has but a township is told its answer again, and its auditors read of it', async () => {
      const more = { idempotencyKey: 'import-once-1' };
      const viewer = { ...clerk, divisions: [...clerk.divisions, { code: '410225001', until: '2026-01-01' }] };
      const first = await send(csvOf(row(1)), viewer, more);
      expect(first.data.importMatters.inserted).toBe(1);
      expect(await send(csvOf(row(1)), viewer, more)).toEqual(first);
      const refused = await send(csvOf(neighbour), viewer, { idempotencyKey: 'import-once-2' });
      expect(refused.data.importMatters.isWritten).toBe(false);
      expect(await send(csvOf(neighbour), viewer, { idempotencyKey: 'import-once-2' })).toEqual(refused);
      const { data } = await ask('{ mattersAudit { nodes { action divisions } } }', viewerOf(['410225201'], ['audit:read']));
      const record = { action: 'importMatters', divisions: ['410225201'] };
      expect(data.mattersAudit.nodes).toEqual([record, record]);
    });

    test('the same list sent by many at once is taken once, and refuses nobody', async () => {
      const answers = await Promise.all(Array.from({ length: 6 }, () => send(many(20))));
      expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined));
      expect(answers.map(({ data }) => data.importMatters.inserted).sort((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 20]);
      expect(await opened.database.manager.count(Matter)).toBe(20);
    });

    test.each([
      ['nobody', undefined, { code: 'UNAUTHENTICATED' }],
      ['a reader', viewerOf(['410225201'], ['matters:read']), { code: 'FORBIDDEN', reason: 'SCOPE_MISSING' }],
      ['a clerk of organisations', viewerOf(['410225201'], ['directory:manage']), { code: 'FORBIDDEN' }],
    ])('%s may not import', async (_, viewer, extensions) => {
      const { errors } = await ask(mutation, viewer, { input: { csv: csvOf(row(1)) } });
      expect(errors?.[0]?.extensions).toMatchObject(extensions);
      expect(await countAll()).toEqual([0, 0, 0]);
    });

    test('nonsense is refused', async () => {
      expect((await send('nonsense')).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'COLUMNS_MISSING' });
      expect((await send('')).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'COLUMNS_MISSING' });
    });
  });
});
