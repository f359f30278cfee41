/** What a request passes through, in the order in which it usually does: the labels of metrics, the names of spans and of Server-Timing. */
export const STAGES = ['admission', 'authentication', 'receive', 'guard', 'plan', 'execution', 'merge'] as const;

export type Stage = (typeof STAGES)[number];
