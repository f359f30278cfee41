import { isDeepStrictEqual } from 'node:util';

/** Asks once; the parsed answer. */
export async function answerOf(url, { body, token }) {
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${text.slice(0, 500)}`);
  return { answer: JSON.parse(text), bytes: Buffer.byteLength(text) };
}

/** Where two answers differ, at most `most` places; keys may come in any order, items of lists may not. */
export function differences(left, right, { most = 10, at = '' } = {}) {
  if (isDeepStrictEqual(left, right)) return [];
  if (!isBranch(left) || !isBranch(right) || Array.isArray(left) !== Array.isArray(right))
    return [`${at || '.'}: ${shown(left)} | ${shown(right)}`];
  const found = [];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (found.length < most) found.push(...differences(left[key], right[key], { most: most - found.length, at: `${at}.${key}` }));
  }
  return found;
}

const isBranch = (value) => typeof value === 'object' && value !== null;
const shown = (value) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100));
