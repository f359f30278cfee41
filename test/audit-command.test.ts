import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SUBGRAPHS } from '@township-graph/commands/graph';
import { openDatabase } from '@township-graph/shared/database';

const ROOT = path.resolve(__dirname, '..');

/** Runs a command of the README as npm does. */
function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'commands/dist', script), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'development', AUDIT_HEADS: undefined, ...env },
  });
  return { status, stdout, stderr };
}

describe('npm run audit -- verify', () => {
  let data: string;

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'township-graph-audit-'));
    for (const { name, schema } of SUBGRAPHS)
      await (await openDatabase({ ...schema, url: `sqlite:${path.join(data, `${name}.db`)}` })).destroy();
    const imported = run('import.js', ['matters', path.join(ROOT, 'subgraphs/matters/data/sample-matters.csv'), '--data', data]);
    expect(imported.status).toBe(0);
  });

  afterAll(() => rmSync(data, { recursive: true, force: true }));

  test('an import by command is on record, its head is exported, and the trail holds', () => {
    expect(existsSync(path.join(data, 'audit-heads.jsonl'))).toBe(true);
    const { status, stdout } = run('audit.js', ['verify', '--data', data]);
    expect(stdout).toMatch(/✓ directory: 0 records hold/);
    expect(stdout).toMatch(/✓ matters: [1-9]\d* records hold/);
    expect(status).toBe(0);
  });

  test('a changed record is named, and the command fails', async () => {
    const database = await openDatabase({
      ...SUBGRAPHS.find(({ name }) => name === 'matters')!.schema,
      url: `sqlite:${path.join(data, 'matters.db')}`,
    });
    const [{ subject }] = await database.query('SELECT subject FROM audit_record WHERE sequence = 1');
    await database.query("UPDATE audit_record SET subject = 'nobody' WHERE sequence = 1");
    const found = run('audit.js', ['verify', '--data', data, '--subgraph', 'matters']);
    await database.query('UPDATE audit_record SET subject = ? WHERE sequence = 1', [subject]);
    await database.destroy();
    expect(found.stdout).toMatch(/✗ matters: changed 被篡改: #1 import matters by nobody/);
    expect(found.status).toBe(1);
  });

  test('what was asked for and is not there is not passed over', () => {
    expect(run('audit.js', ['verify', '--data', data, '--heads', '/nowhere/heads.jsonl'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/does not exist/),
    });
    expect(run('audit.js', ['verify', '--data', data], { AUDIT_HEADS: '/nowhere/heads.jsonl' })).toMatchObject({ status: 1 });
    expect(run('audit.js', ['verify', '--data', path.join(data, 'elsewhere')])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no database/),
    });
    expect(run('audit.js', ['verify', '--data', data, '--subgraph', 'none'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no subgraph none/),
    });
  });
});
