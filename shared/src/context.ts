import type { Locale } from './errors';
import type { Viewer } from './viewer';

/** What travels with one request through the gateway and every subgraph it touches. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** One id from the edge to every log line; a random UUID unless the client sent its own. */
  readonly requestId: string;
  readonly locale: Locale;
  /** Why personal data is read in clear (`X-Purpose`): an acceptance or case number, or a stated reason. */
  readonly purpose: string | null;
}

/** The language of ours that the header weighs highest; Chinese when it names neither. */
export function localeOf(acceptLanguage = ''): Locale {
  if (acceptLanguage === '') return 'zh';
  const weights = { zh: 0, en: 0 };
  for (const range of acceptLanguage.toLowerCase().split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const language = tag.slice(0, 2);
    if (language !== 'zh' && language !== 'en') continue;
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    weights[language] = Math.max(weights[language], quality ? Number(quality.slice(2)) || 0 : 1);
  }
  return weights.en > weights.zh ? 'en' : 'zh';
}
