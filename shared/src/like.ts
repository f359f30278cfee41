/** Letters that SQLite's LIKE, and MySQL's collations, do not tell apart by case. */
const HAS_CASE = /[a-z]/i;

/**
 * "Contains what somebody typed", as a condition with its parameter; `%` and `_` in it are themselves. Works on all engines.
 * Of several columns, one is enough.
 */
export function containing(columns: string | readonly string[], name: string, typed: string): [string, Readonly<Record<string, string>>] {
  // Chinese has no case: there to look for the text itself takes half of what a pattern takes.
  const [condition, value] = HAS_CASE.test(typed)
    ? [(column: string) => `${column} LIKE :${name} ESCAPE '!'`, `%${typed.replace(/[!%_]/g, '!$&')}%`]
    : [(column: string) => `INSTR(${column}, :${name}) > 0`, typed];
  return [`(${[columns].flat().map(condition).join(' OR ')})`, { [name]: value }];
}
