import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { SUBGRAPHS } from '@township-graph/commands/graph';
import { readConfig, usage } from '@township-graph/gateway/config';
import { engineOf } from '@township-graph/shared/database';
import { graphClientFrom } from '@township-graph/shared/graph-client/graph-settings';
import { parseSigningKey } from '@township-graph/shared/signing-key';

const ROOT = path.resolve(__dirname, '..');
// The reader that knip brings along: one file is no reason for a package of our own.
const ofKnip = createRequire(path.join(ROOT, 'node_modules/knip/package.json'));
const { parse } = ofKnip('yaml');

interface Service {
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
}

const text = readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8');
const file = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly configs: Readonly<Record<string, { readonly content: string }>>;
};
const { services } = file;

/** What an operator would say. */
const SAID: Readonly<Record<string, string>> = {
  DATABASE_PASSWORD: 'p4ssword',
  JWKS_URL: 'https://idp.example/keys',
  TOKEN_ISSUER: 'https://idp.example',
  MACHINE_TOKENS: '/srv/tokens',
  ...Object.fromEntries(SUBGRAPHS.map(({ name }) => [`${name.toUpperCase()}_KEY`, `key1:${name.padEnd(32, '-')}`])),
};
const filled = (value: string) => value.replace(/\$\{(\w+)(?::[?-][^}]*)?\}/g, (_, name: string) => SAID[name] ?? `nobody says ${name}`);
const environmentOf = (name: string) =>
  Object.fromEntries(Object.entries(services[name]!.environment).map(([variable, value]) => [variable, filled(String(value))]));

test('every part of the graph is a service, with what tells that it is there', () => {
  expect(Object.keys(services).toSorted()).toEqual(['database', 'gateway', 'redis', ...SUBGRAPHS.map(({ name }) => name)].toSorted());
  expect(Object.values(services).every(({ healthcheck }) => healthcheck !== undefined)).toBe(true);
});

test('what serves is started with the flags that npm scripts give it', () => {
  const { config, scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const own = [...SUBGRAPHS.map(({ name }) => name), 'gateway'];
  expect(own.map((name) => services[name]!.entrypoint)).toEqual(own.map(() => ['node', ...config.node.split(' ')]));
  for (const script of ['start', 'start:distributed', 'gateway']) expect(scripts[script]).toMatch(/^node \$npm_package_config_node /);
});

describe.each(SUBGRAPHS)('$name', ({ name, port, asksWith }) => {
  const environment = environmentOf(name);

  test('runs its own program on its own port, with a database that is made for it and a key that it can read', () => {
    expect(services[name]!.command).toEqual([`subgraphs/${name}/dist/main.js`]);
    expect(environment.PORT).toBe(String(port));
    const { pathname, hostname } = new URL(environment.DATABASE_URL!);
    expect([engineOf(environment.DATABASE_URL!), hostname, pathname]).toEqual(['mariadb', 'database', `/township_${name}`]);
    expect(file.configs.databases!.content).toContain(`CREATE DATABASE township_${name} `);
    expect(parseSigningKey(environment.SUBGRAPH_KEYS!).id).toBe('key1');
    expect(services[name]!.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });

  test(asksWith ? 'asks the graph with a token of its own, read from a file' : 'asks nobody, and is given no token', () => {
    expect(graphClientFrom(environment) !== null).toBe(asksWith !== undefined);
    expect(environment.GRAPH_TOKEN_FILE).toBe(asksWith && `/tokens/${name}.token`);
    expect((services[name]!.volumes ?? []).map(filled).includes('/srv/tokens:/tokens:ro')).toBe(asksWith !== undefined);
  });
});

test('the gateway reaches each subgraph where it listens, and signs with the key that it reads', () => {
  const config = readConfig({ ...environmentOf('gateway'), NODE_ENV: 'production' });
  const reached = SUBGRAPHS.map(({ name, port }) => [name, `http://${name}:${port}/graphql`]);
  expect(Object.entries(config.subgraphUrls).map(([name, url]) => [name, String(url)])).toEqual(reached);
  for (const { name } of SUBGRAPHS) expect(config.subgraphKeys[name]).toEqual(parseSigningKey(environmentOf(name).SUBGRAPH_KEYS!));
  expect([config.port, config.host, String(config.jwksUrl), config.rateLimit.redisUrl]).toEqual([
    4000,
    '0.0.0.0',
    SAID.JWKS_URL,
    'redis://redis:6379',
  ]);
  expect(services.gateway!.ports!.map(filled)[0]).toMatch(/:4000$/);
});

test('no variable is set that nobody reads', () => {
  const help = execFileSync(process.execPath, [path.join(ROOT, 'subgraphs/directory/dist/main.js'), '--help'], { encoding: 'utf8' });
  const unread = (name: string, said: string) =>
    Object.keys(services[name]!.environment).filter((variable) => !new RegExp(`\\b${variable}\\b`).test(said));
  expect(SUBGRAPHS.flatMap(({ name }) => unread(name, help))).toEqual([]);
  expect(unread('gateway', usage())).toEqual([]);
});

test('nothing secret stands in the file: every key and password is the operator’s to say, or the file stops there', () => {
  const secrets = Object.values(services).flatMap(({ environment = {} }) =>
    Object.entries(environment).filter(([variable]) => /KEY|PASSWORD$/.test(variable)),
  );
  expect(secrets.length).toBe(SUBGRAPHS.length + 3);
  for (const [variable, value] of secrets)
    if (variable !== 'MARIADB_RANDOM_ROOT_PASSWORD') expect(value).toMatch(/^(\w+:)?\$\{\w+(:\?[^}]+)?\}(,\w+:\$\{\w+\})*$/);
  expect(text).not.toMatch(/[0-9a-f]{32}/i);
});
