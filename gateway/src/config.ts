import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { parseSigningKey, SIGNING_KEY_FORM, type SigningKey } from '@township-graph/shared/signing-key';
import type { PlannerName } from './execution/loaded-supergraph';
import { shareOf } from './execution/overrides';
import { DEFAULT_LIMITS, type LimitName, type OperationLimits } from './guard/limits';

/** What a gateway process is told from outside. Read once, at the start; nothing else in `gateway/` looks at the environment. */
export interface GatewayConfig {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Processes that serve; 1 is this one. */
  readonly workers: number;
  readonly logLevel: string;
  readonly supergraph: string | null;
  readonly supergraphPollMs: number;
  /** Which planner is asked first. */
  readonly queryPlanner: PlannerName;
  /** Labels of progressive overrides that are in force; those by percentage are drawn. */
  readonly overrideLabels: ReadonlySet<string>;
  /** Whether usual requests are answered without Apollo Server. */
  readonly shortLane: boolean;
  /** Within which every request is answered; a client may ask for less. */
  readonly requestTimeoutMs: number;
  readonly maxConcurrentRequests: number;
  readonly maxQueuedRequests: number;
  /** Never more than `requestTimeoutMs`. */
  readonly subgraphTimeoutMs: number;
  readonly subgraphMaxResponseBytes: number;
  readonly subgraphBreakerFailures: number;
  readonly subgraphBreakerOpenMs: number;
  /** By subgraph name; where one is reached when not at the supergraph's URL. */
  readonly subgraphUrls: Readonly<Record<string, URL>>;
  /** By subgraph name; one that has no key here is called unsigned. */
  readonly subgraphKeys: Readonly<Record<string, SigningKey>>;
  readonly jwksUrl: URL | null;
  readonly jwksFile: string | null;
  readonly tokenIssuer: string | null;
  readonly tokenAudience: string;
  /** Path or URL of the list of tokens that count no more. */
  readonly tokenDenyList: string | null;
  readonly tokenPollMs: number;
  /** Where traces are sent; null for nowhere. What else OpenTelemetry's SDK is told by the environment, it reads itself. */
  readonly tracesUrl: URL | null;
  readonly corsOrigins: readonly string[];
  /** Whose X-Forwarded-For is believed: addresses and networks. */
  readonly trustedProxies: readonly string[];
  readonly limits: OperationLimits;
  readonly documents: {
    /** Path or URL of the list of persisted documents. */
    readonly from: string | null;
    readonly pollMs: number;
    /** Refuses what is not listed. */
    readonly isSafelist: boolean;
  };
  readonly rateLimit: {
    readonly points: number;
    readonly anonymousPoints: number;
    readonly seconds: number;
    readonly redisUrl: string | null;
  };
  /** Of streams of changes. */
  readonly changes: {
    readonly pollMs: number;
    readonly heartbeatMs: number;
    readonly stallMs: number;
    readonly maxStreams: number;
    readonly maxStreamsPerSubject: number;
  };
}

