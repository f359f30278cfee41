import { insertAll } from '@township-graph/shared/insert-all';
import type { EntityManager } from 'typeorm';
import { searchEmpty, searchTooLong } from './search.errors';
import { SearchName, SearchToken } from './search-name.entity';
import { nameKeyOf, searchedText, sieveOf, tokensOf, wordsOf } from './search-words';

const LONGEST_SEARCH = 50;
/** Tokens are a sieve, LIKE decides; more of them sift no finer and engines join some sixty tables at most. */
const MOST_TOKENS = 12;

/** Makes the names findable. Names that are indexed already cost one look. */
export async function indexNames(manager: EntityManager, names: readonly string[]): Promise<void> {
  const byKey = new Map(names.map((name) => [nameKeyOf(name), name] as const));
  for (const nameKey of await indexedAlready(manager, [...byKey.keys()])) byKey.delete(nameKey);
  const rows = [...byKey].map(([nameKey, name]) => ({ nameKey, searched: searchedText(name) }));
  const postings = [...byKey].flatMap(([nameKey, name]) => tokensOf(searchedText(name)).map((token) => ({ token, nameKey })));
  await insertAll(manager, SearchName, rows);
  await insertAll(manager, SearchToken, postings);
}

async function indexedAlready(manager: EntityManager, keys: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < keys.length; start += 1000) {
    const names = manager
      .createQueryBuilder(SearchName, 'name')
      .where('name.nameKey IN (:...keys)', { keys: keys.slice(start, start + 1000) });
    found.push(...(await names.getMany()).map(({ nameKey }) => nameKey));
  }
  return found;
}

/**
 * The condition that a name contains every word that was typed, on the column that holds its key: by the index on
 * tokens on every engine, for none has a word search that knows two-character Chinese words on all of them.
 */
export function foundBy(nameKeyColumn: string, typed: string): { sql: string; parameters: Record<string, string> } {
  if ([...typed].length > LONGEST_SEARCH) throw searchTooLong(LONGEST_SEARCH);
  const words = wordsOf(typed);
  if (words.length === 0) throw searchEmpty();
  const tokens = [...new Set(words.flatMap(sieveOf))].slice(0, MOST_TOKENS);
  const parameters: Record<string, string> = {};
  const joins = tokens.map((token, index) => {
    parameters[`token${index}`] = token;
    return `JOIN search_token t${index} ON t${index}.nameKey = n.nameKey AND t${index}.token = :token${index}`;
  });
  // A word holds letters and digits only, so it can hold no wildcard.
  const matches = words.map((word, index) => {
    parameters[`word${index}`] = `%${word}%`;
    return `n.searched LIKE :word${index}`;
  });
  const sql = `${nameKeyColumn} IN (SELECT n.nameKey FROM search_name n ${joins.join(' ')} WHERE ${matches.join(' AND ')})`;
  return { sql, parameters };
}
