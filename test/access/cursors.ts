import type { Canaries } from './canaries';
import type { Answer } from './walk';

/** How many cursors of a list are worth handing on. */
const HANDED_ON = 3;

/** Cursors that somebody got, by the question and the field in it. */
export class Cursors {
  constructor(
    private readonly answers: readonly Answer[],
    private readonly canaries: Canaries,
  ) {}

  /** Those of what is hidden first, and the last one there is. */
  of(name: string, alias: string): string[] {
    const answer = this.answers.find(({ question }) => question.name === name);
    const all = answer ? [...new Set(cursorsUnder(alias, JSON.parse(answer.body)))] : [];
    const hidden = all.filter((cursor) => this.canaries.foundIn(`"${cursor}"`).size > 0);
    return [...new Set([...hidden.slice(0, HANDED_ON), ...all.slice(-1)])];
  }
}

function cursorsUnder(alias: string, value: unknown, isUnder = false): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    isUnder && key === 'cursor' ? [String(item)] : cursorsUnder(alias, item, isUnder || key === alias),
  );
}
