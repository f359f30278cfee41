/** How many rows the condition is true of. */
export const countOf = (when: string) => `SUM(CASE WHEN ${when} THEN 1 ELSE 0 END)`;

/** Of the rows that the condition is true of, the share for which it holds; a quotient of sums, for any grouping. */
export const shareOf = (when: string, holds: string) => `AVG(CASE WHEN ${when} THEN CASE WHEN ${holds} THEN 1.0 ELSE 0.0 END END)`;
