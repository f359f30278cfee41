import type { Logger } from '../log';
import type { Turn } from './job';

/** What a job has to do, in units that do not hang on each other. */
export interface Units<U> {
  readonly units: Iterable<U> | AsyncIterable<U>;
  work(unit: U): Promise<unknown>;
  /** Of which unit the log tells. */
  about(unit: U): object;
  /** What could not be done to which: `['cases', 'handed over']`. */
  readonly undone: readonly [of: string, what: string];
  readonly log?: Logger;
}

/** One unit after the other while the turn goes on. What fails is told of and keeps no other from its turn; then the job has failed. */
export async function oneByOne<U>(turn: Turn, { units, work, about, undone: [of, what], log }: Units<U>): Promise<void> {
  let failures = 0;
  for await (const unit of units) {
    if (!(await turn.goesOn())) break;
    try {
      await work(unit);
    } catch (error) {
      failures += 1;
      log?.error({ err: error, ...about(unit) }, `one of the ${of} could not be ${what}; the others are`);
    }
  }
  if (failures > 0) throw new Error(`${failures} ${of} could not be ${what}`);
}

/** Rows in the order of their ids, each looked for once the one before it is done: what is done is not due any more, and what failed does not come again. */
export async function* byId<Row extends { readonly id: string }>(next: (after: string) => Promise<Row | null>): AsyncGenerator<Row> {
  for (let row = await next(''); row; row = await next(row.id)) yield row;
}