/** Every variable, with what `--help` says of it. */
const VARIABLES = {
  SUPERGRAPH: 'supergraph SDL: path of a file, or http(s) URL; needed',
  SUPERGRAPH_POLL_MS: 'how often to look for a new supergraph; 0 never (5000)',
  QUERY_PLANNER: 'apollo, or hive: native code, which a valid operation can bring down, and so for a safelist only (apollo)',
  OVERRIDE_LABELS:
    'labels of @override(from:, label:) that are in force, separated by commas; percent(…) needs no setting: it is drawn for each request (none)',
  SHORT_LANE: '"false" lets Apollo Server answer usual requests too, at several times the cost (true)',
  PORT: 'port to listen on; 0 takes a free one (4000)',
  HOST: 'address to listen on (127.0.0.1; 0.0.0.0 in production)',
  WORKERS: 'processes that serve, each by itself: a number, or auto for one a core (1)',
  REQUEST_TIMEOUT_MS: 'within this each request is answered; clients may ask for less by X-Request-Timeout (15000)',
  MAX_CONCURRENT_REQUESTS: 'requests served at once (256)',
  MAX_QUEUED_REQUESTS: 'requests that wait besides; more are answered 503 with Retry-After (512)',
  SUBGRAPH_TIMEOUT_MS: 'longest wait for one call to a subgraph; never more than REQUEST_TIMEOUT_MS (10000)',
  SUBGRAPH_MAX_RESPONSE_BYTES: 'largest answer taken from a subgraph (10485760)',
  SUBGRAPH_BREAKER_FAILURES: 'failed calls in a row after which a subgraph is left alone (5)',
  SUBGRAPH_BREAKER_OPEN_MS: 'for how long, before one call tries again (5000)',
  SUBGRAPH_URLS: "name=url,… for subgraphs that are not at the supergraph's own URLs (none)",
  SUBGRAPH_KEYS:
    'name:keyId:secret,… for subgraphs whose calls are signed; name:keyId:sm3:secret signs by SM3; others are called unsigned (none)',
  JWKS_URL: 'key set that access tokens are verified against, as URL (none: every token is refused)',
  JWKS_FILE: 'the same, as a file; one of the two',
  TOKEN_ISSUER: 'issuer that tokens must name; needed with a key set',
  TOKEN_AUDIENCE: 'audience that tokens must name (township-graph)',
  TOKEN_DENY_LIST: 'path or URL of a JSON list of tokens that count no more; with one, each token needs a jti (none)',
  TOKEN_POLL_MS: 'how often JWKS_FILE and TOKEN_DENY_LIST are looked at again; 0 never (5000)',
  CORS_ORIGINS: 'origins of browser clients, separated by commas (none)',
  TRUST_PROXY: 'proxies whose X-Forwarded-For is believed: addresses or networks, separated by commas (none)',
  BODY_MAX_BYTES: 'largest request body (1048576)',
  OPERATION_MAX_BYTES: 'longest text of an operation (131072)',
  OPERATION_MAX_TOKENS: 'most tokens in it (5000)',
  OPERATION_MAX_DEPTH: 'most levels, those of fragments included (25)',
  OPERATION_MAX_SELECTIONS: 'most fields and fragments, counted at each use (1000)',
  OPERATION_MAX_ALIASES: 'most aliases (100)',
  OPERATION_MAX_OVERLAPS: 'most pairs of fields of one name in one place (10000)',
  OPERATION_MAX_ROOT_FIELDS: 'most root fields (50)',
  OPERATION_MAX_MUTATIONS: 'most root fields of mutations in one request (5)',
  OPERATION_MAX_BATCH: 'most operations in one request; together they may ask for no more than one may; 0 refuses arrays (10)',
  OPERATION_MAX_VALUES: 'most values in a request’s JSON, of variables above all (10000)',
  OPERATION_MAX_COST: 'highest cost: about the objects in the answer, weighed by @cost and @listSize (30000)',
  OPERATION_DOCUMENTS: 'list of persisted documents: path of a file, or http(s) URL (none)',
  OPERATION_DOCUMENTS_POLL_MS: 'how often it is looked at again; 0 never (5000)',
  OPERATION_SAFELIST: '"true" refuses what is not listed, except from tokens with the scope schema:read (false)',
  RATE_LIMIT_POINTS: 'cost that one token’s subject may ask for in the time; 0 is no limit (1000000)',
  RATE_LIMIT_ANONYMOUS_POINTS: 'the same for an address without a token (500000)',
  RATE_LIMIT_SECONDS: 'the time (60)',
  CHANGES_POLL_MS: 'how often each feed is asked for each client of /changes (2000)',
  CHANGES_HEARTBEAT_MS: 'how often a client of /changes that hears nothing is sent a comment (15000)',
  CHANGES_STALL_MS: 'a client of /changes that reads nothing for so long is cut (30000)',
  CHANGES_MAX_STREAMS: 'clients of /changes at once; more are answered 503 with Retry-After (200)',
  CHANGES_MAX_STREAMS_PER_SUBJECT: 'of them with tokens of one subject; more are answered 429 (16)',
  REDIS_URL: 'redis or rediss URL, where all processes count rates together (none: each for itself)',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'where traces are sent, by OTLP over HTTP; other OTEL_ variables hold as its SDK reads them (none)',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'the same, with the path that traces go to',
  OTEL_SDK_DISABLED: '"true" traces nothing, whatever the endpoint (false)',
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
  const requestTimeoutMs = wholeNumber(env, 'REQUEST_TIMEOUT_MS', 15_000, 100, 600_000);
  const config: GatewayConfig = {
    production,
    host: text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: wholeNumber(env, 'PORT', 4000, 0, 65_535),
    workers: text('WORKERS') === 'auto' ? availableParallelism() : wholeNumber(env, 'WORKERS', 1, 1, 256),
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL') ?? (text('NODE_ENV') === 'test' ? 'silent' : 'info'), LOG_LEVELS),
    supergraph: text('SUPERGRAPH'),
    supergraphPollMs: wholeNumber(env, 'SUPERGRAPH_POLL_MS', 5000, 0, 86_400_000),
    queryPlanner: oneOf('QUERY_PLANNER', text('QUERY_PLANNER') ?? 'apollo', ['apollo', 'hive']),
    overrideLabels: overrideLabels(text('OVERRIDE_LABELS')),
    shortLane: oneOf('SHORT_LANE', text('SHORT_LANE') ?? 'true', ['true', 'false']) === 'true',
    requestTimeoutMs,
    maxConcurrentRequests: wholeNumber(env, 'MAX_CONCURRENT_REQUESTS', 256, 1, 100_000),
    maxQueuedRequests: wholeNumber(env, 'MAX_QUEUED_REQUESTS', 512, 0, 100_000),
    subgraphTimeoutMs: Math.min(requestTimeoutMs, wholeNumber(env, 'SUBGRAPH_TIMEOUT_MS', 10_000, 1, 600_000)),
    subgraphMaxResponseBytes: wholeNumber(env, 'SUBGRAPH_MAX_RESPONSE_BYTES', 10 * 1024 * 1024, 1024, 1024 ** 3),
    subgraphBreakerFailures: wholeNumber(env, 'SUBGRAPH_BREAKER_FAILURES', 5, 1, 1000),
    subgraphBreakerOpenMs: wholeNumber(env, 'SUBGRAPH_BREAKER_OPEN_MS', 5000, 1, 600_000),
    subgraphUrls: subgraphUrls(text('SUBGRAPH_URLS')),
    subgraphKeys: subgraphKeys(text('SUBGRAPH_KEYS')),
    jwksUrl: webAddress('JWKS_URL', text('JWKS_URL')),
    jwksFile: text('JWKS_FILE'),
    tokenIssuer: text('TOKEN_ISSUER'),
    tokenAudience: text('TOKEN_AUDIENCE') ?? TOKEN_AUDIENCE,
    tokenDenyList: text('TOKEN_DENY_LIST'),
    tokenPollMs: wholeNumber(env, 'TOKEN_POLL_MS', 5000, 0, 86_400_000),
    tracesUrl: tracesUrl(text),
    corsOrigins: origins(text('CORS_ORIGINS')),
    trustedProxies: proxies(text('TRUST_PROXY')),
    limits: operationLimits(env),
    documents: {
      from: text('OPERATION_DOCUMENTS'),
      pollMs: wholeNumber(env, 'OPERATION_DOCUMENTS_POLL_MS', 5000, 0, 86_400_000),
      isSafelist: oneOf('OPERATION_SAFELIST', text('OPERATION_SAFELIST') ?? 'false', ['true', 'false']) === 'true',
    },
    rateLimit: {
      points: wholeNumber(env, 'RATE_LIMIT_POINTS', 1_000_000, 0, MOST_POINTS),
      anonymousPoints: wholeNumber(env, 'RATE_LIMIT_ANONYMOUS_POINTS', 500_000, 0, MOST_POINTS),
      seconds: wholeNumber(env, 'RATE_LIMIT_SECONDS', 60, 1, 86_400),
      redisUrl: redisUrl(text('REDIS_URL')),
    },
    changes: {
      pollMs: wholeNumber(env, 'CHANGES_POLL_MS', 2000, 10, 600_000),
      heartbeatMs: wholeNumber(env, 'CHANGES_HEARTBEAT_MS', 15_000, 10, 600_000),
      stallMs: wholeNumber(env, 'CHANGES_STALL_MS', 30_000, 10, 600_000),
      maxStreams: wholeNumber(env, 'CHANGES_MAX_STREAMS', 200, 0, 100_000),
      maxStreamsPerSubject: wholeNumber(env, 'CHANGES_MAX_STREAMS_PER_SUBJECT', 16, 1, 100_000),
    },
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

/** Where each limit is set, and the least and the most that it can be set to. */
const LIMITS: Readonly<Record<LimitName, readonly [name: Variable, least: number, most: number]>> = {
  body: ['BODY_MAX_BYTES', 1024, 64 * 1024 * 1024],
  bytes: ['OPERATION_MAX_BYTES', 100, 16 * 1024 * 1024],
  tokens: ['OPERATION_MAX_TOKENS', 10, 1_000_000],
  // Beyond this, parsing could exhaust the stack.
  depth: ['OPERATION_MAX_DEPTH', 1, 200],
  selections: ['OPERATION_MAX_SELECTIONS', 1, 1_000_000],
  aliases: ['OPERATION_MAX_ALIASES', 0, 1_000_000],
  overlaps: ['OPERATION_MAX_OVERLAPS', 0, 1_000_000],
  rootFields: ['OPERATION_MAX_ROOT_FIELDS', 1, 1_000_000],
  mutations: ['OPERATION_MAX_MUTATIONS', 0, 1_000_000],
  batch: ['OPERATION_MAX_BATCH', 0, 1000],
  values: ['OPERATION_MAX_VALUES', 10, 10_000_000],
  cost: ['OPERATION_MAX_COST', 1, 1_000_000_000],
};
/** Redis counts higher, but nobody needs to. */
const MOST_POINTS = 1_000_000_000_000;

function operationLimits(env: Environment): OperationLimits {
  const entries = Object.entries(LIMITS) as [LimitName, (typeof LIMITS)[LimitName]][];
  return Object.fromEntries(
    entries.map(([limit, [name, least, most]]) => [limit, wholeNumber(env, name, DEFAULT_LIMITS[limit], least, most)]),
  ) as unknown as OperationLimits;
}

function refuseContradictions({ production, jwksUrl, jwksFile, tokenIssuer, tokenDenyList, documents, queryPlanner }: GatewayConfig): void {
  if (jwksUrl && jwksFile) throw new ConfigError('JWKS_FILE', 'set either this or JWKS_URL');
  if ((jwksUrl || jwksFile) && !tokenIssuer) throw new ConfigError('TOKEN_ISSUER', 'needed when tokens are verified');
  if (production && jwksUrl?.protocol === 'http:') throw new ConfigError('JWKS_URL', 'must be https in production');
  if (production && tokenDenyList && /^http:/i.test(tokenDenyList)) throw new ConfigError('TOKEN_DENY_LIST', 'must be https in production');
  if (queryPlanner === 'hive' && !documents.isSafelist)
    throw new ConfigError('QUERY_PLANNER', 'hive needs a safelist (OPERATION_SAFELIST)');
  if (documents.isSafelist && !documents.from) throw new ConfigError('OPERATION_DOCUMENTS', 'needed for a safelist');
}

function wholeNumber(env: Environment, name: Variable, fallback: number, least: number, most: number): number {
  const given = env[name]?.trim();
  if (!given) return fallback;
  const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= least && value <= most)) throw new ConfigError(name, `must be a whole number from ${least} to ${most}`);
  return value;
}

