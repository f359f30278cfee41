import type { OutboxEntry } from '@township-graph/shared/command/journal';
import type { EntityManager } from 'typeorm';

/** A delegation that ends, as those who handle applications need to know it. */
export interface HandedBack {
  readonly delegationId: string;
  /** The matters that townships handled by it: the department's one, or of a direct grant one a township. */
  readonly matterIds: readonly string[];
  /** The townships that handled them, with all below. */
  readonly divisionCodes: readonly string[];
  /** The day from which on they are the department's; it may lie ahead. */
  readonly from: string;
  /** Who takes them over. */
  readonly department: { readonly creditCode: string; readonly name: string; readonly divisionCode: string };
}

/** How many open applications there were, and what is to be told of those that went over at once. */
export interface HandedOver {
  readonly count: number;
  readonly events: readonly OutboxEntry[];
}

/**
 * Told, in the transaction that ends a delegation, that open applications go to the department: at once when the day has come,
 * else on the day, when it is told again.
 */
export interface OpenApplications {
  handBack(tx: EntityManager, ended: HandedBack): Promise<HandedOver>;
}
