/** SQL for "held on `:day`", on a table of granted powers. */
export const heldOn = (table: string) => `${table}.validFrom <= :day AND (${table}.validTo IS NULL OR ${table}.validTo > :day)`;