function oneOf<const C extends string>(name: Variable, value: string, choices: readonly C[]): C {
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw new ConfigError(name, `must be one of ${choices.join(', ')}`);
  return choice;
}

function webAddress(name: Variable, value: string | null): URL | null {
  if (value === null) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new ConfigError(name, 'must be an http or https URL');
  return url;
}

/** As OpenTelemetry's specification has it. */
function tracesUrl(text: (name: Variable) => string | null): URL | null {
  if (text('OTEL_SDK_DISABLED')?.toLowerCase() === 'true') return null;
  const whole = webAddress('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', text('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'));
  const base = webAddress('OTEL_EXPORTER_OTLP_ENDPOINT', text('OTEL_EXPORTER_OTLP_ENDPOINT'));
  return whole ?? (base && new URL(`${base.href.replace(/\/$/, '')}/v1/traces`));
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
    const [name, ...key] = entry.split(':');
    if (!name || key.length < 2) throw new ConfigError('SUBGRAPH_KEYS', `must be a list of name:key, the key being ${SIGNING_KEY_FORM}`);
    if (Object.hasOwn(keys, name)) throw new ConfigError('SUBGRAPH_KEYS', `${name} is listed twice; the gateway signs with one key`);
    try {
      keys[name] = parseSigningKey(key.join(':'));
    } catch (error) {
      throw new ConfigError('SUBGRAPH_KEYS', `${name}: ${(error as Error).message}`);
    }
  }
  // With one secret for two, a call to the one could be sent again to the other.
  const secrets = Object.values(keys).map(({ secret }) => secret);
  if (new Set(secrets).size < secrets.length) throw new ConfigError('SUBGRAPH_KEYS', 'two subgraphs have the same secret');
  return keys;
}

