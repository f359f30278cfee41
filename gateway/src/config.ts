import { type SigningKey, signingKey } from '@township-graph/shared/signature';

/** What a gateway process is told from outside. Read once, at the start; nothing else in `gateway/` looks at the environment. */
export interface GatewayConfig {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly supergraph: string | null;
  readonly supergraphPollMs: number;
  readonly subgraphTimeoutMs: number;
  readonly subgraphMaxResponseBytes: number;
  /** By subgraph name; where one is reached when not at the supergraph's URL. */
  readonly subgraphUrls: Readonly<Record<string, URL>>;
  /** By subgraph name; one that has no key here is called unsigned. */
  readonly subgraphKeys: Readonly<Record<string, SigningKey>>;
  readonly jwksUrl: URL | null;
  readonly jwksFile: string | null;
  readonly tokenIssuer: string | null;
  readonly tokenAudience: string;
  readonly corsOrigins: readonly string[];
}

/** Every variable, with what `--help` says of it. */
const VARIABLES = {
  SUPERGRAPH: 'supergraph SDL: path of a file, or http(s) URL; needed',
  SUPERGRAPH_POLL_MS: 'how often to look for a new supergraph; 0 never (5000)',
  PORT: 'port to listen on; 0 takes a free one (4000)',
  HOST: 'address to listen on (127.0.0.1; 0.0.0.0 in production)',
  SUBGRAPH_TIMEOUT_MS: 'longest wait for one call to a subgraph (10000)',
  SUBGRAPH_MAX_RESPONSE_BYTES: 'largest answer taken from a subgraph (10485760)',
  SUBGRAPH_URLS: "name=url,… for subgraphs that are not at the supergraph's own URLs (none)",
  SUBGRAPH_KEYS: 'name:keyId:secret,… for subgraphs whose calls are signed; others are called unsigned (none)',
  JWKS_URL: 'key set that access tokens are verified against, as URL (none: every token is refused)',
  JWKS_FILE: 'the same, as a file; one of the two',
  TOKEN_ISSUER: 'issuer that tokens must name; needed with a key set',
  TOKEN_AUDIENCE: 'audience that tokens must name (township-graph)',
  CORS_ORIGINS: 'origins of browser clients, separated by commas (none)',
  NODE_ENV: '"production" refuses development keys and open introspection',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent (info)',
} as const;

type Variable = keyof typeof VARIABLES;
type Environment = Readonly<Record<string, string | undefined>>;

export const TOKEN_AUDIENCE = 'township-graph';

/** A value that cannot be used. The message names the variable and never repeats a value, which may be a secret. */
export class ConfigError extends Error {
  constructor(variable: Variable, problem: string) {
    super(`${variable}: ${problem}`);
    this.name = 'ConfigError';
  }
}

export function readConfig(env: Environment = process.env): GatewayConfig {
  const text = (name: Variable): string | null => env[name]?.trim() || null;
  const production = text('NODE_ENV') === 'production';
  const config: GatewayConfig = {
    production,
    host: text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: wholeNumber(env, 'PORT', 4000, 0, 65_535),
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? (text('NODE_ENV') === 'test' ? 'silent' : 'info'), LOG_LEVELS),
    supergraph: text('SUPERGRAPH'),
    supergraphPollMs: wholeNumber(env, 'SUPERGRAPH_POLL_MS', 5000, 0, 86_400_000),
    subgraphTimeoutMs: wholeNumber(env, 'SUBGRAPH_TIMEOUT_MS', 10_000, 1, 600_000),
    subgraphMaxResponseBytes: wholeNumber(env, 'SUBGRAPH_MAX_RESPONSE_BYTES', 10 * 1024 * 1024, 1024, 1024 ** 3),
    subgraphUrls: subgraphUrls(text('SUBGRAPH_URLS')),
    subgraphKeys: subgraphKeys(text('SUBGRAPH_KEYS')),
    jwksUrl: webAddress('JWKS_URL', text('JWKS_URL')),
    jwksFile: text('JWKS_FILE'),
    tokenIssuer: text('TOKEN_ISSUER'),
    tokenAudience: text('TOKEN_AUDIENCE') ?? TOKEN_AUDIENCE,
    corsOrigins: origins(text('CORS_ORIGINS')),
  };
  refuseContradictions(config);
  return config;
}

export function usage(): string {
  const width = Math.max(...Object.keys(VARIABLES).map((name) => name.length)) + 2;
  const lines = Object.entries(VARIABLES).map(([name, meaning]) => `  ${name.padEnd(width)}${meaning}`);
  return [
    'Usage: SUPERGRAPH=supergraph.graphql npm run gateway',
    '',
    'Serves any valid Apollo Federation 2 supergraph.',
    '',
    ...lines,
    '',
  ].join('\n');
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function refuseContradictions({ production, jwksUrl, jwksFile, tokenIssuer }: GatewayConfig): void {
  if (jwksUrl && jwksFile) throw new ConfigError('JWKS_FILE', 'set either this or JWKS_URL');
  if ((jwksUrl || jwksFile) && !tokenIssuer) throw new ConfigError('TOKEN_ISSUER', 'needed when tokens are verified');
  if (production && jwksUrl?.protocol === 'http:') throw new ConfigError('JWKS_URL', 'must be https in production');
}

function wholeNumber(env: Environment, name: Variable, fallback: number, least: number, most: number): number {
  const given = env[name]?.trim();
  if (!given) return fallback;
  const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= least && value <= most)) throw new ConfigError(name, `must be a whole number from ${least} to ${most}`);
  return value;
}

function oneOf(name: Variable, value: string, choices: readonly string[]): string {
  if (!choices.includes(value)) throw new ConfigError(name, `must be one of ${choices.join(', ')}`);
  return value;
}

function webAddress(name: Variable, value: string | null): URL | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new ConfigError(name, 'must be an http or https URL');
  return url;
}

function subgraphUrls(value: string | null): Record<string, URL> {
  const urls: Record<string, URL> = {};
  for (const entry of listOf(value)) {
    const [name, ...address] = entry.split('=');
    if (!name || address.length === 0) throw new ConfigError('SUBGRAPH_URLS', 'must be a list of name=url');
    urls[name] = webAddress('SUBGRAPH_URLS', address.join('='))!;
  }
  return urls;
}

function subgraphKeys(value: string | null): Record<string, SigningKey> {
  const keys: Record<string, SigningKey> = {};
  for (const entry of listOf(value)) {
    const [name, id, ...secret] = entry.split(':');
    if (!name || !id || secret.length === 0) throw new ConfigError('SUBGRAPH_KEYS', 'must be a list of name:keyId:secret');
    if (Object.hasOwn(keys, name)) throw new ConfigError('SUBGRAPH_KEYS', `${name} is listed twice; the gateway signs with one key`);
    try {
      keys[name] = signingKey(id, secret.join(':'));
    } catch (error) {
      throw new ConfigError('SUBGRAPH_KEYS', `${name}: ${(error as Error).message}`);
    }
  }
  return keys;
}

function origins(value: string | null): string[] {
  return listOf(value).map((origin) => {
    const url = webAddress('CORS_ORIGINS', origin)!;
    // Compared literally with the browser's Origin header, so a path or a trailing slash would never match.
    if (url.origin !== origin) throw new ConfigError('CORS_ORIGINS', 'an origin is scheme, host and port only, such as https://a.example');
    return origin;
  });
}

function listOf(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}
