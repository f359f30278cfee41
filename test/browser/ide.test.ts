import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startWholeGraph } from '../whole-graph';
import { CHROMIUM, type Chromium, chromiumInstalled, startChromium } from './chromium';

type Monaco = {
  readonly editor: {
    getModels(): readonly {
      getAllDecorations(): readonly { readonly options: { readonly className?: string | null } }[];
      readonly uri: { readonly path: string };
      getValue(): string;
    }[];
  };
};

/** As many as there are files of them. */
const EXAMPLES = readdirSync(path.resolve(__dirname, '../../gateway/ide/queries')).filter((file) => file.endsWith('.graphql')).length;

const canRun = chromiumInstalled() || Boolean(process.env.CI);
if (!canRun) {
  console.warn(`SKIPPED: the IDE is not tested, because there is no Chromium at ${CHROMIUM}. Install one, or name it in CHROMIUM_PATH.`);
}

(canRun ? describe : describe.skip)('the IDE in a browser', () => {
  let graph: Awaited<ReturnType<typeof startWholeGraph>>;
  let chromium: Chromium;
  let page: Page;

  /** What must stay empty: requests to other origins, console errors and policy violations. */
  const foreign: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    graph = await startWholeGraph();
    chromium = await startChromium();
    await chromium.context.route(
      (url) => url.origin !== new URL(graph.url).origin,
      (route) => {
        foreign.push(route.request().url());
        return route.abort();
      },
    );
    // Reports come from the browser itself, so that a violation is caught even if nothing is logged.
    await chromium.context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`Content-Security-Policy: ${violatedDirective} ${blockedURI}`);
      });
    });
  });

  beforeEach(async () => {
    foreign.length = 0;
    complaints.length = 0;
    page = await chromium.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('worker', (worker) => worker.on('console', (message) => complaints.push(message.text())));
  });

  afterEach(async () => {
    await page.close();
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
  });

  afterAll(async () => {
    await chromium?.close();
    await graph?.stop();
  });

  it('runs a typed query with Ctrl+Enter', async () => {
    await openQueryPage();
    await page.getByRole('button', { name: 'New tab' }).click();
    await typeQuery('{ division(code: "410225201") { name level } }');
    await page.keyboard.press('Control+Enter');
    expect(await answer()).toEqual({ data: { division: { name: '三义寨乡', level: 'TOWNSHIP' } } });
  });

  it('opens with all examples, and runs one with the button', async () => {
    await openQueryPage();
    await expect(page.locator('.examples li').count()).resolves.toBe(EXAMPLES);
    await expect(page.getByRole('tab').count()).resolves.toBe(EXAMPLES);

    await page.getByRole('button', { name: '一张乡镇名片（一次查询，多个子图）' }).click();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    expect(await answer()).toMatchObject({ data: { division: { name: '三义寨乡', parent: { name: '兰考县' } } } });
    await page.getByText('HTTP 200').waitFor();
  });

  it('fills in the variables of the first example', async () => {
    await openQueryPage();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    expect(await answer()).not.toHaveProperty('errors');
  });

  it('asks in the language of the page, and remembers it', async () => {
    const languages: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql') languages.push(request.headers()['accept-language']);
    });
    await openQueryPage();
    await page.getByRole('button', { name: '未登录 · 只看公开数据' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Signed out · public data only' }).waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await answer();
    expect([languages.at(0), languages.at(-1)]).toEqual(['zh-CN', 'en']);

    await page.reload();
    await page.getByRole('heading', { name: 'Example queries' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
  });

  it('says in plain words whose token it is, sends it, and keeps it in this tab only', async () => {
    await openQueryPage();
    await page.getByRole('button', { name: '未登录 · 只看公开数据' }).click();
    await page.getByRole('textbox', { name: '访问令牌' }).fill(`Bearer ${graph.tokens.township}`);
    const panel = page.getByRole('dialog');
    await panel.getByText('410225201').waitFor();
    await panel.getByText('三义寨乡').waitFor();
    await panel.getByText('乡级').waitFor();
    await panel.getByText(/还有 \d+ (天|小时|分钟)/).waitFor();
    await expect(panel.locator('.scopes li').count()).resolves.toBeGreaterThan(0);

    const { local, address } = await page.evaluate(() => ({ local: JSON.stringify({ ...localStorage }), address: location.href }));
    expect(local + address).not.toContain(graph.tokens.township.slice(0, 20));

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '我是谁，能看到哪里' }).click();
    const [request] = await Promise.all([
      page.waitForRequest((sent) => sent.postData()?.includes('query Viewer') ?? false),
      page.getByRole('button', { name: /^Execute query/ }).click(),
    ]);
    expect(request.headers().authorization).toBe(`Bearer ${graph.tokens.township}`);
    expect(await answer()).toMatchObject({ data: { viewer: { name: expect.any(String) } } });

    await page.locator('.token-button').click();
    await page.getByRole('button', { name: '清除令牌' }).click();
    await panel.getByText('贴入令牌（JWT）后').waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(graph.tokens.township);
  });

  it('refuses what is not a token', async () => {
    await openQueryPage();
    await page.locator('.token-button').click();
    await page.getByRole('textbox', { name: '访问令牌' }).fill('not.a token');
    await page.getByRole('alert').getByText('这不是令牌').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('township-graph:token'))).toBeNull();
  });

  it('documents the schema in both languages', async () => {
    await openQueryPage();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer-type-name').first().click();
    await page.getByRole('link', { name: 'Division', exact: true }).first().click();
    const description = await page.locator('.graphiql-plugin .graphiql-markdown-description').first().textContent();
    expect(description).toMatch(/[A-Za-z]{3}.*\p{Script=Han}{2}/su);
  });

  it('does not box Chinese brackets as unusual characters', async () => {
    await openQueryPage();
    await page.getByRole('button', { name: 'New tab' }).click();
    await typeQuery('{ matters(filter: { search: "兰综执罚决字〔2026〕12号，已送达" }) { totalCount } }');
    await page.locator('.graphiql-query-editor').getByText('〔2026〕').waitFor();
    // Monaco looks for such characters in a worker, a moment after the text has changed.
    await page.waitForTimeout(1_000);
    const marks = await page.evaluate(() => {
      const { editor } = (globalThis as unknown as { __MONACO: Monaco }).__MONACO;
      return editor.getModels().flatMap((model) => model.getAllDecorations().map(({ options }) => options.className));
    });
    expect(marks).toContain('bracket-match');
    expect(marks).not.toContain('unicode-highlight');
  });

  it('fits a phone: nothing sticks out, and a query runs', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openQueryPage();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: /^Execute query/ }).click();
    expect(await answer()).not.toHaveProperty('errors');
  });

  it('draws the schema', async () => {
    await page.goto(`${graph.url}/schema`);
    const nodes = page.locator('.schema-picture svg g.node');
    await nodes.first().waitFor({ timeout: 45_000 });
    expect(await nodes.count()).toBeGreaterThan(3);

    await page.getByLabel('从').selectOption('Organization');
    await page.getByLabel('看').selectOption('1 步之内');
    await page.waitForURL(/from=Organization&steps=1$/);
    await nodes.first().getByText('Organization', { exact: true }).first().waitFor();
    expect(await page.evaluate(() => localStorage.getItem('VoyagerSVGCache'))).toBeNull();
  });

  it('answers an asset of an earlier build with a clear 404', async () => {
    const response = await fetch(`${graph.url}/assets/query-page-GONE.js`);
    expect(response.status).toBe(404);
    expect(response.headers.get('cache-control')).toBe('no-store');
    await expect(response.text()).resolves.toContain('请刷新');
  });

  async function openQueryPage(): Promise<void> {
    await page.goto(graph.url);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  }

  async function typeQuery(query: string): Promise<void> {
    await page.locator('.graphiql-query-editor .monaco-editor').click();
    await page.keyboard.insertText(query);
  }

  /** The answer that the page shows; it may be longer than the screen, so it is read from GraphiQL's editor. */
  async function answer(): Promise<unknown> {
    const shown = await page.waitForFunction(() => {
      const { editor } = (globalThis as unknown as { __MONACO: Monaco }).__MONACO;
      return editor
        .getModels()
        .find(({ uri }) => uri.path.endsWith('response.json'))
        ?.getValue();
    });
    return JSON.parse((await shown.jsonValue()) ?? '');
  }
});