function overrideLabels(value: string | null): ReadonlySet<string> {
  const labels = listOf(value);
  if (labels.some((label) => shareOf(label) !== undefined)) throw new ConfigError('OVERRIDE_LABELS', 'percent(…) is drawn, not set');
  return new Set(labels);
}

function origins(value: string | null): string[] {
  return listOf(value).map((origin) => {
    const url = webAddress('CORS_ORIGINS', origin)!;
    // Compared literally with the browser's Origin header, so a path or a trailing slash would never match.
    if (url.origin !== origin) throw new ConfigError('CORS_ORIGINS', 'an origin is scheme, host and port only, such as https://a.example');
    return origin;
  });
}

function redisUrl(value: string | null): string | null {
  const isUsable = value === null || (URL.canParse(value) && /^rediss?:\/\/[^/]/i.test(value));
  if (!isUsable) throw new ConfigError('REDIS_URL', 'must be a redis or rediss URL');
  return value;
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** Never "all": then the first entry of X-Forwarded-For would count, which anybody can write. */
function proxies(value: string | null): string[] {
  return listOf(value).map((network) => {
    const [address = '', bits = '1', ...rest] = network.split('/');
    const mostBits = isIP(address) === 4 ? 32 : 128;
    const isNetwork = isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= mostBits && rest.length === 0;
    if (isNetwork || NAMED_NETWORKS.includes(network)) return network;
    throw new ConfigError('TRUST_PROXY', `must be a list of addresses, networks such as 10.0.0.0/8, or ${NAMED_NETWORKS.join(', ')}`);
  });
}

function listOf(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}
