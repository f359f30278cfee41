import type { PromiseOrValue } from '@township-graph/shared/promise-or-value';
import type { Viewer } from '@township-graph/shared/viewer';
import type { FastifyRequest } from 'fastify';
import { requestedOperations } from './graphql-request';
import type { OperationLimits } from './limits';
import type { CostedOperation } from './operation-cost';
import type { Admitted, OperationGuard } from './operation-guard';
import { type Principal, principalOf } from './principal';
import type { RateLimit } from './rate-limit';

/** What coming in costs, whatever is asked: charged before a body is read. */
const ENTRANCE_POINTS = 1;
/** A refusal is quick, and still more work than it is to send what is refused. */
const REFUSAL_POINTS = 100;

export interface RequestGuardOptions {
  readonly operations: OperationGuard;
  readonly limits: OperationLimits;
  readonly rateLimit: RateLimit;
}

/** The guard as a request meets it: at the door its sender's budget, then what it asks for. */
export class RequestGuard {
  constructor(private readonly options: RequestGuardOptions) {}

  /** Charges the entrance to whom the request turns out to be from; one that nobody can be made out of, to its address. */
  enter<C extends { readonly viewer: Viewer }>(request: FastifyRequest, identify: () => PromiseOrValue<C>): PromiseOrValue<C> {
    let identified: PromiseOrValue<C>;
    try {
      identified = identify();
    } catch (error) {
      return this.unidentified(request, error);
    }
    if (!(identified instanceof Promise)) return this.identified(request, identified);
    return identified.then(
      (context) => this.identified(request, context),
      (error) => this.unidentified(request, error),
    );
  }

  private identified<C extends { readonly viewer: Viewer }>(request: FastifyRequest, context: C): PromiseOrValue<C> {
    request.timing?.enter('guard');
    return this.take(principalOf(context.viewer, request), ENTRANCE_POINTS)?.then(() => context) ?? context;
  }

  private async unidentified(request: FastifyRequest, error: unknown): Promise<never> {
    await this.take(principalOf(null, request), ENTRANCE_POINTS);
    throw error;
  }

  /** Throws for what crosses a limit, and charges what is let through by its cost; a promise only where that takes its time. */
  admit(request: FastifyRequest, viewer: Viewer): PromiseOrValue<Admitted> {
    const { operations, limits } = this.options;
    const admitted = operations.admit(requestedOperations(request, limits), viewer);
    const rest = admitted.points - ENTRANCE_POINTS;
    const charged = rest > 0 ? this.take(principalOf(viewer, request), rest) : null;
    return charged?.then(() => admitted) ?? admitted;
  }

  /** Charges a refusal. It is the answer, also to who has no points left: the next request is told of that at the door. */
  refused(request: FastifyRequest, viewer: Viewer): void {
    this.take(principalOf(viewer, request), REFUSAL_POINTS)?.catch(() => {});
  }

  /** Charges an operation of the gateway's own, carried out for somebody who asked for it once: limits are for what others write. */
  async charge(operation: CostedOperation, viewer: Viewer, address: string): Promise<void> {
    await this.take(principalOf(viewer, { ip: address }), Math.max(ENTRANCE_POINTS, this.options.operations.costOf(operation)));
  }

  private take(principal: Principal, points: number): Promise<void> | null {
    return this.options.rateLimit.charge(principal, points);
  }
}
