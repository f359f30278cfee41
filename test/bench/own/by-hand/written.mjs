/** What the questions have in common: prepared statements, ranges of codes, days and instants, masks. */

export const prepared = (database, texts) => Object.fromEntries(Object.entries(texts).map(([name, sql]) => [name, database.prepare(sql)]));

/** A division and all below it, as bounds of a range. */
export const inside = (code) => ({ below: code, above: `${code}:` });

export const named = (name) => (name ? { name } : null);

/** The day in China. */
export const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** This instant, as columns write it. */
export const now = () => new Date().toISOString().replace('T', ' ').slice(0, -1);

/** The instant of a column, as answers write it. */
export const instant = (text) => (text === null ? null : `${text.replace(' ', 'T')}Z`);

/** The day in China of the instant of a column. */
export const dayOf = (text) => new Date(Date.parse(`${text.replace(' ', 'T')}Z`) + 8 * 3_600_000).toISOString().slice(0, 10);

/* The masks that the demonstration needs. */
export const maskedName = (name) => (name ? `${name[0]}*` : null);
export const maskedPhone = (phone) => (phone ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : null);
export const maskedNumber = (number) => (number ? `${number.slice(0, 4)}${'*'.repeat(10)}${number.slice(14)}` : null);

/** A group of statistics: of fewer than five persons, only that there is one. */
export function shownGroup({ persons, ...row }, codes, measures) {
  const isSuppressed = persons > 0 && persons < 5;
  const shown = Object.fromEntries(measures.map((name) => [name, isSuppressed ? null : row[name]]));
  return { dimensions: codes.map((name) => ({ code: row[name] })), isSuppressed, ...shown };
}

/** How many persons, at least, as statistics tell them apart. */
export const personsBy = (column) => `COUNT(DISTINCT SUBSTR(COALESCE(${column}, id), -4)) AS persons`;
