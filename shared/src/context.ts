import type { Locale } from './errors';
import type { Viewer } from './viewer';

/** What travels with one request through the gateway and every subgraph it touches. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** One id from the edge to every log line; UUIDv7 unless the client sent its own. */
  readonly requestId: string;
  readonly locale: Locale;
  /** Why personal data is read in clear (`X-Purpose`): an acceptance or case number, or a stated reason. */
  readonly purpose: string | null;
}

/** Chinese unless the header prefers English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const first = acceptLanguage?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh';
}
