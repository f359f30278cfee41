import { DomainError } from '@township-graph/shared/errors';

const WORDS = {
  TOKEN_MALFORMED: { zh: '访问令牌格式不正确', en: 'The access token is malformed' },
  TOKEN_TOO_LARGE: { zh: '访问令牌过长', en: 'The access token is too large' },
  TOKEN_EXPIRED: { zh: '访问令牌已过期，请重新登录', en: 'The access token has expired; sign in again' },
  TOKEN_REVOKED: { zh: '访问令牌已被撤销，请重新登录', en: 'The access token has been revoked; sign in again' },
  TOKEN_INVALID: { zh: '访问令牌无效', en: 'The access token is not valid' },
  TOKEN_UNVERIFIABLE: { zh: '暂时无法核验访问令牌，请稍后重试', en: 'The access token cannot be verified for now; try again later' },
} as const;

/** What a client may learn: enough to renew a token or ask for another, nothing that helps to forge one. */
export function tokenRefused(reason: keyof typeof WORDS, details: Readonly<Record<string, unknown>> = {}): DomainError {
  return new DomainError('UNAUTHENTICATED', reason, WORDS[reason], details);
}
