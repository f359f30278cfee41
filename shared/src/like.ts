/** A LIKE condition for text that contains what somebody typed; `%` and `_` in it are themselves. Works on all engines. */
export function containing(column: string, parameter: string): string {
  return `${column} LIKE :${parameter} ESCAPE '!'`;
}

/** The pattern to bind to the condition's parameter. */
export function patternContaining(typed: string): string {
  return `%${typed.replace(/[!%_]/g, '!$&')}%`;
}
