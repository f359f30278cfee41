/** Something the system does by itself, again and again. */
export interface Job {
  /** Its name in the table of jobs, in audit records and in the log. */
  readonly name: string;
  /** How often, at most; as often as the scheduler is told where absent. */
  readonly everyMs?: number;
  /**
   * Does what is due, one unit after another. Each unit is a transaction of its own and conditional on the row that it changes:
   * two instances may be at it at once, for a while, and nothing may be done twice. Asks before each whether to go on.
   */
  run(turn: Turn): Promise<void>;
}

/** The time that a job has: until it is done, is to stop, or another holds its lease. */
export interface Turn {
  goesOn(): Promise<boolean>;
}
