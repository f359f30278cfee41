import 'reflect-metadata';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { TOKEN_AUDIENCE } from '@township-graph/gateway/config';
import { DEVELOPMENT_ISSUER, developmentKey } from '@township-graph/gateway/development-key';
import { DIGEST_ALGORITHMS } from '@township-graph/shared/digest-algorithm';
import { Command, Option } from 'commander';
import { createServerDatabase, databaseUrlOf } from './database-url';
import { SUBGRAPHS } from './graph';
import { keepMachineTokens, machineTokenFile } from './machine-token-files';
import { prepareDatabases } from './open-subgraphs';
import { auditHeadsOf, DATA, ROOT, SUPERGRAPH } from './paths';
import { scaleOption } from './scale-option';
import { claimsOf } from './tokens';

interface Options {
  readonly port: string;
  readonly subgraphPort: string;
  readonly data: string;
  readonly demo: boolean;
  readonly scale?: number;
  readonly signBy: string;
  readonly machineTokens?: string;
}

const command = new Command('npm run start:distributed --')
  .description('Runs every subgraph and the gateway as a process of its own; the gateway calls the subgraphs over HTTP, signed.')
  .option('--port <port>', 'port of the gateway', process.env.PORT ?? '4000')
  .option('--subgraph-port <port>', 'first port of the subgraphs; 0 keeps their own (4101 …)', '0')
  .option('--data <directory>', 'where embedded databases and the development key lie', DATA)
  .option('--no-demo', 'do not load the demonstration counties')
  .addOption(scaleOption())
  .addOption(new Option('--sign-by <algorithm>', 'what calls to the subgraphs are signed by').choices(DIGEST_ALGORITHMS).default('sha256'))
  .option('--machine-tokens <directory>', 'with JWKS_URL: where the tokens lie that subgraphs ask the graph with, <subgraph>.token')
  .addHelpText(
    'after',
    '\nDATABASE_URL   server of the databases, such as mariadb://user:password@host:3306; each subgraph has its own\nWORKERS        processes of the gateway, or auto for one a core (1)\nGRAPH_DIVISIONS  divisions that subgraphs may ask the graph about (those of the demonstration)\nJWKS_URL       key set of your identity provider; without it the development key is used (not in production)',
  );

async function main(): Promise<void> {
  const { port, subgraphPort, data, demo, scale, signBy, machineTokens } = command.parse().opts<Options>();
  const server = process.env.DATABASE_URL;
  if (server) for (const { name } of SUBGRAPHS) await createServerDatabase(name, server);
  await prepareDatabases({ databaseUrl: (name) => databaseUrlOf(name, data), withDemo: demo, scale, showProgress: true });

  const key = process.env.JWKS_URL ? null : await developmentKey(data);
  const tokenDirectory = key ? path.join(data, 'machine-tokens') : machineTokens;
  if (key) await keepMachineTokens(SUBGRAPHS, key, tokenDirectory!);

  const processes: ChildProcess[] = [];
  const urls: string[] = [];
  const keys: string[] = [];
  for (const [index, { name, port: own, asksWith }] of SUBGRAPHS.entries()) {
    // A key a subgraph, made anew at each start: it lives in these processes' environments only.
    const signingKey = `start:${signBy}:${randomBytes(32).toString('hex')}`;
    const at = Number(subgraphPort) > 0 ? Number(subgraphPort) + index : own;
    urls.push(`${name}=http://127.0.0.1:${at}/graphql`);
    keys.push(`${name}:${signingKey}`);
    processes.push(
      run(`subgraphs/${name}/dist/main.js`, {
        DATABASE_URL: databaseUrlOf(name, data),
        AUDIT_HEADS: auditHeadsOf(data),
        SUBGRAPH_KEYS: signingKey,
        PORT: String(at),
        ...(asksWith &&
          tokenDirectory && { GRAPH_URL: `http://127.0.0.1:${port}/graphql`, GRAPH_TOKEN_FILE: machineTokenFile(tokenDirectory, name) }),
      }),
    );
  }
  const gateway = { PORT: port, SUPERGRAPH, SUBGRAPH_URLS: urls.join(','), SUBGRAPH_KEYS: keys.join(','), ...(await tokens(data)) };
  processes.push(run('gateway/dist/main.js', gateway));
  stopTogether(processes);
  const token = key && (await key.sign({ ...claimsOf('county-admin') }, 12 * 3600));
  await ready(`http://127.0.0.1:${port}/ready`);
  process.stdout.write(
    `\n图 Graph  http://127.0.0.1:${port}/graphql\nIDE       http://127.0.0.1:${port}/\n${token ? `\n县 county token (12 h, development only)\n${token}\n` : ''}\n`,
  );
}

/** Resolves when the gateway says that it and the subgraphs answer. */
async function ready(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the gateway did not become ready within 30 s; its log stands above');
}

/** Where the gateway finds the keys of access tokens. */
async function tokens(data: string): Promise<Record<string, string>> {
  if (process.env.JWKS_URL) return {};
  const { jwks } = await developmentKey(data);
  const file = path.join(data, 'development-jwks.json');
  writeFileSync(file, JSON.stringify(jwks));
  return { JWKS_FILE: file, TOKEN_ISSUER: DEVELOPMENT_ISSUER, TOKEN_AUDIENCE };
}

/** With the flags that this process has. */
function run(script: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [...process.execArgv, path.join(ROOT, script)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** One that ends takes the others with it: half a graph that looks whole is worse than none. */
function stopTogether(processes: readonly ChildProcess[]): void {
  let isStopping = false;
  const stop = (code: number) => {
    if (isStopping) return;
    isStopping = true;
    for (const child of processes) child.kill('SIGTERM');
    void Promise.all(processes.map((child) => child.exitCode ?? new Promise((resolve) => child.once('exit', resolve)))).then(() =>
      process.exit(code),
    );
  };
  for (const child of processes) child.once('exit', (code) => stop(code ?? 1));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(0));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
