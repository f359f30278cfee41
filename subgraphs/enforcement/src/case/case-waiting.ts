import { ROW } from '@township-graph/shared/scoped-repository';

/** Conditions on rows of cases: what waits for the head (行政处罚法§43③), and after a decision no more; takes `undecided`, its states. */
export const UNDECIDED_RECUSAL = `(${ROW}.openRecusals > 0 AND ${ROW}.state IN (:...undecided))`;

/** What the organ owes the party (行政强制法§41). */
export const OWES_RESTITUTION = `${ROW}.openRestitutions > 0`;
