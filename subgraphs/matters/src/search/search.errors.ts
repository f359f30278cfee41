import { DomainError } from '@township-graph/shared/errors';

export const searchEmpty = () =>
  new DomainError('BAD_USER_INPUT', 'SEARCH_EMPTY', {
    zh: '搜索内容须至少包含一个汉字、字母或数字',
    en: 'A search needs at least one Chinese character, letter or digit',
  });

export const searchTooLong = (maximum: number) =>
  new DomainError(
    'BAD_USER_INPUT',
    'SEARCH_TOO_LONG',
    { zh: `搜索内容不得超过 ${maximum} 个字`, en: `A search has ${maximum} characters at most` },
    { maximum },
  );
