import { DomainError } from './errors';

/** The values of the ordering columns of one row: where a page ended. */
export type CursorValues = readonly (string | number)[];

/** Opaque to clients; `order` is inside so that a cursor of one ordering cannot be used in another. */
export function encodeCursor(order: string, values: CursorValues): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url');
}

/** The values of a cursor made by the same ordering, or BAD_USER_INPUT. */
export function decodeCursor(order: string, width: number, cursor: string): CursorValues {
  const values = parse(cursor);
  const whole = Array.isArray(values) && values.length === width + 1 && values[0] === order;
  if (!whole || !values.slice(1).every((value) => typeof value === 'string' || Number.isSafeInteger(value))) throw broken();
  return values.slice(1);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

const broken = () =>
  new DomainError('BAD_USER_INPUT', 'BROKEN_CURSOR', {
    zh: '游标无效：请原样使用上一页返回的游标，且排序方式保持不变',
    en: 'Broken cursor: pass the cursor of the previous page unchanged, with the same ordering',
  });
