import { STAGES, type Stage } from './stages';
import type { AskedOperation, CallTrace, RequestTrace } from './tracing';

/** What a request has waited for one subgraph; calls that overlapped count each for itself. */
export interface SubgraphTime {
  calls: number;
  ms: number;
}

/** Where one request's time goes: written down once as it passes from stage to stage, for metrics, Server-Timing and traces to read. */
export class Timing {
  readonly subgraphs = new Map<string, SubgraphTime>();
  private readonly spent: Record<Stage, number | undefined> = {
    admission: undefined,
    authentication: undefined,
    receive: undefined,
    guard: undefined,
    plan: undefined,
    execution: undefined,
    merge: undefined,
  };
  private stage: Stage | null = 'admission';
  private since: number;
  /** Operations under way; more than one only in a batch, which is in execution until its last one has been executed. */
  private executing = 0;

  constructor(
    startedAt: number,
    private readonly trace: RequestTrace | null,
  ) {
    this.since = startedAt;
  }

  get traceId(): string | undefined {
    return this.trace?.id;
  }

  /** The stage before ends here. */
  enter(stage: Stage): void {
    if (stage !== this.stage && this.executing === 0) this.switchTo(stage);
  }

  executes(operation: AskedOperation): void {
    this.enter('execution');
    this.executing += 1;
    this.trace?.operation(operation);
  }

  executed(): void {
    this.executing -= 1;
    this.enter('merge');
  }

  /** A call to a subgraph that begins, as part of the request's trace; null without one. */
  traceOfCall(subgraph: string, startedAt: number): CallTrace | null {
    return this.trace?.call(subgraph, startedAt) ?? null;
  }

  called(subgraph: string, ms: number): void {
    const known = this.subgraphs.get(subgraph);
    if (known) {
      known.calls += 1;
      known.ms += ms;
    } else this.subgraphs.set(subgraph, { calls: 1, ms });
  }

  /** The client is told of an error. */
  failed(code: string): void {
    this.trace?.error(code);
  }

  /** The answer is there. */
  end(status: number): void {
    this.switchTo(null);
    this.trace?.end(status, this.since);
  }

  /** The stages that the request has passed through, with what they took; in a fixed order. */
  eachStage(visit: (stage: Stage, ms: number) => void): void {
    for (const stage of STAGES) {
      const ms = this.spent[stage];
      if (ms !== undefined) visit(stage, ms);
    }
  }

  private switchTo(next: Stage | null): void {
    const now = performance.now();
    if (this.stage !== null) {
      this.spent[this.stage] = (this.spent[this.stage] ?? 0) + now - this.since;
      this.trace?.stage(this.stage, this.since, now);
    }
    this.stage = next;
    this.since = now;
  }
}
